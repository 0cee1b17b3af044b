//! The goal map: what stands on it, what lights up, where the keys lead.

use crate::chart_golden::see_golden;
use crate::chart_model::{area, assignment, goal, map, mark, sdgs};
use malkarta::chart::goal_map::{Direction, MOST_ITEMS, MapSeries, NodeFacts, NodeKind, Part, neighbour, related, scene};
use malkarta::chart::scene::{Role, Scene, Shape, WidthClass};
use malkarta::chart::svg;
use malkarta::chart::text_width::width;
use malkarta::markup::Markup;
use malkarta::model::{Anchor, Catalogue, Language, Reading, ReportForm};

fn at(text: &str) -> Anchor {
    Anchor::parse(text).unwrap()
}

fn address(anchor: &Anchor) -> Option<String> {
    Some(format!("../{anchor}/"))
}

fn draw(series: &MapSeries, class: WidthClass) -> Scene {
    scene(series, class, Language::Sv, &address)
}

#[test]
fn each_drawing_of_the_map_is_as_it_was() {
    let series = MapSeries::new(&map());
    for (class, class_name) in [(WidthClass::Wide, "wide"), (WidthClass::Narrow, "narrow")] {
        for language in Language::ALL {
            see_golden(&format!("goal-map-{class_name}-{}", language.tag()), &scene(&series, class, language, &address));
        }
    }
}

#[test]
fn of_the_map_the_part_in_the_window_can_be_written_alone() {
    let series = MapSeries::new(&map());
    for class in [WidthClass::Wide, WidthClass::Narrow] {
        let drawing = draw(&series, class);
        let node = svg::node(&drawing);
        let middle = drawing.height / 2;
        let marks = |markup: &Markup| markup.as_str().matches("data-mark=\"").count();
        let (all, upper, lower) = (node.to_markup(), node.to_markup_within(0, middle).0, node.to_markup_within(middle, drawing.height).0);
        assert!(marks(&upper) > 0 && marks(&upper) < marks(&all) && marks(&lower) < marks(&all), "{class:?}");
        assert!(marks(&upper) + marks(&lower) >= marks(&all), "{class:?}: what neither half has");
        assert_eq!(node.to_markup_within(0, drawing.height), (all, true), "{class:?}");
    }
}

