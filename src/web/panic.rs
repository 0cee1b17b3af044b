//! What happens when the application has a fault: a plain message that needs no further WebAssembly.

use super::dom;
use crate::i18n::live as words;
use crate::model::Language;

/// Replaces silence by a stop screen. Saved notes are in the browser's storage and stay there.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        let Some(document) = dom::document() else { return };
        let english = document.document_element().and_then(|root| root.get_attribute("lang")).is_some_and(|lang| lang == "en");
        let language = if english { Language::En } else { Language::Sv };
        let Some(live) = dom::by_id("live") else { return };
        let Ok(screen) = document.create_element("div") else { return };
        screen.set_class_name("stopped");
        let _ = screen.set_attribute("role", "alert");
        for (name, content) in [
            ("h2", words::stopped_title(language).into_owned()),
            ("p", words::stopped_text(language).into_owned()),
            ("pre", info.to_string()),
        ] {
            if let Ok(element) = document.create_element(name) {
                element.set_text_content(Some(&content));
                let _ = screen.append_child(&element);
            }
        }
        // The way out needs nothing of what has just failed.
        if let Ok(way_out) = document.create_element("a") {
            let root = dom::boot_script().and_then(|script| script.get_attribute("data-root")).unwrap_or_default();
            let _ = way_out.set_attribute("href", &format!("{root}{}", crate::url::rescue_path(language)));
            way_out.set_text_content(Some(&crate::i18n::notebook::rescue_link(language)));
            let _ = screen.append_child(&way_out);
        }
        let _ = live.append_child(&screen);
    }));
}
