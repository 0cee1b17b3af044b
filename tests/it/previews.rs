//! Preview images of links: whole, inside their frame, with scope and sender, and the same bytes every time.

use crate::catalogue::{asked, whole};
use malkarta::chart::scene::{PER_PX, Scene, Shape};
use malkarta::chart::text_width::width;
use malkarta::model::Language;
use malkarta::page::{self, preview};
use malkarta::site::paint;
use malkarta::url::{Address, Route};

fn previewed(language: Language, route: &Route) -> Option<Scene> {
    asked(whole(), language, route, "", |context| preview::scene(context, &page::build(context)))
}

/// Text of a scene with its size and the place where it ends.
fn texts(shapes: &[Shape], out: &mut Vec<(String, i32, i32)>) {
    for shape in shapes {
        match shape {
            Shape::Text { x, size, bold, content, .. } => out.push((content.clone(), *size, x + width(content, *size, *bold))),
            Shape::Mark(mark) => texts(&mark.shapes, out),
            _ => {}
        }
    }
}

#[test]
fn every_goal_every_chart_the_map_and_the_start_have_a_preview_that_says_scope_and_sender() {
    let mut seen = 0;
    for language in Language::ALL {
        for route in page::routes(whole()) {
            let wanted = matches!(route, Route::Start | Route::Map | Route::Goal(_) | Route::Assignment(_) | Route::Table(_));
            let Some(scene) = previewed(language, &route) else {
                // A table that nothing is drawn of has none.
                assert!(!wanted || matches!(route, Route::Table(_)), "{route:?}");
                continue;
            };
            seen += 1;
            let mut all = Vec::new();
            texts(&scene.shapes, &mut all);
            let whole: String = all.iter().map(|(content, _, _)| format!("{content} ")).collect();
            let (scope, sender) =
                if language == Language::Sv { ("inte Malmö stads", "Avsändare:") } else { ("not Malmö stad's", "Sender:") };
            assert!(whole.contains(scope) && whole.contains(sender) && whole.contains("Målkarta"), "{route:?}: {whole}");
            let own = all.iter().filter(|(_, size, _)| *size >= 19 * PER_PX);
            for (content, _, end) in own {
                assert!(*end <= preview::WIDTH_PX * PER_PX, "{content:?} of {route:?} reaches past the edge");
            }
            if let Route::Goal(_) = route {
                let kind = if language == Language::Sv { "Mål:" } else { "Goal:" };
                assert!(all.iter().any(|(content, _, _)| content.starts_with(kind)), "a title never stands alone: {whole}");
            }
        }
    }
    assert!(seen > 2 * (whole().goals.len() + 5), "{seen}");
}

#[test]
fn a_preview_is_painted_in_full_size_and_always_equal() {
    for route in [Route::Start, Route::Goal(whole().goals[0].id.clone()), Route::income_statement()] {
        let scene = previewed(Language::Sv, &route).unwrap();
        let png = paint::png(&scene).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630));
        assert!(png.len() > 10_000 && png.len() < 400_000, "{} bytes", png.len());
        assert_eq!(paint::png(&scene).unwrap(), png);
        if let Some(folder) = std::env::var_os("MALKARTA_PREVIEWS") {
            std::fs::write(
                std::path::Path::new(&folder).join(format!("{}.png", Address::new(2025, Language::Sv, route).path().replace('/', "-"))),
                png,
            )
            .unwrap();
        }
    }
}
