//! Words of the start page and of the page about the site.

messages! {
    title() { sv: "Vad Malmös kommunstyrelse planerar och räknar med 2025", en: "What Malmö's city executive board plans and budgets for 2025" }
    description() {
        sv: "Mål, uppdrag, globala mål, pengar och beslut i kommunstyrelsens nämndsbudget 2025, med källan till varje uppgift.",
        en: "Goals, assignments, global goals, money and decisions in the executive board's budget for 2025, with the source of every fact.",
    }
    lead(goals: usize, assignments: usize) {
        sv: format!("Här kan du följa {goals} mål och {assignments} uppdrag från stadens politiker till det som planeras, vem som medverkar och hur det ska bedömas. Varje uppgift visar var den står."),
        en: format!("Follow {goals} goals and {assignments} assignments from the city's politicians to what is planned, who takes part and how it will be judged. Every fact shows where it stands."),
    }
    ways_in() { sv: "Börja här", en: "Start here" }
    way_goals() { sv: "Målkartan", en: "The goal map" }
    way_goals_text() { sv: "Målområden, mål, uppdrag och globala mål i en bild", en: "Target areas, goals, assignments and global goals in one picture" }
    way_money() { sv: "Pengarna", en: "The money" }
    way_money_text() { sv: "Fem tabeller: vad pengarna ska gå till, och om summorna stämmer", en: "Five tables: what the money is for, and whether the sums add up" }
    way_decisions() { sv: "Besluten", en: "The decisions" }
    way_decisions_text() { sv: "Vad som ledde fram till planen, från 2010, och vad som ska hända sedan", en: "What led up to the plan, from 2010, and what is to happen next" }
    way_notes() { sv: "Dina anteckningar", en: "Your notes" }
    way_notes_text() { sv: "Skriv vid mål och belopp. Allt stannar i din webbläsare", en: "Write beside goals and amounts. Everything stays in your browser" }
    way_questions() { sv: "Vanliga frågor", en: "Common questions" }
    way_questions_text() { sv: "Korta svar, även på det som materialet inte svarar på", en: "Short answers, also to what the material does not answer" }
    headline_figures() { sv: "I korthet", en: "In brief" }
    headline_allocation() { sv: "tilldelat kommunstyrelsen av kommunfullmäktige, budget 2025", en: "allocated to the executive board by the city council, budget 2025" }
    headline_change() { sv: "mot prognosen för 2024", en: "against the forecast for 2024" }
    headline_goals() { sv: "mål från kommunfullmäktige", en: "goals from the city council" }
    headline_assignments() { sv: "budgetuppdrag", en: "budget assignments" }
    headline_sdgs() { sv: "av de 17 globala målen nämns i planen", en: "of the 17 global goals are named in the plan" }
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
    not_here_text() {
        sv: "Skola, vård, kultur och gator har egna nämnder med egna budgetar. Materialet säger inget om utfallet 2025, inget om utsläpp och inget om vad ett enskilt mål kostar.",
        en: "Schools, care, culture and streets have boards and budgets of their own. The material says nothing about the outcome of 2025, nothing about emissions and nothing about what a single goal costs.",
    }

    about_title() { sv: "Om webbplatsen", en: "About this site" }
    about_description() { sv: "Avsändare, källor, tillgänglighet, integritet och licens.", en: "Sender, sources, accessibility, privacy and licence." }
    about_what() { sv: "Vad det är", en: "What it is" }
    about_what_text() {
        sv: "Målkarta visar vad fem officiella dokument från 2015 till 2025 säger om kommunstyrelsens mål, pengar och beslut. Sammanfattningarna är våra egna. Officiella titlar, namn, belopp och datum står exakt som i källan.",
        en: "Målkarta shows what five official documents from 2015 to 2025 say about the executive board's goals, money and decisions. The summaries are our own. Official titles, names, amounts and dates stand exactly as in the source.",
    }
    about_readings() { sv: "Hur uppgifterna är lästa", en: "How the facts were read" }
    about_as_published() { sv: "Enligt källan: uppgiften står så i dokumentet.", en: "As published: it stands so in the document." }
    about_calculated() { sv: "Vår beräkning: vi har räknat på publicerade belopp.", en: "Calculated: our arithmetic on published amounts." }
    about_interpreted() { sv: "Vår tolkning: vår bedömning, med skälet intill.", en: "Interpreted: our judgement, with the reason beside it." }
    about_documents() { sv: "Dokumenten", en: "The documents" }
    about_accessibility() { sv: "Tillgänglighet", en: "Accessibility" }
    about_accessibility_text() {
        sv: "Sidorna ska fungera med tangentbord, skärmläsare, 200 procents text, smal skärm, mörkt läge och i utskrift. Allt innehåll finns även utan JavaScript. Vi prövar sidorna automatiskt med axe och i Chromium; Firefox, Safari och riktiga skärmläsare är inte prövade. Hör av dig om något inte fungerar.",
        en: "The pages are made to work with a keyboard, a screen reader, text at 200 per cent, a narrow screen, dark mode and in print. All content is there without JavaScript too. We test the pages automatically with axe and in Chromium; Firefox, Safari and real screen readers have not been tested. Tell us if something does not work.",
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
