//! Questions that citizens, journalists and officials have, with short answers. Figures come in from the catalogue.

use super::edition::{board, boards, department, municipalitys};
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    title() { sv: "Vanliga frågor", en: "Common questions" }
    description() {
        sv: "Korta svar med källor, även på det som materialet inte svarar på: skatten, skolan, kulturen, utfallet, utsläppen.",
        en: "Short answers with sources, also to what the material does not answer: taxes, schools, culture, outcome, emissions.",
    }
    lead(questions: usize, unanswered: usize) {
        sv: format!("{questions} frågor. På {unanswered} av dem svarar dokumenten inte; då står det, och varför. Tal står enligt källan; det vi har räknat är märkt."),
        en: format!("{questions} questions. The documents do not answer {unanswered} of them; then it says so, and why. Numbers are as published; what we have counted is marked."),
    }
    index() { sv: "Frågorna", en: "The questions" }
    not_answered() { sv: "Materialet svarar inte", en: "The material does not answer" }
    partly_answered() { sv: "Materialet svarar delvis", en: "The material answers in part" }
    read_more() { sv: "Läs mer:", en: "Read more:" }
    group_money() { sv: "Pengar", en: "Money" }
    group_goals() { sv: "Mål och resultat", en: "Goals and results" }
    group_decisions() { sv: "Beslut", en: "Decisions" }
    group_site() { sv: "Webbplatsen", en: "The site" }

    tax() { sv: "Vad går min skatt till?", en: "What do my taxes pay for?" }
    tax_answer(mkr: &str, e: &Edition) {
        sv: format!("Det svarar materialet inte på. Här finns bara {} egen budget: {mkr} mkr från kommunfullmäktige. Skola, vård, kultur och gator har egna nämnder, och hela stadens budget ingår inte. Inte heller skattesatsen.", boards(Sv, e)),
        en: format!("The material does not say. It holds only {} own budget: {mkr} million kronor from the city council. Schools, care, culture and streets have boards of their own, and the whole city's budget is not part of it. Nor is the tax rate.", boards(En, e)),
    }
    board_money(e: &Edition) {
        sv: format!("Hur mycket pengar har {} {}?", board(Sv, e), e.year),
        en: format!("How much money does {} have in {}?", board(En, e), e.year),
    }
    board_money_answer(mkr: &str) {
        sv: format!("Kommunfullmäktige ger {mkr} mkr i kommunbidrag."),
        en: format!("The city council allocates {mkr} million kronor."),
    }
    board_money_change(change: &str, more: bool, before: u32) {
        sv: format!("Det är {change} mkr {} än i prognosen för {before}.", if more { "mer" } else { "mindre" }),
        en: format!("That is {change} million kronor {} than in the forecast for {before}.", if more { "more" } else { "less" }),
    }
    board_money_split(board: &str, office: &str, e: &Edition) {
        sv: format!("Av pengarna är {board} mkr avsatta till styrelsen och {office} mkr till {}.", department(Sv, e)),
        en: format!("Of the money, {board} million kronor is set aside for the board and {office} million kronor for {}.", department(En, e)),
    }
    goal_cost() { sv: "Vad kostar ett mål?", en: "What does a goal cost?" }
    goal_cost_answer() {
        sv: "Det går inte att säga. Budgeten är fördelad på verksamheter, inte på mål, och källan kopplar inget belopp till något mål. Därför räknar vi inte fram något heller.",
        en: "It cannot be said. The budget is divided among activities, not among goals, and the source links no amount to any goal. So we do not work one out either.",
    }
    culture() { sv: "Hur mycket går till kultur?", en: "How much goes to culture?" }
    culture_answer(rows: usize, tables: usize) {
        sv: format!("Det finns ingen rad för kultur. Ingen av de {rows} raderna i de {tables} tabellerna gäller kultur, för kulturen har en egen nämnd med egen budget, som inte ingår här. Ett uppdrag gäller lokaler åt det fria kulturlivet, men källan kopplar inget belopp till det."),
        en: format!("There is no budget line for culture. None of the {rows} rows of the {tables} tables is about culture, because culture has a board and a budget of its own, which are not part of this. One assignment concerns premises for independent culture, but the source links no amount to it."),
    }
    school() { sv: "Vad får skolan?", en: "What do schools get?" }
    school_answer() {
        sv: "Det svarar materialet inte på. Skolan hör till andra nämnder, och deras budgetar ingår inte. Ett mål om barns och ungas uppväxt följer nämndens eget bidrag, inte skolans.",
        en: "The material does not say. Schools belong to other boards, and their budgets are not part of it. A goal about growing up follows this board's own contribution, not that of schools.",
    }
    staff(e: &Edition) {
        sv: format!("Hur många arbetar på {}?", department(Sv, e)),
        en: format!("How many work at {}?", department(En, e)),
    }
    staff_answer(allocation: &str, shared: &str) {
        sv: format!("Planen räknar med {allocation} årsarbetare som betalas med kommunbidrag och {shared} i verksamhet som betalas gemensamt eller med intäkter. En årsarbetare är en heltid under ett år, inte en person."),
        en: format!("The plan counts on {allocation} full-time equivalents paid by the council allocation and {shared} in operations paid jointly or by income. A full-time equivalent is a full post for a year, not a person."),
    }
    investments() { sv: "Hur mycket får investeras?", en: "How much may be invested?" }
    investments_answer(total: &str, mkr: &str, year: u32) {
        sv: format!("Tabellen över investeringar slutar på {total}, utan tryckt enhet. I texten står {mkr} mkr för {year}."),
        en: format!("The table of investments ends at {total}, with no printed unit. The text says {mkr} million kronor for {year}."),
    }
    signs() { sv: "Varför står kostnader med minus?", en: "Why do costs have a minus sign?" }
    signs_answer() {
        sv: "Tecknen står som i källan: intäkter med plus, kostnader med minus. I kolumnen Förändring betyder plus på en kostnadsrad därför lägre kostnad.",
        en: "The signs stand as in the source: income is positive, costs negative. So in the column Change, plus on a cost row means a lower cost.",
    }

    how_many(e: &Edition) {
        sv: format!("Vilka mål har {}?", board(Sv, e)),
        en: format!("Which goals does {} have?", board(En, e)),
    }
    how_many_answer(goals: usize, assignments: usize, areas: usize) {
        sv: format!("{goals} mål och {assignments} budgetuppdrag från kommunfullmäktige, i {areas} målområden (vår beräkning). Andra nämnder har andra mål."),
        en: format!("{goals} goals and {assignments} budget assignments from the city council, in {areas} target areas (calculated). Other boards have other goals."),
    }
    outcome(year: u32) {
        sv: format!("Hur gick det {year}?"),
        en: format!("How did {year} go?"),
    }
    outcome_answer() {
        sv: "Det svarar materialet inte på. Det är planen för året; utfallet redovisas i andra dokument, som inte ingår.",
        en: "The material does not say. It is the plan for the year; the outcome is reported in other documents, which are not part of it.",
    }
    only_round(year: &str) { sv: format!("Den enda uppföljning som ingår är från {year}."), en: format!("The only follow-up it holds is from {year}.") }
    judged() { sv: "Hur vet man om ett mål nås?", en: "How do you know whether a goal is reached?" }
    judged_answer(goals: usize, countable: usize) {
        sv: format!("Ofta går det inte att räkna. Av {goals} mål har {countable} en indikator som går att räkna, och inget har ett målvärde i siffror (vår beräkning). Resten ska bedömas."),
        en: format!("Often it cannot be counted. Of {goals} goals, {countable} can be counted by the indicator, and none has a target value in figures (calculated). The rest are to be judged."),
    }
    emissions(place: &str) {
        sv: format!("Hur stora är utsläppen, och når {place} klimatmålet?"),
        en: format!("How large are emissions, and will {place} reach the climate goal?"),
    }
    emissions_answer(indicator: &str) {
        sv: format!("Det svarar materialet inte på: inga mängder utsläpp står i dokumenten, och målets indikator mäter dem inte. Den är: {indicator}"),
        en: format!("The material does not say: no quantities of emissions stand in the documents, and the goal's indicator does not measure them. It is: {indicator}"),
    }
    safety() { sv: "Vilka arbetar med tryggheten?", en: "Who works on safety?" }
    safety_answer(partners: &str, e: &Edition) {
        sv: format!("Målet om att förebygga brott är {}. Som medverkande nämner källan: {partners}. Vad arbetet kostar står inte.", boards(Sv, e)),
        en: format!("The goal about preventing crime is {}. As taking part the source names: {partners}. What the work costs is not stated.", boards(En, e)),
    }
    global(e: &Edition) {
        sv: format!("Vilka globala mål arbetar {} med?", board(Sv, e)),
        en: format!("Which global goals does {} work with?", board(En, e)),
    }
    global_answer(named: usize, missing: &str) {
        sv: format!("{named} av de 17 globala målen nämns av något mål, räknat på tryckta nummer (vår beräkning). Inget mål nämner {missing}. Det säger inget om stadens övriga arbete."),
        en: format!("{named} of the 17 global goals are named by some goal, counted by printed number (calculated). No goal names {missing}. This says nothing about the city's other work."),
    }
    and() { sv: "och", en: "and" }
    reports() { sv: "När och hur redovisas uppdragen?", en: "When and how do the assignments report back?" }
    reports_answer(assignments: usize) {
        sv: format!("Källan anger för vart och ett av de {assignments} uppdragen hur det ska återrapporteras. Vad svaren blev ingår inte i materialet."),
        en: format!("The source states how each of the {assignments} assignments is to report back. What the answers were is not part of the material."),
    }
    lights(round: &str) {
        sv: format!("Vilken färg fick uppdragen {round}?"),
        en: format!("Which colour did the assignments get in {round}?"),
    }
    lights_answer() {
        sv: "Ingen som materialet visar.",
        en: "None that the material shows.",
    }

    who_decided(year: u32) {
        sv: format!("Vem beslutade om planen för {year}, och när?"),
        en: format!("Who decided on the plan for {year}, and when?"),
    }
    between(from: &str, to: &str) {
        sv: format!("Vad hände mellan {from} och {to}?"),
        en: format!("What happened between {from} and {to}?"),
    }
    between_answer(events: usize) {
        sv: format!("Dokumenten daterar {events} händelser i de åren, i den ordning de kom:"),
        en: format!("The documents date {events} events in those years, in the order they came:"),
    }
    between_empty(years: &str) {
        sv: format!("Om {years} säger dokumenten inget. Det betyder inte att inget hände."),
        en: format!("About {years} the documents say nothing. That does not mean that nothing happened."),
    }
    after_commission() {
        sv: "Vad ledde fram till planen?",
        en: "What led up to the plan?",
    }
    after_commission_answer(steps: usize, first: &str, when: &str, year: u32) {
        sv: format!("Sidan om beslut visar {steps} steg från «{first}» ({when}) till budgeten för {year}, så långt dokumenten räcker. Förslag är inte beslut: arbetsutskottets protokoll är förslag, och de slutliga besluten ingår inte."),
        en: format!("The page of decisions shows {steps} steps from “{first}” ({when}) to the {year} budget, as far as the documents go. Proposals are no decisions: the minutes of the working committee are proposals, and the final decisions are not part of the material."),
    }
    rights(e: &Edition) {
        sv: format!("Vad gör {} för mänskliga rättigheter?", board(Sv, e)),
        en: format!("What does {} do for human rights?", board(En, e)),
    }
    rights_answer(mkr: &str, year: u32) {
        sv: format!("Stadens policy har vägledande principer, och planen för {year} nämner insatser som vi har ordnat efter dem. Ramen är förstärkt med {mkr} mkr för arbetet."),
        en: format!("The city's policy has guiding principles, and the plan for {year} names activities that we have ordered by them. The budget limit is strengthened by {mkr} million kronor for the work."),
    }
    disagree() { sv: "Varför säger källorna olika?", en: "Why do the sources disagree?" }
    disagree_answer() {
        sv: "Summor är avrundade var för sig, namn stavas på flera sätt och texter är skrivna vid olika tid. Vi rättar inget i tysthet: alla läsningar står bredvid varandra, med den vi använder och skälet.",
        en: "Sums are rounded one by one, names are spelt in several ways and texts were written at different times. We correct nothing in silence: all readings stand side by side, with the one we use and the reason.",
    }

    official(e: &Edition) {
        sv: format!("Är det här {} webbplats?", municipalitys(Sv, e)),
        en: format!("Is this {} website?", municipalitys(En, e)),
    }
    my_notes() { sv: "Vem ser det jag antecknar?", en: "Who sees what I note?" }
    my_notes_answer() {
        sv: "Bara du. Anteckningarna ligger i din webbläsare och skickas ingenstans. Vill du dela dem gör du en fil eller en länk.",
        en: "Only you. Notes are kept in your browser and sent nowhere. If you want to share them you make a file or a link.",
    }
    reuse() { sv: "Får jag använda uppgifterna?", en: "May I use the data?" }
    reuse_answer() {
        sv: "Ja. Uppgifterna är fria att använda (CC0 1.0). Ange gärna källans dokument och rad, som står vid varje uppgift.",
        en: "Yes. The data are free to use (CC0 1.0). Please give the document and line of the source, which stand beside each fact.",
    }
}
