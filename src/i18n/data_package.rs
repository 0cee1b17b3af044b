//! What the package of open data says of itself and of its columns.

messages! {
    about() {
        sv: "Tabellerna ur nämndsbudgeten, en rad för varje ruta. Tal, tecken och enheter står som de är tryckta. Prognos är en egen fas. Raderna med fasen change är tryckta skillnader och ska inte läggas ihop med de andra; summarader är också egna rader. Beloppen är prognos och budget, inte utfall.",
        en: "The tables of the board budget, one row for each cell. Numbers, signs and units are as printed. A forecast is a phase of its own. Rows with the phase change are printed differences and must not be added to the others; totals are rows of their own too. The amounts are forecast and budget, not outcome.",
    }
    row_id() { sv: "Tabellradens id; det ändras aldrig.", en: "Id of the row of the table; it never changes." }
    row() { sv: "Tabellradens namn på engelska, vår översättning.", en: "Name of the row in English, our translation." }
    row_sv() { sv: "Tabellradens namn som det är tryckt.", en: "Name of the row as printed." }
    column_id() { sv: "Kolumnens id.", en: "Id of the column." }
    phase() {
        sv: "forecast är prognos, budget är budget, change är den tryckta skillnaden. Tomt: en del av en och samma fas.",
        en: "forecast, budget, or change for the printed difference. Empty: a part of one and the same phase.",
    }
    year() { sv: "Året som beloppet gäller. Tomt för en skillnad mellan två år.", en: "The year of the amount. Empty for a difference of two years." }
    unit() {
        sv: "tkr är tusen kronor, mkr är miljoner kronor. Tomt: källan anger ingen enhet.",
        en: "tkr is thousands of kronor, mkr is millions of kronor. Empty: the source prints no unit.",
    }
    value() {
        sv: "Talet som det är tryckt, med sitt tecken. Tomt: rutan är tom i källan.",
        en: "The number as printed, with its sign. Empty: the cell is empty in the source.",
    }
    line() { sv: "Raden i källans textutgåva där beloppet står.", en: "The line of the source's text edition in which the amount stands." }
}
