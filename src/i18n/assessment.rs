//! Words of the reader's own assessment matrix.

messages! {
    title() { sv: "Min bedömning", en: "My assessment" }
    description() {
        sv: "Din egen bedömning av nämndens mål och uppdrag i rött, gult och grönt, skild från allt officiellt.",
        en: "Your own assessment of the board's goals and assignments in red, yellow and green, apart from anything official.",
    }
    lead() {
        sv: "Bedöm själv varje mål och uppdrag i rött, gult eller grönt, med ett skäl, och jämför med en kollegas bedömning.",
        en: "Assess each goal and assignment yourself in red, yellow or green, with a reason, and compare it with a colleague's assessment.",
    }
    what_it_is(municipalitys: &str, year: u32) {
        sv: format!("Bedömningarna är anteckningar. De finns bara i din webbläsare, i filer du sparar och i länkar du delar. I materialet ingår inte {municipalitys} egen bedömning av målen för {year}."),
        en: format!("The assessments are notes. They exist only in your browser, in files you save and in links you share. The material does not hold {municipalitys} own assessment of the goals for {year}."),
    }
    needs_application() {
        sv: "Matrisen behöver JavaScript och WebAssembly. Utan dem visas bara den här texten.",
        en: "The matrix needs JavaScript and WebAssembly. Without them only this text is shown.",
    }
    see_follow_up() { sv: "Så har arbetet följts upp", en: "How the work was followed up" }
    see_mine() { sv: "Gör en egen bedömning", en: "Make an assessment of your own" }
    matrix() { sv: "Matris", en: "Matrix" }
    thing() { sv: "Mål eller uppdrag", en: "Goal or assignment" }
    not_assessed() { sv: "Inte bedömt", en: "Not assessed" }
    act() { sv: "Ändra", en: "Change" }
    assess() { sv: "Bedöm", en: "Assess" }
    assess_what(what: &str) { sv: format!("Bedöm: {what}"), en: format!("Assess: {what}") }
    change_what(what: &str) { sv: format!("Ändra bedömningen: {what}"), en: format!("Change the assessment: {what}") }
    all_areas() { sv: "Alla områden", en: "All areas" }
    counted(assessed: usize, all: usize) { sv: format!("{assessed} av {all} bedömda."), en: format!("{assessed} of {all} assessed.") }
    counts_note() {
        sv: "Antalen räknas för varje läge. Något medelvärde räknas inte.",
        en: "The counts are for each state. No average is calculated.",
    }
    several() {
        sv: "Där det finns flera bedömningar av samma sak räknas den som ändrades senast. De andra står kvar under den.",
        en: "Where there are several assessments of one thing, the one changed last counts. The others stand below it.",
    }
    earlier() { sv: "Även", en: "Also" }
    reason() { sv: "Skäl", en: "Reason" }
    no_reason() { sv: "Inget skäl angivet", en: "No reason given" }
    rule() { sv: "Regel", en: "Rule" }
    others() { sv: "Annat som är bedömt", en: "Other things assessed" }

    compare() { sv: "Jämför med en kollegas", en: "Compare with a colleague's" }
    compare_how() {
        sv: "Öppna en länk som din kollega har delat, eller visa en fil med hennes anteckningar bredvid dina. Inget sparas.",
        en: "Open a link that your colleague shared, or show a file of her notes beside yours. Nothing is saved.",
    }
    choose_file() { sv: "Visa en fil bredvid", en: "Show a file beside" }
    stop_comparing() { sv: "Sluta jämföra", en: "Stop comparing" }
    mine() { sv: "Min", en: "Mine" }
    theirs_link() { sv: "Från länken", en: "From the link" }
    theirs_file(name: &str) { sv: format!("Från filen {name}"), en: format!("From the file {name}") }
    difference() { sv: "Skillnad", en: "Difference" }
    same() { sv: "Lika", en: "Same" }
    differs() { sv: "Olika", en: "Different" }
    only_mine() { sv: "Bara min", en: "Only mine" }
    only_theirs() { sv: "Bara den andra", en: "Only the other" }
    differences() { sv: "Skillnader", en: "Differences" }
    no_differences() { sv: "Bedömningarna skiljer sig inte åt.", en: "The assessments do not differ." }
    difference_line(what: &str, mine: &str, theirs: &str) {
        sv: format!("{what} \u{2013} min: {mine}, den andra: {theirs}"),
        en: format!("{what} \u{2013} mine: {mine}, the other: {theirs}"),
    }
    counts() { sv: "Antal för varje läge", en: "Counts for each state" }
    state() { sv: "Läge", en: "State" }
    no_assessments() { sv: "Filen innehåller inga bedömningar.", en: "The file holds no assessments." }
    on_map(state: &str) { sv: format!("Egen bedömning: {state}"), en: format!("Own assessment: {state}") }
    map_legend() {
        sv: "Tecknen i rutornas hörn:",
        en: "The signs in the corners of the boxes:",
    }
}
