//! A scene as SVG: what stands in the text of it.

use malkarta::chart::scene::{Mark, Role, Scene, Shape, TextAnchor, Token};
use malkarta::chart::svg::{FileText, file, light, name, node};
use malkarta::model::{Anchor, Language};

fn text(content: &str) -> Shape {
    Shape::Text {
        x: 5,
        y: 120,
        size: 120,
        bold: true,
        anchor: TextAnchor::End,
        fill: Token::Ink,
        content: content.into(),
        lang: Some("sv"),
    }
}

fn mark(role: Role, label: &str, href: Option<&str>) -> Shape {
    Shape::Mark(Mark {
        anchor: Anchor::parse("goal/service"),
        ends: None,
        role,
        href: href.map(str::to_owned),
        label: label.into(),
        class: "node",
        shapes: vec![text(label)],
    })
}

fn scene(shapes: Vec<Shape>) -> Scene {
    Scene { width: 9600, height: 1005, title: "Karta".into(), description: "Så hänger det ihop.".into(), shapes }
}

#[test]
fn each_shape_is_written_with_classes_and_short_numbers() {
    let shapes = vec![
        Shape::Rect { x: 0, y: 5, width: 100, height: 20, radius: 30, fill: Some(Token::Card), stroke: Some(Token::Line) },
        Shape::Rect { x: 0, y: 0, width: 10, height: 10, radius: 0, fill: None, stroke: None },
        Shape::Path {
            points: vec![(0, 0), (15, -5)],
            closed: true,
            fill: Some(Token::Sdg(13)),
            stroke: None,
            stroke_width: 0,
            dashed: false,
        },
        Shape::Curve { from: (0, 0), to: (100, 50), stroke: Token::Area(2), stroke_width: 15, dashed: true },
        Shape::Circle { x: 1, y: 2, radius: 30, fill: None, stroke: Some(Token::Chosen) },
        text("a<b"),
    ];
    assert_eq!(
        node(&scene(shapes)).to_markup().as_str(),
        concat!(
            r#"<svg class="scene scene-wide" viewBox="0 0 960 100.5" width="960" height="100.5" role="img" aria-label="Karta"><desc>Så hänger det ihop.</desc>"#,
            r#"<g aria-hidden="true">"#,
            r#"<rect x="0" y="0.5" width="10" height="2" rx="3" class="f-card s-line"></rect>"#,
            r#"<rect x="0" y="0" width="1" height="1" class="hit" fill="none"></rect>"#,
            r#"<path d="M0 0L1.5 -0.5Z" class="f-sdg-13"></path>"#,
            r#"<path d="M0 0C5 0 5 5 10 5" stroke-width="1.5" class="s-area-2 dash" fill="none"></path>"#,
            r#"<circle cx="0.1" cy="0.2" r="3" class="s-chosen" fill="none"></circle>"#,
            r#"<text class="t-ink b" x="0.5" y="12" font-size="12" text-anchor="end" lang="sv">a&lt;b</text>"#,
            "</g></svg>"
        )
    );
}