#[test]
fn areas_stand_in_printed_order_and_global_goals_by_number() {
    let mut catalogue = map();
    catalogue.sdgs.reverse();
    let series = MapSeries::new(&catalogue);
    let areas: Vec<&str> = series.areas.iter().map(|node| node.anchor.rest()).collect();
    assert_eq!(
        areas,
        ["barn-och-unga", "arbete-och-tillvaxt", "klimatomstallning", "jamlik-stad", "god-organisation", "ekonomisk-hushallning"]
    );
    assert_eq!(
        series.sdgs.iter().map(|node| node.anchor.rest().to_owned()).collect::<Vec<_>>(),
        (1..=17).map(|n| n.to_string()).collect::<Vec<_>>()
    );
    // Items stand area by area, assignments last.
    let places: Vec<_> = series.items.iter().map(|node| (node.area, node.kind == NodeKind::Assignment)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(series.items.len(), 16);
}

#[test]
fn a_mark_whose_number_and_name_disagree_shows_both_readings() {
    let series = MapSeries::new(&map());
    let readings: Vec<_> =
        series.links.iter().filter(|link| link.from == at("goal/service")).map(|link| (link.to.as_str(), link.reading)).collect();
    use Reading::{AsPublished, Interpreted};
    assert_eq!(readings, [("sdg/5", AsPublished), ("sdg/10", AsPublished), ("sdg/11", Interpreted), ("sdg/16", Interpreted)]);
    for class in WidthClass::ALL {
        let scene = draw(&series, class);
        let dashed: Vec<_> = scene
            .marks()
            .into_iter()
            .filter(|mark| mark.class.contains("link-interpreted"))
            .map(|mark| mark.ends.clone().unwrap())
            .collect();
        assert_eq!(dashed, [(at("goal/service"), at("sdg/11")), (at("goal/service"), at("sdg/16"))]);
    }
    let label = |anchor: &str| series.label(series.node(&at(anchor)).unwrap(), Language::Sv);
    assert_eq!(
        label("goal/service"),
        "Mål: Malmö stad ger en god och likvärdig service. Målområde: En god organisation. Bidrar i huvudsak till globala mål 5 och 10. \
         Oklart vilket av globala mål 11 och 16: källans nummer och namn går isär."
    );
    assert_eq!(
        label("sdg/16"),
        "Globalt mål 16: Fredliga och inkluderande samhällen. Nämns av 8 mål. Dessutom av 1 mål om märkningen läses så."
    );
}

#[test]
fn a_global_goal_that_none_names_says_so() {
    let series = MapSeries::new(&map());
    assert_eq!(series.title(Language::Sv), "12 mål nämner 16 av de 17 globala målen");
    assert!(series.summary(Language::Sv).contains("Utan koppling här: globalt mål 17. Det säger inget om stadens övriga arbete."));
    for class in WidthClass::ALL {
        let scene = draw(&series, class);
        let marks = scene.marks();
        let unnamed = marks.iter().find(|mark| mark.anchor == Some(at("sdg/17"))).unwrap();
        assert!(unnamed.label.ends_with("Inget av målen nämner det."));
        assert!(unnamed.shapes.iter().any(|shape| matches!(shape, Shape::Text { content, .. } if content == "inget av målen nämner")
            || matches!(shape, Shape::Text { content, .. } if content == "inget av målen nämner det")));
    }
}

#[test]
fn a_global_goal_named_only_in_an_interpretation_is_not_counted() {
    let mut only = Catalogue::default();
    sdgs(&mut only);
    area(&mut only, "a", "Område", "Area");
    goal(&mut only, "a", "m", "Titel.", "Title", &[1]);
    only.goals[0].sdgs.push(mark(11, Some(16)));
    let series = MapSeries::new(&only);
    assert_eq!(series.title(Language::Sv), "1 mål nämner 1 av de 17 globala målen");
    assert!(series.summary(Language::Sv).contains("Nämns bara i en tolkning och räknas inte: globalt mål 11 och 16."));
    assert!(
        series
            .label(&series.items[0], Language::Sv)
            .starts_with("Mål: Titel. Målområde: Område. Bidrar i huvudsak till globala mål 1. Oklart")
    );
}

/// A city of 30 areas with so many goals each.
fn large(goals_each: usize) -> Catalogue {
    let mut city = Catalogue::default();
    sdgs(&mut city);
    for index in 0..30 {
        area(&mut city, &format!("a-{index}"), "Ett område", "An area");
        for inner in 0..goals_each {
            let (area, id) = (format!("a-{index}"), format!("m-{index}-{inner}"));
            goal(&mut city, &area, &id, "Malmö stad arbetar för ett mål", "x", &[1, 3, 5, 8, 10, 11, 16]);
        }
    }
    city.goals[0].sdgs.push(mark(11, Some(17)));
    city
}

#[test]
fn a_large_city_is_drawn_by_area_and_its_drawing_does_not_grow_with_its_goals() {
    let city = large(10);
    let series = MapSeries::new(&city);
    // It groups by itself and says so: an item for each area, links that count.
    assert!(series.grouped && series.items.len() == 30);
    assert_eq!(series.counts(), (300, 0));
    let weight =
        |to: &str, reading| series.links.iter().filter(|l| l.to == at(to) && l.reading == reading).map(|l| l.weight).sum::<usize>();
    assert_eq!((weight("sdg/11", Reading::AsPublished), weight("sdg/17", Reading::Interpreted)), (300, 1));
    assert_eq!(series.title(Language::Sv), "300 mål nämner 7 av de 17 globala målen");
    assert!(series.summary(Language::Sv).contains("Målen är för många för att stå ett och ett"));
    assert!(series.label(&series.items[0], Language::Sv).starts_with("10 mål, öppna området för att se dem."));
    for class in WidthClass::ALL {
        see_order(&draw(&series, class));
    }
    let drawn = draw(&series, WidthClass::Wide);
    assert!(drawn.height < 60_000, "the grouped map is {} px high", drawn.height / 10);
    let widths = |class: &str| {
        drawn
            .marks()
            .into_iter()
            .filter(|mark| mark.class == class)
            .flat_map(|mark| &mark.shapes)
            .filter_map(|shape| match shape {
                Shape::Curve { stroke_width, .. } => Some(*stroke_width),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert!(widths("link link-wide").iter().max() > widths("link link-interpreted").iter().max(), "width says how many");
    // One area of it stands goal by goal.
    let one = at("area/a-3");
    let keep = |anchor: &Anchor| anchor.rest().starts_with("m-3-");
    let part = MapSeries::of(&city, &Part { keep: &keep, facts: &|_| None, narrowed: true });
    assert_eq!((part.grouped, part.areas.len(), part.items.len()), (false, 1, 10));
    assert_eq!(part.areas[0].anchor, one);
    assert!(part.label(&part.items[0], Language::Sv).contains("Målområde: Ett område."));
    // Twice as many goals: as many nodes and links, and not one mark more in the drawing.
    let larger = MapSeries::new(&large(20));
    assert_eq!(larger.counts(), (600, 0));
    assert_eq!((larger.items.len(), larger.links.len()), (series.items.len(), series.links.len()));
    for class in WidthClass::ALL {
        assert_eq!(draw(&larger, class).marks().len(), draw(&series, class).marks().len());
    }
}

/// How many of the links between goals and global goals cross, in the order in which both stand.
fn crossings(series: &MapSeries) -> usize {
    let place = |anchor: &Anchor| series.nodes().position(|node| node.anchor == *anchor).unwrap();
    let ends: Vec<(usize, usize)> =
        series.links.iter().filter(|link| link.to.kind() == "sdg").map(|link| (place(&link.from), place(&link.to))).collect();
    let crossed = |(a, b): &(usize, usize)| ends.iter().filter(|(c, d)| a < c && b > d).count();
    ends.iter().map(crossed).sum()
}

#[test]
fn goals_stand_in_an_order_in_which_fewer_links_cross() {
    let catalogue = map();
    let series = MapSeries::new(&catalogue);
    let mut printed = series.clone();
    printed.items.sort_by_key(|item| {
        let goal = catalogue.goals.iter().position(|goal| Anchor::goal(&goal.id) == item.anchor);
        (item.area, goal.is_none(), goal)
    });
    assert!(crossings(&series) < crossings(&printed), "{} instead of {}", crossings(&series), crossings(&printed));
    // No two neighbours of an area would do better the other way round.
    for index in 1..series.items.len() {
        if series.items[index].area == series.items[index - 1].area {
            let mut swapped = series.clone();
            swapped.items.swap(index - 1, index);
            assert!(crossings(&swapped) >= crossings(&series) || series.items[index].kind == NodeKind::Assignment);
        }
    }
}

#[test]
fn what_is_judged_decided_and_disputed_stands_in_small_letters_and_is_heard() {
    let catalogue = map();
    let facts = |anchor: &Anchor| match anchor.kind() {
        "goal" => Some(NodeFacts {
            countable: (anchor.rest() != "service").then_some(anchor.rest() == "klimatneutral"),
            reports: None,
            events: 1,
            contradictions: 6,
        }),
        _ => Some(NodeFacts { countable: None, reports: Some(ReportForm::AnnualAnalysis), events: 0, contradictions: 0 }),
    };
    let series = MapSeries::of(&catalogue, &Part { keep: &|_| true, facts: &facts, narrowed: false });
    let label = |anchor: &str| series.label(series.node(&at(anchor)).unwrap(), Language::Sv);
    // Together with the title, as it is drawn: what is seen can be spoken.
    assert!(label("goal/klimatneutral").contains("klimatneutral stad 2030. Indikatorn räknas · 1 händelse · 6 motstridigheter."));
    assert!(label("goal/service").contains(". Ingen indikator · 1 händelse · 6 motstridigheter."));
    assert!(label("assignment/servicenamndens-ekonomi").contains(". Svar i årsanalysen."));
    for class in WidthClass::ALL {
        let scene = draw(&series, class);
        see_order(&scene);
        let marks = scene.marks();
        let goal = marks.iter().find(|mark| mark.anchor == Some(at("goal/klimatneutral"))).unwrap();
        let small = |shape: &&Shape| matches!(shape, Shape::Text { content, size: 120, .. } if content.starts_with("Indikatorn räknas"));
        assert_eq!(goal.shapes.iter().filter(small).count(), 1);
    }
}

#[test]
fn every_node_is_a_link_that_says_its_full_title() {
    let series = MapSeries::new(&map());
    for class in WidthClass::ALL {
        for language in Language::ALL {
            let scene = scene(&series, class, language, &address);
            let marks = scene.marks();
            let links: Vec<_> = marks.iter().filter(|mark| mark.role == Role::Link).collect();
            assert_eq!(links.len(), series.nodes().count());
            for node in series.nodes() {
                let mark = links.iter().find(|mark| mark.anchor.as_ref() == Some(&node.anchor)).unwrap();
                assert_eq!(mark.href, address(&node.anchor));
                assert!(mark.label.contains(node.title.get(language)), "{}", mark.label);
                // And the title stands in the node in full, whatever lines it is broken over.
                let seen: String = mark
                    .shapes
                    .iter()
                    .filter_map(|shape| if let Shape::Text { content, .. } = shape { Some(content.as_str()) } else { None })
                    .collect();
                let bare = |text: &str| text.replace([' ', '-'], "");
                assert!(bare(&seen).contains(&bare(node.title.get(language))), "{seen} lacks {}", node.title.get(language));
            }
            assert_eq!(marks.iter().filter(|mark| mark.ends.is_some() && mark.ends.as_ref().unwrap().1.kind() == "sdg").count(), 83);
        }
    }
}

#[test]
fn what_belongs_together_lights_up() {
    let series = MapSeries::new(&map());
    let lit = |anchor: &str| related(&series, &at(anchor)).into_iter().map(|anchor| anchor.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(lit("sdg/6"), ["area/klimatomstallning", "goal/klimatneutral", "sdg/6"]);
    assert_eq!(lit("goal/elforsorjning"), ["area/klimatomstallning", "goal/elforsorjning", "sdg/13", "sdg/7", "sdg/8", "sdg/9"]);
    assert_eq!(lit("assignment/servicenamndens-ekonomi"), ["area/ekonomisk-hushallning", "assignment/servicenamndens-ekonomi"]);
    assert_eq!(lit("area/ekonomisk-hushallning"), ["area/ekonomisk-hushallning", "assignment/servicenamndens-ekonomi"]);
    assert_eq!(lit("sdg/17"), ["sdg/17"]);
    assert!(lit("area/klimatomstallning").contains(&"sdg/15".to_owned()));
    assert!(lit("goal/gone").is_empty());
}

#[test]
fn arrow_keys_move_along_links_and_columns() {
    let series = MapSeries::new(&map());
    let go = |from: &str, direction| neighbour(&series, &at(from), direction).map(|anchor| anchor.as_str().to_owned());
    assert_eq!(go("area/barn-och-unga", Direction::Right).as_deref(), Some("goal/uppvaxtvillkor"));
    assert_eq!(go("goal/uppvaxtvillkor", Direction::Right).as_deref(), Some("sdg/1"));
    assert_eq!(go("goal/uppvaxtvillkor", Direction::Left).as_deref(), Some("area/barn-och-unga"));
    assert_eq!(go("sdg/6", Direction::Left).as_deref(), Some("goal/klimatneutral"));
    assert_eq!(go("sdg/6", Direction::Down).as_deref(), Some("sdg/7"));
    assert_eq!(go("sdg/6", Direction::Home).as_deref(), Some("sdg/1"));
    assert_eq!(go("area/barn-och-unga", Direction::End).as_deref(), Some("area/ekonomisk-hushallning"));
    assert_eq!(go("sdg/17", Direction::Down), None);
    assert_eq!(go("sdg/1", Direction::Up), None);
    assert_eq!(go("sdg/17", Direction::Left), None);
    assert_eq!(go("assignment/servicenamndens-ekonomi", Direction::Right), None);
    assert_eq!(go("goal/gone", Direction::Up), None);
}

/// The boxes of all nodes lie inside the drawing, nodes of a column do not overlap and texts stay in their boxes.
fn see_order(scene: &Scene) {
    let mut boxes: Vec<(i32, i32, i32, i32)> = Vec::new();
    for mark in scene.marks().into_iter().filter(|mark| mark.role == Role::Link) {
        let (x, y, w, h) = mark
            .shapes
            .iter()
            .find_map(|shape| if let Shape::Rect { x, y, width, height, .. } = shape { Some((*x, *y, *width, *height)) } else { None })
            .unwrap();
        assert!(x >= 0 && y >= 0 && x + w <= scene.width && y + h <= scene.height, "{}", mark.label);
        for shape in &mark.shapes {
            if let Shape::Text { x: left, y: base, size, content, bold, anchor, .. } = shape {
                assert!(*size >= 120, "text smaller than 12 px: {content}");
                let right = if *anchor == malkarta::chart::scene::TextAnchor::Start { left + width(content, *size, *bold) } else { *left };
                assert!(right <= x + w && *base <= y + h && base - size * 8 / 10 >= y, "{content} leaves its box");
            }
        }
        if let Some((_, before_y, _, before_h)) = boxes.iter().rev().find(|(other, ..)| *other == x) {
            assert!(before_y + before_h <= y + 40, "{} overlaps what stands above", mark.label);
        }
        boxes.push((x, y, w, h));
    }
}

#[test]
fn odd_maps_stay_readable() {
    let long = "Malmö stad arbetar för en långsiktigt hållbar utveckling i hela staden ".repeat(6);
    let title_of = |length: usize| long.chars().take(length).collect::<String>();
    let mut maps = vec![Catalogue::default(), map()];
    let mut only = Catalogue::default();
    sdgs(&mut only);
    maps.push(only.clone());
    let mut odd = only.clone();
    area(&mut odd, "tomt", "Ett område utan mål", "An area without goals");
    area(&mut odd, "fullt", &title_of(200), &title_of(200));
    for index in 0..100 {
        goal(&mut odd, "fullt", &format!("mal-{index}"), &title_of(20 + 2 * index), "x", &[1 + index as u32 % 17, 99]);
    }
    goal(&mut odd, "fullt", "utan", "Ett mål utan globala mål", "x", &[]);
    goal(&mut odd, "fullt", "langt", &title_of(400), "x", &(1..=17).collect::<Vec<_>>());
    goal(&mut odd, "borta", "hemlost", "Ett mål vars område saknas", "x", &[3, 3]);
    assignment(&mut odd, "borta", "ocksa", &"x".repeat(300), "x");
    maps.push(odd.clone());
    let facts =
        |_: &Anchor| Some(NodeFacts { countable: Some(true), reports: Some(ReportForm::SeparateMatter), events: 1234, contradictions: 99 });
    for catalogue in &maps {
        for part in [
            Part { keep: &|_| true, facts: &|_| None, narrowed: false },
            Part { keep: &|_| true, facts: &facts, narrowed: true },
            Part { keep: &|anchor| anchor.rest() != "hemlost" && anchor.rest() != "ocksa", facts: &facts, narrowed: true },
            Part { keep: &|_| false, facts: &facts, narrowed: true },
        ] {
            let series = MapSeries::of(catalogue, &part);
            for class in WidthClass::ALL {
                see_order(&draw(&series, class));
            }
        }
    }
    // Two goals stand outside the area: so many are grouped.
    assert!(MapSeries::new(&odd).grouped && odd.goals.len() > MOST_ITEMS);
    let homeless = |anchor: &Anchor| ["hemlost", "ocksa", "utan", "langt"].contains(&anchor.rest());
    assert!(
        MapSeries::of(&odd, &Part { keep: &homeless, facts: &|_| None, narrowed: true })
            .label(
                MapSeries::of(&odd, &Part { keep: &homeless, facts: &|_| None, narrowed: true }).node(&at("goal/hemlost")).unwrap(),
                Language::Sv
            )
            .starts_with("Mål: Ett mål vars område saknas. Målområde: –.")
    );
    odd.goals.retain(|goal| goal.id.as_str() != "hemlost");
    odd.assignments.clear();
    // A hundred goals in one area alone stand one by one.
    let series = MapSeries::new(&odd);
    assert!(!series.grouped);
    let drawn = draw(&series, WidthClass::Wide);
    let marks = drawn.marks();
    let long_one = marks.iter().find(|mark| mark.anchor == Some(at("goal/langt"))).unwrap();
    assert!(long_one.label.contains(title_of(400).trim()));
    assert!(long_one.shapes.iter().any(|shape| matches!(shape, Shape::Text { content, .. } if content.ends_with('…'))));
    assert!(marks.iter().any(|mark| mark.label
        == "Mål: Ett mål utan globala mål. Målområde: Ett område".replace("Ett område", title_of(200).as_str())
            + ". Källan nämner inga globala mål här."));
    let full: Vec<_> = marks.iter().filter(|mark| mark.anchor == Some(at("area/fullt"))).collect();
    assert!(
        !full[0].shapes.iter().any(|shape| matches!(shape, Shape::Text { content, .. } if content.ends_with('…'))),
        "an area title of 200 characters is cut"
    );
}
