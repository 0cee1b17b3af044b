//! The words of a board's budget, explained in plain language.

use super::edition::{board, department};
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    heading() { sv: "Orden i budgeten", en: "The words of the budget" }
    on_this_page() { sv: "Ord på den här sidan", en: "Words on this page" }
    intro() { sv: "Förklaringarna är våra.", en: "The explanations are ours." }

    board_budget() { sv: "Nämndsbudget", en: "Board budget (nämndsbudget)" }
    board_budget_text(e: &Edition) {
        sv: format!("Nämndens egen plan för året: vilka pengar den räknar med och vad de ska gå till. Här är nämnden {}, med {} som förvaltning. Det är inte hela stadens budget: skola, vård, kultur och gator har egna nämnder. Det är inte heller ett bokslut: planen säger inget om hur det blev.", board(Sv, e), department(Sv, e)),
        en: format!("The board's own plan for the year: what money it expects and what the money is for. Here the board is {}, with {} as its department. It is not the whole city's budget: schools, care, culture and streets have boards of their own. Nor is it a final account: the plan says nothing about how things turned out.", board(En, e), department(En, e)),
    }
    allocation() { sv: "Kommunbidrag, anslag", en: "Council allocation, appropriation (kommunbidrag, anslag)" }
    allocation_text() {
        sv: "Pengar som kommunfullmäktige fördelar till nämnden. Tillsammans med intäkterna ska de räcka till kostnaderna. Materialet säger inte hur mycket av dem som är skatt.",
        en: "Money that the city council gives the board. Together with the income it is to cover the costs. The material does not say how much of it is tax.",
    }
    net_cost() { sv: "Nettokostnad", en: "Net cost (nettokostnad)" }
    net_cost_text() {
        sv: "Kostnader minus intäkter: det som är kvar att betala med kommunbidraget. I tabellen står den med minus.",
        en: "Costs minus income: what is left to pay with the council allocation. It is printed with a minus in the table.",
    }
    index() { sv: "Index", en: "Index" }
    index_text() {
        sv: "En uppräkning av anslaget med en viss procent inför ett nytt år. Källan anger procenten men inte hur den är räknad.",
        en: "A raise of the appropriation by a certain per cent ahead of a new year. The source gives the per cent but not how it was worked out.",
    }
    frame() { sv: "Ram", en: "Budget limit (ram)" }
    frame_text() {
        sv: "Det högsta belopp som nämnden får räkna med. En förstärkt ram betyder mer pengar, ofta för något bestämt.",
        en: "The highest amount that the board may count on. A reinforced limit means more money, often for something in particular.",
    }
    investment() { sv: "Investering", en: "Investment" }
    investment_text() {
        sv: "Inköp som ska användas i flera år, till exempel möbler, it-utrustning och inventarier. Investeringar har en egen ram och räknas inte in i årets kostnader. En del av dem kommer tillbaka som kostnad senare, som avskrivningar.",
        en: "Purchases meant to be used for several years, such as furniture, IT equipment and fittings. Investments have a limit of their own and are not counted in the costs of the year. Part of them comes back as a cost later, as depreciation.",
    }
    depreciation() { sv: "Avskrivning", en: "Depreciation (avskrivning)" }
    depreciation_text() {
        sv: "Årets del av kostnaden för något som köptes tidigare och används i flera år.",
        en: "This year's part of the cost of something that was bought earlier and is used for several years.",
    }
    phases() { sv: "Prognos, budget, utfall", en: "Forecast, budget, outcome" }
    phases_text(e: &Edition) {
        sv: format!("Prognos är vad man väntar sig, budget vad man planerar, utfall hur det blev. Här finns prognos för {} och budget för {}. Inget utfall ingår i materialet.", e.year_before(), e.year),
        en: format!("A forecast is what is expected, a budget what is planned, an outcome how it turned out. Here are a forecast for {} and a budget for {}. No outcome is part of the material.", e.year_before(), e.year),
    }
    shared() { sv: "Solidariskt och intäktsfinansierat", en: "Shared and income-financed (solidariskt och intäktsfinansierat)" }
    shared_text() {
        sv: "Arbete som stadens förvaltningar betalar tillsammans eller som betalas med andra intäkter, till exempel upphandling, it-system och försäkringar. Det betalas inte med styrelsens kommunbidrag.",
        en: "Work that the city's departments pay for together or that other income pays for, such as procurement, IT systems and insurance. The board's council allocation does not pay for it.",
    }
    full_time() { sv: "Årsarbetare", en: "Full-time equivalents (årsarbetare)" }
    full_time_text() {
        sv: "Anställda omräknade till heltid. Två som arbetar halvtid är en årsarbetare.",
        en: "Staff counted as full time. Two people who work half time are one full-time equivalent.",
    }
    financial() { sv: "Finansnetto, finansiella poster", en: "Net financial items (finansnetto)" }
    financial_text() { sv: "Ränteintäkter och räntekostnader och liknande, räknade ihop.", en: "Interest received and paid and the like, taken together." }
}