#[test]
fn marks_are_heard_once_and_text_beside_them_is_not() {
    let link = Shape::Mark(Mark {
        anchor: None,
        ends: Anchor::parse("goal/service").zip(Anchor::parse("sdg/16")),
        role: Role::Hidden,
        href: None,
        label: "vår tolkning".into(),
        class: "link",
        shapes: vec![],
    });
    let written = node(&scene(vec![
        text("Mål"),
        link,
        mark(Role::Link, "ett", Some("../mal/service/")),
        mark(Role::Image, "två", None),
        mark(Role::Link, "tre", None),
        mark(Role::Link, "fyra", Some("javascript:alert(1)")),
    ]));
    let written = written.to_markup();
    let t = |content: &str| format!(r#"<text class="t-ink b" x="0.5" y="12" font-size="12" text-anchor="end" lang="sv">{content}</text>"#);
    let expected = [
        r#"role="group" aria-label="Karta"><desc>Så hänger det ihop.</desc>"#.to_owned(),
        format!(r#"<g aria-hidden="true">{}</g>"#, t("Mål")),
        r#"<g aria-hidden="true" class="mark link" data-ends="goal/service sdg/16"><title>vår tolkning</title></g>"#.into(),
        format!(
            r#"<a href="../mal/service/" aria-label="ett" class="mark node" data-mark="goal/service"><g aria-hidden="true">{}</g></a>"#,
            t("ett ")
        ),
        format!(
            r#"<g role="img" tabindex="0" aria-label="två" class="mark node" data-mark="goal/service"><g aria-hidden="true">{}</g></g>"#,
            t("två ")
        ),
        format!(
            r#"<g role="img" tabindex="-1" aria-label="tre" class="mark node" data-mark="goal/service"><g aria-hidden="true">{}</g></g>"#,
            t("tre ")
        ),
        format!(r#"<a aria-label="fyra" class="mark node" data-mark="goal/service"><g aria-hidden="true">{}</g></a></svg>"#, t("fyra ")),
    ];
    assert!(written.as_str().ends_with(&expected.concat()), "{written}");
    assert!(!written.as_str().contains(" id=") && !written.as_str().contains(" style="), "{written}");
}

#[test]
fn a_file_carries_its_words_and_colours_and_no_address() {
    let words = FileText {
        language: Language::Sv,
        title: "Karta över \"mål\" & pengar",
        source: "Källa: nämndsbudget 2025",
        scope: "Fristående webbplats",
        width_px: 1920,
    };
    let written = file(&scene(vec![mark(Role::Link, "ett", Some("../mal/service/"))]), &words);
    let svg = written.as_str();
    for part in [
        "Karta över &quot;mål&quot; &amp; pengar</text>",
        "Källa: nämndsbudget 2025</text>",
        "Fristående webbplats</text>",
        r#"width="1920""#,
        ".t-ink{fill:#1b1f24}",
        "<title>ett</title>",
    ] {
        assert!(svg.contains(part), "{part} is missing in {svg}");
    }
    for part in ["href", "tabindex", "var(", "aria-hidden", " style="] {
        assert!(!svg.contains(part), "{part} stands in {svg}");
    }
}

#[test]
fn the_application_draws_for_a_phone_where_the_style_sheet_shows_it() {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/style/site.css")).unwrap();
    assert!(css.contains(&format!("@media {} {{\n  .wide-only {{ display: none; }}", malkarta::page::NARROW)));
}

#[test]
fn the_style_sheet_and_the_file_have_the_same_light_colours() {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/style/scene.css")).unwrap();
    let (first, _) = css.split_once("@media").unwrap();
    let mut tokens = vec![
        Token::Ink,
        Token::Soft,
        Token::Line,
        Token::Grid,
        Token::Ground,
        Token::Card,
        Token::Mark,
        Token::Plus,
        Token::Minus,
        Token::Total,
        Token::Chosen,
    ];
    tokens.extend((1..=17).map(Token::Sdg).chain((0..8).map(Token::Area)));
    for token in tokens {
        let (name, colour) = (name(token), light(token));
        assert!(first.contains(&format!("--{name}: {colour};")), "--{name}: {colour};");
        for class in [format!(".f-{name}"), format!(".s-{name}")] {
            assert!(css.contains(&format!("{class} {{")), "{class} has no rule");
        }
    }
}

/// `SEE_FILES=<folder>` writes the files, to be looked at.
#[test]
fn each_scene_becomes_a_file() {
    use crate::chart_model::{id, map, published};
    use malkarta::chart::scene::WidthClass;
    use malkarta::chart::series::StepSeries;
    use malkarta::chart::{goal_map, waterfall};
    use malkarta::model::{DisplayUnit, Level};
    let steps = StepSeries::new(&published("income-statement"), &id("budget-2025"), Level::Totals, DisplayUnit::Mkr).unwrap();
    let map = goal_map::MapSeries::new(&map());
    let scenes = [
        ("steps", waterfall::scene(&steps, WidthClass::Wide, Language::Sv)),
        ("map", goal_map::scene(&map, WidthClass::Wide, Language::Sv, &|_| None)),
    ];
    for (name, scene) in scenes {
        let source = "Källa: Kommunstyrelsens nämndsbudget 2025, avsnittet Resultaträkning.";
        let scope = "Fristående webbplats, inte Malmö stads. Visar kommunstyrelsens nämndsbudget 2025 och fyra äldre dokument, inte hela stadens budget. Beloppen för 2024 och 2025 är prognos och budget, inte utfall.";
        let words = FileText { language: Language::Sv, title: &scene.title.clone(), source, scope, width_px: 1920 };
        let written = file(&scene, &words);
        assert!(written.as_str().starts_with("<svg xmlns=") && written.as_str().contains("inte utfall.</text>"));
        if let Some(folder) = std::env::var_os("SEE_FILES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), written.as_str()).unwrap();
        }
    }
}
