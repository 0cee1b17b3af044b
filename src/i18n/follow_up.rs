//! Words of the follow-up round, of how goals are judged, and of the human-rights page.

use super::edition::{board, municipalitys};
use crate::model::Language::{En, Sv};
use crate::model::{Edition, FigureUnit, Language};

messages! {
    title() { sv: "Uppföljningen", en: "The follow-up" }
    description(round: &str) {
        sv: format!("Trafikljusen {round} så långt källan räcker: antal, fördelning, vad färgerna betyder och vad som saknas."),
        en: format!("The {round} traffic lights as far as the source goes: counts, allocation, what the colours mean and what is missing."),
    }
    lead(round: &str, year: u32) {
        sv: format!("Materialet innehåller en enda uppföljning: rundan {round}. Hur det gick {year} ingår inte."),
        en: format!("The material holds a single follow-up: the {round} round. How {year} went is not part of it."),
    }
    no_round_description() { sv: "Hur målen följs upp, och vad materialet inte innehåller.", en: "How the goals are followed up, and what the material does not hold." }
    no_round(year: u32) {
        sv: format!("Materialet innehåller ingen uppföljning. Hur det gick {year} ingår inte."),
        en: format!("The material holds no follow-up. How {year} went is not part of it."),
    }
    see_judged(year: u32) {
        sv: format!("Så ska målen för {year} bedömas"),
        en: format!("How the goals for {year} are to be judged"),
    }
    states(round: &str) {
        sv: format!("Färgerna {round} och vad de betyder"),
        en: format!("The colours of {round} and what they mean"),
    }
    states_note() {
        sv: "Färgerna räknar förvaltningar och bolag, aldrig enskilda uppdrag.",
        en: "The colours count departments and companies, never single assignments.",
    }
    state() { sv: "Färg", en: "Colour" }
    rule() { sv: "Regel i källan", en: "Rule in the source" }
    no_rule() { sv: "Källan ger ingen regel.", en: "The source gives no rule." }
    counts_what() { sv: "Vad som räknas", en: "What is counted" }
    count() { sv: "Antal", en: "Number" }
    no_count() { sv: "inget i källan", en: "none in the source" }
    allocations() { sv: "Utredningsuppdrag per förvaltning", en: "Inquiry assignments per department" }
    department() { sv: "Förvaltning", en: "Department" }
    assignments() { sv: "Uppdrag", en: "Assignments" }
    printed() { sv: "Så står det", en: "As printed" }
    sum() { sv: "Summa", en: "Sum" }
    sum_note(sum: &str) {
        sv: format!("Fördelningen ger {sum} uppdrag."),
        en: format!("The allocation makes {sum} assignments."),
    }
    counts_heading() { sv: "Antal som källan anger", en: "Counts that the source gives" }
    counts_caption() { sv: "Varje antal med orden som de står i källan.", en: "Each count with the words as they stand in the source." }
    label() { sv: "Vad", en: "What" }
    findings() { sv: "Vad uppföljningen kom fram till", en: "What the follow-up found" }
    missing() { sv: "Vad som saknas, och varför", en: "What is missing, and why" }
    events() { sv: "Uppföljningen i beslutskedjan", en: "The follow-up in the decision trail" }
    next_round(year: u32) {
        sv: format!("Och {year}?"),
        en: format!("And {year}?"),
    }
    next_round_text(year: u32) {
        sv: format!("Planen för {year} säger hur målen ska följas upp, men innehåller inget utfall."),
        en: format!("The plan for {year} says how the goals are to be followed up, but holds no outcome."),
    }

    judged_title() { sv: "Så bedöms målen", en: "How the goals are judged" }
    judged_description() {
        sv: "Indikator, önskat utfall och uppföljning i vanliga ord, och en tabell över vilka mål som går att räkna.",
        en: "Indicator, wanted outcome and follow-up in plain words, and a table of which goals can be counted.",
    }
    judged_lead(goals: usize, countable: usize, outcomes: usize, targets: usize) {
        sv: {
            let none = |count: usize| if count == 0 { "inget".to_owned() } else { count.to_string() };
            format!("Av {goals} mål har {} en indikator som går att räkna, {} ett uttalat önskat utfall och {} ett målvärde (vår beräkning).", none(countable), none(outcomes), none(targets))
        },
        en: {
            let none = |count: usize| if count == 0 { "none".to_owned() } else { count.to_string() };
            format!("Of {goals} goals, {} can be counted by the indicator, {} with a stated wanted outcome and {} with a target value (calculated).", none(countable), none(outcomes), none(targets))
        },
    }
    three_parts() { sv: "Tre delar", en: "Three parts" }
    part_indicator() {
        sv: "Det som nämnden har valt att följa. Den visar nämndens eget bidrag, inte om staden når målet.",
        en: "What the board has chosen to follow. It shows the board's own contribution, not whether the city reaches the goal.",
    }
    part_outcome() {
        sv: "Vad styrelsen vill nå med det som följs. Oftast att något blir gjort, inte att en siffra ändras.",
        en: "What the board wants to reach with what is followed. Mostly that something gets done, not that a number changes.",
    }
    part_follow_up() { sv: "Uppföljning", en: "Follow-up" }
    part_follow_up_text() {
        sv: "Vad som vägs in när året är slut. Planen beskriver hur, och resultatet ingår inte i materialet.",
        en: "What is weighed when the year is over. The plan describes how; the result is not part of the material.",
    }
    two_questions() { sv: "Två frågor, inte en", en: "Two questions, not one" }
    question_covered() { sv: "Blev det gjort?", en: "Was it done?" }
    question_covered_text() {
        sv: "Om de planerade insatserna blev av. Det kan styrelsen själv svara på.",
        en: "Whether the planned activities came about. The board itself can answer that.",
    }
    question_reached() { sv: "Nåddes målet?", en: "Was the goal reached?" }
    question_reached_text() {
        sv: "Om det blev som målet säger i staden. Det beror på många fler än styrelsen, och indikatorerna följer bara styrelsens bidrag.",
        en: "Whether the city became what the goal says. That depends on many more than the board, and the indicators follow only the board's contribution.",
    }
    cannot() { sv: "När något inte går att bedöma", en: "When something cannot be assessed" }
    cannot_text() {
        sv: "Utan startvärde, målvärde eller regel går det inte att räkna fram ett resultat. Då är «går inte att bedöma» ett riktigt svar, med skälet intill. Det är något annat än «inte bedömt» (ingen har gjort bedömningen) och «utfall ingår inte i materialet».",
        en: "Without a starting value, a target value or a rule, a result cannot be worked out. Then “cannot be assessed” is a proper answer, with its reason. It differs from “not assessed” (nobody has made the assessment) and from “no outcome in the material”.",
    }
    colours() { sv: "Samma färg, olika saker", en: "Same colour, different things" }
    colours_text(e: &Edition) {
        sv: format!("Rött, gult och grönt betyder inget i sig. I en rapport kan en färg visa hur långt ett arbete har kommit, i en annan gälla resultat eller pengar, och regeln kan saknas. Det du själv färgar i dina anteckningar är din egen bedömning, inte {}. Jämför därför aldrig färger utan deras regel.", municipalitys(Sv, e)),
        en: format!("Red, yellow and green mean nothing by themselves. In one report a colour may show how far the work has come, in another stand for results or money, and the rule may be missing. What you colour in your own notes is your assessment, not {}. So never compare colours without their rule.", municipalitys(En, e)),
    }
    see_round() {
        sv: "Se uppföljningen",
        en: "See the follow-up",
    }
    table_heading() { sv: "Målen ett och ett", en: "Goal by goal" }
    table_caption() { sv: "Vad källan anger för varje mål.", en: "What the source states for each goal." }
    column_goal() { sv: "Mål", en: "Goal" }
    column_countable() { sv: "Går indikatorn att räkna?", en: "Can the indicator be counted?" }
    column_start() { sv: "Startvärde", en: "Starting value" }
    column_target() { sv: "Målvärde", en: "Target value" }
    column_outcome() { sv: "Önskat utfall uttalat?", en: "Wanted outcome stated?" }
    yes() { sv: "Ja", en: "Yes" }
    no() { sv: "Nej", en: "No" }
    none() { sv: "saknas", en: "none" }

    rights_title() { sv: "Mänskliga rättigheter", en: "Human rights" }
    rights_description(e: &Edition) {
        sv: format!("De vägledande principerna, vad {} planerar för var och en {}, och hur det redovisas.", board(Sv, e), e.year),
        en: format!("The guiding principles, what {} plans for each in {}, and how it is reported.", board(En, e), e.year),
    }
    rights_lead(year: u32, principles: usize, activities: usize, published: usize) {
        sv: format!("Stadens policy har {principles} vägledande principer. Planen för {year} nämner {activities} insatser. För {published} av dem knyter källan själv insatsen till en princip; för resten är kopplingen vår tolkning."),
        en: format!("The city's policy has {principles} guiding principles. The plan for {year} names {activities} activities. For {published} of them the source itself ties the activity to a principle; for the rest the link is our reading."),
    }
    principle(number: u32) { sv: format!("Princip {number}"), en: format!("Principle {number}") }
    planned_for_principle(year: u32) {
        sv: format!("Planerat för {year}"),
        en: format!("Planned for {year}"),
    }
    no_activity(year: u32) {
        sv: format!("Planen för {year} nämner ingen insats som vi läser till principen."),
        en: format!("The plan for {year} names no activity that we read as serving the principle."),
    }
    reporting() { sv: "Så redovisas året", en: "How the year is reported" }
    policy_trail() { sv: "Policyn i beslutskedjan", en: "The policy in the decision trail" }
    related_goal() { sv: "Målet där policyn är indikator", en: "The goal where the policy is the indicator" }
}

/// What a count counts, where the label does not say it.
pub fn unit(language: Language, unit: &FigureUnit) -> &'static str {
    match (unit, language) {
        (FigureUnit::Mkr, Language::Sv) => "mkr",
        (FigureUnit::Mkr, Language::En) => "million kronor",
        (FigureUnit::Tkr, Language::Sv) => "tkr",
        (FigureUnit::Tkr, Language::En) => "thousand kronor",
        (FigureUnit::Percent, _) => "%",
        (FigureUnit::Count(word), language) => count_word(language, word),
    }
}

fn count_word(language: Language, word: &str) -> &'static str {
    let (sv, en) = match word {
        "full_time_equivalents" => ("årsarbetare", "full-time equivalents"),
        "people" => ("personer", "people"),
        "goals" => ("mål", "goals"),
        "assignments" => ("uppdrag", "assignments"),
        "cities" => ("städer", "cities"),
        "countries" => ("länder", "countries"),
        "posts" => ("tjänster", "posts"),
        "years" => ("år", "years"),
        "subtasks" => ("deluppdrag", "subtasks"),
        _ => ("st.", "items"),
    };
    match language {
        Language::Sv => sv,
        Language::En => en,
    }
}
