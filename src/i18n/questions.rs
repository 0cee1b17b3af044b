//! Questions that citizens, journalists and officials have, with short answers. Figures come in from the catalogue.

messages! {
    title() { sv: "Vanliga frågor", en: "Common questions" }
    description() {
        sv: "Korta svar med källor, även på det som materialet inte svarar på: skatten, skolan, kulturen, utfallet, utsläppen.",
        en: "Short answers with sources, also to what the material does not answer: taxes, schools, culture, outcome, emissions.",
    }
    lead(questions: usize, unanswered: usize) {
        sv: format!("{questions} frågor. På {unanswered} av dem svarar de fem dokumenten inte; då står det, och varför."),
        en: format!("{questions} questions. The five documents do not answer {unanswered} of them; then it says so, and why."),
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
    tax_answer(mkr: &str) {
        sv: format!("Det svarar materialet inte på. Här finns bara kommunstyrelsens egen budget: {mkr} mkr från kommunfullmäktige. Skola, vård, kultur och gator har egna nämnder, och hela stadens budget ingår inte. Inte heller skattesatsen."),
        en: format!("The material does not say. It holds only the executive board's own budget: {mkr} million kronor from the city council. Schools, care, culture and streets have boards of their own, and the whole city's budget is not part of it. Nor is the tax rate."),
    }
    board_money() { sv: "Hur mycket pengar har kommunstyrelsen 2025?", en: "How much money does the executive board have in 2025?" }
    board_money_answer(mkr: &str, change: &str) {
        sv: format!("Kommunfullmäktige ger {mkr} mkr i kommunbidrag. Det är {change} mkr mot prognosen för 2024."),
        en: format!("The city council allocates {mkr} million kronor. That is {change} million kronor against the forecast for 2024."),
    }
    board_money_split(board: &str, office: &str) {
        sv: format!("Av pengarna är {board} mkr avsatta till styrelsen och {office} mkr till stadskontoret."),
        en: format!("Of the money, {board} million kronor are set aside for the board and {office} million kronor for the city office."),
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
        sv: "Det svarar materialet inte på. Skolan hör till andra nämnder, och deras budgetar ingår inte. Kommunstyrelsen har ett mål om barns och ungas uppväxt, men det följer styrelsens eget bidrag, inte skolans.",
        en: "The material does not say. Schools belong to other boards, and their budgets are not part of it. The executive board has a goal about growing up, but it follows the board's own contribution, not that of schools.",
    }
    staff() { sv: "Hur många arbetar på stadskontoret?", en: "How many work at the city office?" }
    staff_answer(allocation: &str, shared: &str) {
        sv: format!("Planen räknar med {allocation} årsarbetare som betalas med kommunbidrag och {shared} i verksamhet som betalas gemensamt eller med intäkter. En årsarbetare är en heltid under ett år, inte en person."),
        en: format!("The plan counts on {allocation} full-time equivalents paid by the council allocation and {shared} in operations paid jointly or by income. A full-time equivalent is a full post for a year, not a person."),
    }
    investments() { sv: "Hur mycket får investeras?", en: "How much may be invested?" }
    investments_answer(total: &str, mkr: &str) {
        sv: format!("Tabellen över investeringar slutar på {total}, utan tryckt enhet. I texten står {mkr} mkr för 2025."),
        en: format!("The table of investments ends at {total}, with no printed unit. The text says {mkr} million kronor for 2025."),
    }
    signs() { sv: "Varför står kostnader med minus?", en: "Why do costs have a minus sign?" }
    signs_answer() {
        sv: "Tecknen står som i källan: intäkter med plus, kostnader med minus. I kolumnen Förändring betyder plus på en kostnadsrad därför lägre kostnad.",
        en: "The signs stand as in the source: income is positive, costs negative. So in the column Change, plus on a cost row means a lower cost.",
    }

    how_many() { sv: "Vilka mål har kommunstyrelsen?", en: "Which goals does the executive board have?" }
    how_many_answer(goals: usize, assignments: usize, areas: usize) {
        sv: format!("{goals} mål och {assignments} budgetuppdrag från kommunfullmäktige, i {areas} målområden. Andra nämnder har andra mål."),
        en: format!("{goals} goals and {assignments} budget assignments from the city council, in {areas} target areas. Other boards have other goals."),
    }
    outcome() { sv: "Hur gick det 2025?", en: "How did 2025 go?" }
    outcome_answer() {
        sv: "Det svarar materialet inte på. Det är planen för året; utfallet redovisas i andra dokument, som inte ingår. Den enda uppföljning som ingår är från 2015.",
        en: "The material does not say. It is the plan for the year; the outcome is reported in other documents, which are not part of it. The only follow-up it holds is from 2015.",
    }
    judged() { sv: "Hur vet man om ett mål nås?", en: "How do you know whether a goal is reached?" }
    judged_answer(goals: usize, countable: usize) {
        sv: format!("Ofta går det inte att räkna. Av {goals} mål har {countable} en indikator som går att räkna, och inget har ett målvärde i siffror. Resten ska bedömas."),
        en: format!("Often it cannot be counted. Of {goals} goals, {countable} can be counted by the indicator, and none has a target value in figures. The rest are to be judged."),
    }
    emissions() { sv: "Hur stora är utsläppen, och når Malmö klimatmålet?", en: "How large are emissions, and will Malmö reach the climate goal?" }
    emissions_answer() {
        sv: "Det svarar materialet inte på: inga mängder utsläpp står i dokumenten. Målets indikator räknar städer som har anslutit sig till Malmö Commitment, inte utsläpp.",
        en: "The material does not say: no quantities of emissions stand in the documents. The goal's indicator counts cities that have joined the Malmö Commitment, not emissions.",
    }
    safety() { sv: "Vilka arbetar med tryggheten?", en: "Who works on safety?" }
    safety_answer(partners: &str) {
        sv: format!("Målet om att förebygga brott nämner {partners}. Vad det kostar står inte."),
        en: format!("The goal about preventing crime names {partners}. What it costs is not stated."),
    }
    global() { sv: "Vilka globala mål arbetar kommunstyrelsen med?", en: "Which global goals does the executive board work with?" }
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
    lights() { sv: "Vilken färg fick uppdragen 2015?", en: "Which colour did the assignments get in 2015?" }
    lights_answer() {
        sv: "Ingen som materialet visar. Färgerna sattes av förvaltningar och bolag, i matriser som inte ingår i källan. Utredningsuppdragen fick ingen färg alls.",
        en: "None that the material shows. The colours were set by departments and companies, in matrices that are not part of the source. The inquiry assignments got no colour at all.",
    }

    who_decided() { sv: "Vem beslutade om planen för 2025, och när?", en: "Who decided on the plan for 2025, and when?" }
    after_commission() { sv: "Vad hände efter Malmökommissionen?", en: "What happened after the Malmö commission?" }
    after_commission_answer(steps: usize) {
        sv: format!("Besluten visar {steps} steg från kommissionen till budgeten för 2025, så långt dokumenten räcker. Arbetsutskottets protokoll är förslag; de slutliga besluten ingår inte."),
        en: format!("The decisions show {steps} steps from the commission to the 2025 budget, as far as the documents go. The working committee's minutes are proposals; the final decisions are not part of the material."),
    }
    rights() { sv: "Vad gör kommunstyrelsen för mänskliga rättigheter?", en: "What does the executive board do for human rights?" }
    rights_answer(mkr: &str) {
        sv: format!("Stadens policy har vägledande principer, och planen för 2025 nämner insatser som vi har ordnat efter dem. Ramen är förstärkt med {mkr} mkr för arbetet."),
        en: format!("The city's policy has guiding principles, and the plan for 2025 names activities that we have ordered by them. The budget limit is strengthened by {mkr} million kronor for the work."),
    }
    disagree() { sv: "Varför säger källorna olika?", en: "Why do the sources disagree?" }
    disagree_answer() {
        sv: "Summor är avrundade var för sig, namn stavas på flera sätt och texter är skrivna vid olika tid. Vi rättar inget i tysthet: alla läsningar står bredvid varandra, med den vi använder och skälet.",
        en: "Sums are rounded one by one, names are spelt in several ways and texts were written at different times. We correct nothing in silence: all readings stand side by side, with the one we use and the reason.",
    }

    official() { sv: "Är det här Malmö stads webbplats?", en: "Is this Malmö stad's website?" }
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
