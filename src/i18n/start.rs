//! Words of the start page and of the page about the site.

use super::edition::{board, boards, capital};
use super::number::in_words;
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    title(e: &Edition) {
        sv: format!("Vad {} i {} planerar och räknar med {}", board(Sv, e), e.place, e.year),
        en: format!("What {} of {} plans and budgets for {}", board(En, e), e.place, e.year),
    }
    description(e: &Edition) {
        sv: format!("Mål, uppdrag, globala mål, pengar och beslut i {} nämndsbudget {}, med källan till varje uppgift.", boards(Sv, e), e.year),
        en: format!("Goals, assignments, global goals, money and decisions in {} budget for {}, with the source of every fact.", boards(En, e), e.year),
    }
    lead(goals: usize, assignments: usize) {
        sv: format!("Här kan du följa {goals} mål och {assignments} uppdrag från stadens politiker till det som planeras, vem som medverkar och hur det ska bedömas. Varje uppgift visar var den står."),
        en: format!("Follow {goals} goals and {assignments} assignments from the city's politicians to what is planned, who takes part and how it will be judged. Every fact shows where it stands."),
    }
    emblem() { sv: "Från målområde till mål och uppdrag, och vidare till globala mål", en: "From target area to goals and assignments, and on to global goals" }
    ways_in() { sv: "Börja här", en: "Start here" }
    way_goals() { sv: "Målkartan", en: "The goal map" }
    way_goals_text() { sv: "Målområden, mål, uppdrag och globala mål i en bild", en: "Target areas, goals, assignments and global goals in one picture" }
    way_money() { sv: "Pengarna", en: "The money" }
    way_money_text(tables: usize) {
        sv: format!("{} {}: vad pengarna ska gå till, och om summorna stämmer", capital(&in_words(Sv, tables)), if tables == 1 { "tabell" } else { "tabeller" }),
        en: format!("{} {}: what the money is for, and whether the sums add up", capital(&in_words(En, tables)), if tables == 1 { "table" } else { "tables" }),
    }
    way_decisions() { sv: "Beslut", en: "Decisions" }
    way_decisions_text() { sv: "Vad som ledde fram till planen, och vad som ska hända sedan", en: "What led up to the plan, and what is to happen next" }
    way_notes() { sv: "Dina anteckningar", en: "Your notes" }
    way_notes_text() { sv: "Skriv vid mål och belopp. Allt stannar i din webbläsare", en: "Write beside goals and amounts. Everything stays in your browser" }
    way_questions() { sv: "Vanliga frågor", en: "Common questions" }
    way_questions_text() { sv: "Korta svar, även på det som materialet inte svarar på", en: "Short answers, also to what the material does not answer" }
    headline_figures() { sv: "I korthet", en: "In brief" }
    headline_allocation(e: &Edition) {
        sv: format!("tilldelat {} av kommunfullmäktige, budget {}", board(Sv, e), e.year),
        en: format!("allocated to {} by the city council, budget {}", board(En, e), e.year),
    }
    headline_change(e: &Edition) {
        sv: format!("i kommunbidrag mot prognosen för {}", e.year_before()),
        en: format!("in council allocation against the forecast for {}", e.year_before()),
    }
    headline_goals() { sv: "mål från kommunfullmäktige", en: "goals from the city council" }
    headline_assignments() { sv: "budgetuppdrag", en: "budget assignments" }
    headline_sdgs() { sv: "av de 17 globala målen nämns i planen", en: "of the 17 global goals are named in the plan" }
    headline_reading() { sv: "Beloppen står i tabellerna, enligt källan. Antalen har vi räknat (vår beräkning).", en: "The amounts stand in the tables, as published. The counts are ours (calculated)." }
    areas_heading() { sv: "Målområdena", en: "The target areas" }
    area_counts(goals: usize, assignments: usize) {
        sv: match (goals, assignments) {
            (0, a) => format!("inget mål, {a} uppdrag"),
            (g, 0) => format!("{g} mål"),
            (g, a) => format!("{g} mål, {a} uppdrag"),
        },
        en: {
            let goal_word = if goals == 1 { "goal" } else { "goals" };
            let assignment_word = if assignments == 1 { "assignment" } else { "assignments" };
            match (goals, assignments) {
                (0, a) => format!("no goal, {a} {assignment_word}"),
                (g, 0) => format!("{g} {goal_word}"),
                (g, a) => format!("{g} {goal_word}, {a} {assignment_word}"),
            }
        },
    }
    not_here_heading() { sv: "Det här finns inte här", en: "What is not here" }
    not_here_text(e: &Edition) {
        sv: format!("Skola, vård, kultur och gator har egna nämnder med egna budgetar. Materialet säger inget om utfallet {}, inget om utsläpp och inget om vad ett enskilt mål kostar.", e.year),
        en: format!("Schools, care, culture and streets have boards and budgets of their own. The material says nothing about the outcome of {}, nothing about emissions and nothing about what a single goal costs.", e.year),
    }

    about_title() { sv: "Om webbplatsen", en: "About this site" }
    about_description() { sv: "Avsändare, källor, tillgänglighet, integritet och licens.", en: "Sender, sources, accessibility, privacy and licence." }
    about_example_addresses() {
        sv: "Adresserna är bara exempel och når ingen. Den som publicerar webbplatsen ska ange egna.",
        en: "The addresses are only examples and reach nobody. Whoever publishes the site is to state their own.",
    }
    about_what() { sv: "Vad det är", en: "What it is" }
    about_what_text(e: &Edition, documents: usize, from: &str, to: &str) {
        sv: format!("Målkarta visar vad {} officiella dokument från {from} till {to} säger om {} mål, pengar och beslut. Sammanfattningarna är våra egna. Officiella titlar, namn, belopp och datum står exakt som i källan.", in_words(Sv, documents), boards(Sv, e)),
        en: format!("Målkarta shows what {} official documents from {from} to {to} say about {} goals, money and decisions. The summaries are our own. Official titles, names, amounts and dates stand exactly as in the source.", in_words(En, documents), boards(En, e)),
    }
    about_readings() { sv: "Hur uppgifterna är lästa", en: "How the facts were read" }
    about_as_published() { sv: "Enligt källan: uppgiften står så i dokumentet.", en: "As published: it stands so in the document." }
    about_calculated() { sv: "Vår beräkning: vi har räknat på publicerade belopp.", en: "Calculated: our arithmetic on published amounts." }
    about_interpreted() { sv: "Vår tolkning: vår bedömning, med skälet intill.", en: "Interpreted: our judgement, with the reason beside it." }
    about_documents() { sv: "Dokumenten", en: "The documents" }
    about_accessibility() { sv: "Tillgänglighet", en: "Accessibility" }
    about_accessibility_text() {
        sv: "Sidorna ska fungera med tangentbord, skärmläsare, 200 procents text, smal skärm, mörkt läge och i utskrift. Allt innehåll finns även utan JavaScript. Vi prövar sidorna automatiskt med axe och i Chromium, och för hand i Firefox och WebKitGTK; Safari och riktiga skärmläsare är inte prövade. Hör av dig om något inte fungerar.",
        en: "The pages are made to work with a keyboard, a screen reader, text at 200 per cent, a narrow screen, dark mode and in print. All content is there without JavaScript too. We test the pages automatically with axe and in Chromium, and by hand in Firefox and WebKitGTK; Safari and real screen readers have not been tested. Tell us if something does not work.",
    }
    about_privacy() { sv: "Integritet", en: "Privacy" }
    about_privacy_text() {
        sv: "Webbplatsen sätter inga kakor och anropar ingen annan. Anteckningar ligger i webbläsarens lokala lagring på din enhet. En kopia av sidorna sparas där också, så att de fungerar utan nät. Du tar bort allt genom att rensa webbplatsens data i webbläsaren.",
        en: "The site sets no cookies and contacts nobody else. Notes are kept in the browser's local storage on your device. A copy of the pages is kept there too, so that they work without a network. You remove everything by clearing the site's data in the browser.",
    }
    about_storage_limit() {
        sv: "En anteckning kan försvinna om webbläsaren dödas inom ungefär två sekunder efter att den sparats. Spara viktiga anteckningar i en fil.",
        en: "A note can be lost if the browser is killed within about two seconds after it was saved. Save important notes to a file.",
    }
    about_shortcuts() { sv: "Tangentbord", en: "Keyboard" }
    about_shortcuts_text() {
        sv: "Snedstreck (/) leder till sökfältet, pilarna går bland träffarna. På målkartan går pilarna mellan grannar och längs kopplingar, Home och End till första och sista, Enter öppnar och Escape rensar.",
        en: "Slash (/) leads to the search field, and the arrows move among the hits. On the goal map the arrows move between neighbours and along connections, Home and End to the first and last, Enter opens and Escape clears.",
    }
    about_licence() { sv: "Licens", en: "Licence" }
}
