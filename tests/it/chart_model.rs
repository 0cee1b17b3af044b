//! The published tables for the tests of charts, small hand-built ones, and the real map without its sources.

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

/// A table of the published data; read once.
pub fn published(name: &str) -> Table {
    static LOADED: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();
    let load = || malkarta::site::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data"))).unwrap().catalogue;
    LOADED.get_or_init(load).table(&id(name)).unwrap().clone()
}

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
