//! Small hand-built values of the vocabulary for the tests of charts: the real income statement and the real map, without sources.

use malkarta::model::{
    Area, Assignment, Catalogue, Column, Goal, Id, Nature, Phase, Reading, ReportForm, ReportsBack, Row, RowKind, Sdg, SdgMark, Table,
    Text, Unit,
};

pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

pub fn both(sv: &str, en: &str) -> Text {
    Text { sv: sv.into(), en: en.into() }
}

pub fn column(name: &str, label: &str, year: Option<u32>, phase: Option<Phase>) -> Column {
    Column { id: id(name), label: both(label, label), year, phase, difference_of: None, sum_of: vec![] }
}

/// A row with the same label in both languages.
pub fn row(name: &str, label: &str, kind: RowKind, nature: Option<Nature>, sum_of: &[&str], cells: &[(&str, Option<i64>)]) -> Row {
    Row {
        id: id(name),
        label: both(label, label),
        expanded: None,
        kind,
        nature,
        sum_of: sum_of.iter().map(|part| id(part)).collect(),
        cells: cells.iter().map(|(column, value)| (id(column), *value)).collect(),
        sources: vec![],
    }
}

pub fn table(name: &str, unit: Unit, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        id: id(name),
        title: both("Tabell", "Table"),
        about: None,
        unit,
        columns,
        rows,
        reading: Reading::AsPublished,
        note: None,
        sources: vec![],
    }
}

/// The 17 rows of the board's income statement as printed.
pub fn income_statement() -> Table {
    let mut columns = vec![
        column("forecast-2024", "Prognos 2024", Some(2024), Some(Phase::Forecast)),
        column("budget-2025", "Budget 2025", Some(2025), Some(Phase::Budget)),
        column("change", "Förändring", None, Some(Phase::Change)),
    ];
    columns[2].difference_of = Some([id("budget-2025"), id("forecast-2024")]);
    let rows = ROWS.iter().map(|(name, sv, en, kind, nature, sum_of, cells)| {
        let cells: Vec<(&str, Option<i64>)> = ["forecast-2024", "budget-2025", "change"].into_iter().zip(*cells).collect();
        let mut row = row(name, sv, *kind, Some(*nature), sum_of, &cells);
        row.label = both(sv, en);
        row
    });
    let mut table = table("income-statement", Unit::Tkr, columns, rows.collect());
    table.title = both("Resultaträkning", "Income statement");
    table
}

type RowData = (&'static str, &'static str, &'static str, RowKind, Nature, &'static [&'static str], [Option<i64>; 3]);

#[rustfmt::skip]
const ROWS: [RowData; 17] = [
    ("grants-received", "Bidrag", "Grants received", RowKind::Line, Nature::Income, &[], [Some(16099), Some(19086), Some(2987)]),
    ("other-income", "Övriga intäkter", "Other income", RowKind::Line, Nature::Income, &[], [Some(231964), Some(229213), Some(-2751)]),
    ("total-income", "Totala intäkter", "Total income", RowKind::Sum, Nature::Income, &["grants-received", "other-income"], [Some(248063), Some(248299), Some(236)]),
    ("wages", "Lönekostnader", "Wages", RowKind::Line, Nature::Cost, &[], [Some(-216110), Some(-230619), Some(-14509)]),
    ("social-charges", "PO-Pålägg", "Staff on-costs", RowKind::Line, Nature::Cost, &[], [Some(-98375), Some(-96203), Some(2172)]),
    ("other-staff-costs", "Övriga personalkostnader", "Other staff costs", RowKind::Line, Nature::Cost, &[], [Some(-2521), Some(-1988), Some(533)]),
    ("total-staff-costs", "Totala personalkostnader", "Total staff costs", RowKind::Sum, Nature::Cost, &["wages", "social-charges", "other-staff-costs"], [Some(-317006), Some(-328810), Some(-11804)]),
    ("rents", "Lokal- och markhyror", "Rents of premises and land", RowKind::Line, Nature::Cost, &[], [Some(-44683), Some(-41828), Some(2855)]),
    ("other-costs", "Övriga kostnader", "Other costs", RowKind::Line, Nature::Cost, &[], [Some(-377974), Some(-370846), Some(7128)]),
    ("depreciation", "Avskrivningar", "Depreciation", RowKind::Line, Nature::Cost, &[], [Some(-1357), Some(-1373), Some(-16)]),
    ("total-other-costs", "Totala övriga kostnader", "Total other costs", RowKind::Sum, Nature::Cost, &["rents", "other-costs", "depreciation"], [Some(-424014), Some(-414047), Some(9967)]),
    ("net-cost-before-financial", "Nettokostnad exkl. finansnetto", "Net cost excl. net financial items", RowKind::Sum, Nature::Result, &["total-income", "total-staff-costs", "total-other-costs"], [Some(-492957), Some(-494558), Some(-1601)]),
    ("council-allocation", "Kommunbidrag", "Council allocation", RowKind::Line, Nature::Allocation, &[], [Some(489098), Some(494737), Some(5639)]),
    ("financial-income", "Finansiella intäkter", "Financial income", RowKind::Line, Nature::Financial, &[], [Some(1), None, Some(-1)]),
    ("financial-costs", "Finansiella kostnader", "Financial costs", RowKind::Line, Nature::Financial, &[], [Some(-142), Some(-179), Some(-37)]),
    ("result", "Resultat", "Result", RowKind::Sum, Nature::Result, &["net-cost-before-financial", "council-allocation", "financial-income", "financial-costs"], [Some(-4000), Some(0), Some(4000)]),
    ("net-cost", "Nettokostnad", "Net cost", RowKind::Sum, Nature::Result, &["net-cost-before-financial", "financial-income", "financial-costs"], [Some(-493098), Some(-494737), Some(-1639)]),
];

/// An area, its goals and its assignments join the catalogue.
pub fn area(catalogue: &mut Catalogue, name: &str, sv: &str, en: &str) {
    catalogue.areas.push(Area { id: id(name), title: both(sv, en), sources: vec![] });
}

pub fn goal(catalogue: &mut Catalogue, area: &str, name: &str, sv: &str, en: &str, numbers: &[u32]) {
    let sdgs = numbers.iter().map(|number| mark(*number, None)).collect();
    let (id, area, title) = (id(name), id(area), both(sv, en));
    catalogue.goals.push(Goal {
        id,
        area,
        title,
        sdgs,
        indicator: None,
        outcome: None,
        activities: vec![],
        follow_up: vec![],
        partners: vec![],
        sources: vec![],
    });
}

pub fn mark(number: u32, other_number: Option<u32>) -> SdgMark {
    let reading = if other_number.is_some() { Reading::Interpreted } else { Reading::AsPublished };
    SdgMark { number, printed_name: String::new(), reading, other_number, why: None, sources: vec![] }
}

pub fn assignment(catalogue: &mut Catalogue, area: &str, name: &str, sv: &str, en: &str) {
    let reports_back = ReportsBack { form: ReportForm::SeparateMatter, when: None, text: both("", ""), sources: vec![] };
    catalogue.assignments.push(Assignment {
        id: id(name),
        area: id(area),
        title: both("Kommunstyrelsen ges i uppdrag.", "The executive board is given an assignment."),
        short: both(sv, en),
        partners: vec![],
        activities: vec![],
        reports_back,
        sources: vec![],
    });
}

pub fn sdgs(catalogue: &mut Catalogue) {
    for (index, (sv, en)) in SDGS.iter().enumerate() {
        catalogue.sdgs.push(Sdg { number: index as u32 + 1, name: both(sv, en), color: "#000000".into() });
    }
}

/// The areas, goals and assignments of the budget for 2025 with every mark of a global goal.
pub fn map() -> Catalogue {
    let mut it = Catalogue::default();
    sdgs(&mut it);
    area(
        &mut it,
        "barn-och-unga",
        "En stad med goda uppväxtvillkor för barn och unga",
        "A city where children and young people grow up well",
    );
    area(
        &mut it,
        "arbete-och-tillvaxt",
        "En attraktiv stad för arbete och hållbar tillväxt",
        "An attractive city for work and sustainable growth",
    );
    area(&mut it, "klimatomstallning", "En grön stad som leder klimatomställningen", "A green city that leads the climate transition");
    area(&mut it, "jamlik-stad", "En mer jämlik stad", "A more equal city");
    area(&mut it, "god-organisation", "En god organisation", "A good organisation");
    area(&mut it, "ekonomisk-hushallning", "God ekonomisk hushållning i Malmö stad", "Sound financial management in Malmö stad");
    goal(
        &mut it,
        "barn-och-unga",
        "uppvaxtvillkor",
        "Malmö stad arbetar för att ge barn och unga goda uppväxtvillkor",
        "The City of Malmö works to give children and young people a good start in life",
        &[1, 2, 3, 4, 5, 10, 16],
    );
    goal(
        &mut it,
        "arbete-och-tillvaxt",
        "tillvaxtmotor",
        "Malmö stad arbetar för att stärka sin regionala och nationella roll som motor för tillväxt och sysselsättning",
        "The City of Malmö works to strengthen its regional and national role as an engine of growth and employment",
        &[1, 3, 5, 7, 8, 9, 10, 11],
    );
    goal(
        &mut it,
        "arbete-och-tillvaxt",
        "sjalvforsorjning",
        "Malmö stad arbetar för att öka andelen Malmöbor som är självförsörjande",
        "The City of Malmö works to raise the share of Malmö residents who support themselves",
        &[1, 2, 3, 5, 8, 10, 16],
    );
    goal(
        &mut it,
        "arbete-och-tillvaxt",
        "naringsliv",
        "Malmö stad arbetar för att skapa goda villkor och förutsättningar för stadens attraktivitet och näringsliv",
        "The City of Malmö works to create good conditions for the city's attractiveness and business life",
        &[5, 7, 8, 9, 10, 11, 12, 13, 14, 16],
    );
    goal(
        &mut it,
        "klimatomstallning",
        "klimatneutral",
        "Malmö är en föregångare när det gäller minskade utsläpp av växthusgaser och är en klimatneutral stad 2030",
        "Malmö leads the way in cutting greenhouse-gas emissions and is a climate-neutral city in 2030",
        &[1, 6, 11, 13, 14, 15],
    );
    goal(
        &mut it,
        "klimatomstallning",
        "elforsorjning",
        "Malmö stad arbetar för en långsiktigt hållbar elförsörjning samt ökad energieffektivisering",
        "The City of Malmö works for a lastingly sustainable electricity supply and greater energy efficiency",
        &[7, 8, 9, 13],
    );
    goal(
        &mut it,
        "jamlik-stad",
        "segregation",
        "Malmö stad arbetar för att staden ska bli fri från segregation",
        "Malmö stad works for the city to become free from segregation",
        &[1, 3, 4, 5, 8, 10, 11, 16],
    );
    goal(
        &mut it,
        "jamlik-stad",
        "delaktighet",
        "Malmö stad arbetar för stärkt delaktighet och ökad social sammanhållning genom lokal utveckling samt goda och tillgängliga livsmiljöer i hela staden",
        "Malmö stad works for stronger participation and greater social cohesion through local development and good and accessible living environments throughout the city",
        &[1, 3, 4, 5, 8, 10, 11, 16],
    );
    goal(
        &mut it,
        "jamlik-stad",
        "brottsforebyggande",
        "Malmö stad arbetar för att stärka det förebyggande arbetet och minska brottsligheten",
        "Malmö stad works to strengthen preventive work and reduce crime",
        &[1, 3, 4, 5, 8, 10, 16],
    );
    goal(
        &mut it,
        "god-organisation",
        "arbetsgivare",
        "Malmö stad är en attraktiv och inkluderande arbetsgivare genom att säkerställa en god arbetsmiljö och trygga anställningar",
        "Malmö stad is an attractive and inclusive employer by ensuring a good working environment and secure employment",
        &[1, 2, 3, 5, 8, 10, 16],
    );
    goal(
        &mut it,
        "god-organisation",
        "kompetensforsorjning",
        "Malmö stad arbetar för en god kompetensförsörjning, bland annat genom ökat samarbete mellan kommunens nämnder",
        "Malmö stad works for a good supply of skills, among other things through more cooperation between the municipality's boards",
        &[1, 3, 4, 5, 8, 10, 16],
    );
    goal(
        &mut it,
        "god-organisation",
        "service",
        "Malmö stad ger en god och likvärdig service",
        "Malmö stad provides good and equal service",
        &[5, 10],
    );
    it.goals.last_mut().unwrap().sdgs.push(mark(11, Some(16)));
    assignment(
        &mut it,
        "arbete-och-tillvaxt",
        "arbetsmarknadsinsatser",
        "Arbetsmarknadsinsatser för kompetensförsörjning",
        "Labour-market measures for skills supply",
    );
    assignment(
        &mut it,
        "klimatomstallning",
        "klimatinvesteringsplan",
        "Hållbarhets- och klimatinvesteringsplan",
        "Sustainability and climate investment plan",
    );
    assignment(&mut it, "jamlik-stad", "fria-kulturlivets-lokaler", "Lokaler åt det fria kulturlivet", "Premises for independent culture");
    assignment(&mut it, "ekonomisk-hushallning", "servicenamndens-ekonomi", "Servicenämndens ekonomi", "The service board's finances");
    it
}

#[rustfmt::skip]
const SDGS: [(&str, &str); 17] = [
    ("Ingen fattigdom", "No Poverty"),
    ("Ingen hunger", "Zero Hunger"),
    ("God hälsa och välbefinnande", "Good Health and Well-being"),
    ("God utbildning för alla", "Quality Education"),
    ("Jämställdhet", "Gender Equality"),
    ("Rent vatten och sanitet för alla", "Clean Water and Sanitation"),
    ("Hållbar energi för alla", "Affordable and Clean Energy"),
    ("Anständiga arbetsvillkor och ekonomisk tillväxt", "Decent Work and Economic Growth"),
    ("Hållbar industri, innovationer och infrastruktur", "Industry, Innovation and Infrastructure"),
    ("Minskad ojämlikhet", "Reduced Inequalities"),
    ("Hållbara städer och samhällen", "Sustainable Cities and Communities"),
    ("Hållbar konsumtion och produktion", "Responsible Consumption and Production"),
    ("Bekämpa klimatförändringarna", "Climate Action"),
    ("Hav och marina resurser", "Life Below Water"),
    ("Ekosystem och biologisk mångfald", "Life on Land"),
    ("Fredliga och inkluderande samhällen", "Peace, Justice and Strong Institutions"),
    ("Genomförande och globalt partnerskap", "Partnerships for the Goals"),
];
