//! The HTML document around a page, the shell for reading offline, and the page for unknown addresses.

use super::assets::Assets;
use crate::chart::scene::Scene;
use crate::dataset::Publisher;
use crate::i18n::{frame as words, notebook, notes};
use crate::markup::{Element, Node, el, text};
use crate::model::{Edition, Language};
use crate::notes::Assessed;
use crate::page::preview::{HEIGHT_PX, WIDTH_PX};
use crate::page::{Context, Page, Slot, footer, full_title, header, scope};
use crate::url::{Address, Route, relative, rescue_path};

/// Stands as the first node of every head. `style` attributes, inline scripts and foreign requests are all refused.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'";

/// For hosts that read a `_headers` file; a policy in the page cannot forbid framing.
pub const HEADERS: &str = "/*\n  Content-Security-Policy: frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n/sw.js\n  Cache-Control: no-cache\n";

/// The name of a page's preview image, beside the page.
pub const PREVIEW: &str = "preview.png";

/// Replaced by the worker with the path of the site's root, so that one shell serves every depth.
pub const ROOT_TOKEN: &str = "%ROOT%";

/// A finished page.
pub fn page(context: &Context, page: &Page, assets: &Assets, preview: Option<&Scene>) -> String {
    let address = context.address;
    let language = address.language;
    let path = address.path();
    let root = relative(&path, "");
    let title = full_title(language, &page.title);
    let mut head = head(&root, assets, &title)
        .child(el("meta").attr("name", "description").attr("content", page.description.as_str()))
        .child(el("meta").attr("property", "og:title").attr("content", title.as_str()))
        .child(el("meta").attr("property", "og:description").attr("content", page.description.as_str()))
        .child(el("meta").attr("property", "og:type").attr("content", "website"))
        .child(el("meta").attr("property", "og:site_name").attr("content", words::site_name(language)))
        .child(el("meta").attr("property", "og:locale").attr("content", if language == Language::Sv { "sv_SE" } else { "en_GB" }));
    if let Some(site) = &context.publisher.site_url {
        let other = address.other_language();
        let canonical = format!("{site}{path}");
        head = head
            .child(el("link").attr("rel", "canonical").attr("href", canonical.as_str()))
            .child(
                el("link").attr("rel", "alternate").attr("hreflang", other.language.tag()).attr("href", format!("{site}{}", other.path())),
            )
            .child(el("link").attr("rel", "alternate").attr("hreflang", language.tag()).attr("href", canonical.as_str()))
            .child(el("meta").attr("property", "og:url").attr("content", canonical.as_str()));
        // A page without a picture of its own is shown with that of the start page.
        let start = Address::new(context.edition().year, language, Route::Start).path();
        let image = format!("{site}{}{PREVIEW}", if preview.is_some() { path.as_str() } else { start.as_str() });
        let said = preview.map_or_else(|| scope(language, context.edition(), context.publisher), |scene| scene.description.clone());
        head = head
            .child(el("meta").attr("property", "og:image").attr("content", image))
            .child(el("meta").attr("property", "og:image:width").attr("content", WIDTH_PX.to_string()))
            .child(el("meta").attr("property", "og:image:height").attr("content", HEIGHT_PX.to_string()))
            .child(el("meta").attr("property", "og:image:alt").attr("content", said))
            .child(el("meta").attr("name", "twitter:card").attr("content", "summary_large_image"));
    } else {
        head = head.child(el("meta").attr("name", "twitter:card").attr("content", "summary"));
    }
    let body = el("body")
        .child(app(context, page))
        .child(el("div").attr("id", "live"))
        .child(el("noscript").child(el("p").class("static-note").text(words::static_page(language))))
        // The same words where scripts run but WebAssembly does not; the boot script brings them out.
        .child(
            el("p")
                .class("static-note app-missing")
                .text(words::static_page(language))
                .text(" ")
                .child(el("a").attr("href", relative(&path, rescue_path(language))).text(notebook::rescue_link(language))),
        );
    whole(language.tag(), head, body)
}

/// The part that the running application replaces: the same blocks, live.
fn app(context: &Context, page: &Page) -> Element {
    el("div")
        .attr("id", "app")
        .child(el("div").class("frame").child(header(context)))
        .child(el("main").attr("id", "main").children(page.blocks.iter().map(|block| {
            el("div")
                .class("block")
                .attr("data-block", block.key)
                .attr_if("data-slot", block.is_slot().map(Slot::name))
                .child(block.node().clone())
        })))
        .child(el("div").class("frame").child(footer(context)))
}

fn head(root: &str, assets: &Assets, title: &str) -> Element {
    let at = |path: &str| format!("{root}{path}");
    plain_head(root, assets, title).child(
        el("script")
            .attr("type", "module")
            .attr("src", at(&assets.boot))
            .attr("data-root", root)
            .attr("data-script", at(&assets.script))
            .attr("data-wasm", at(&assets.wasm))
            .attr("data-pages", at(&assets.pages))
            .attr("data-pages-wasm", at(&assets.pages_wasm))
            .attr("data-manifest", at(&assets.manifest))
            .attr("data-site", at(&assets.site))
            .attr("data-build", assets.build.as_str())
            .attr("data-version", assets.data_version.as_str())
            .attr("data-edition", assets.edition.year.to_string())
            .attr("data-municipality", assets.edition.municipality.as_str())
            .attr_if("data-site-url", assets.site_url.as_deref()),
    )
}

/// A head that starts nothing.
fn plain_head(root: &str, assets: &Assets, title: &str) -> Element {
    let at = |path: &str| format!("{root}{path}");
    el("head")
        .child(el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY))
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"))
        .child(el("title").text(title))
        .child(el("meta").attr("name", "color-scheme").attr("content", "light dark"))
        .child(el("meta").attr("name", "referrer").attr("content", "no-referrer"))
        .child(el("link").attr("rel", "stylesheet").attr("href", at(&assets.style)))
        .child(el("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href", at("icons/icon.svg")))
        .child(el("link").attr("rel", "manifest").attr("href", at("app.webmanifest")))
}

fn whole(language: &str, head: Element, body: Element) -> String {
    format!("<!doctype html>\n{}\n", el("html").attr("lang", language).child(head).child(body).to_markup())
}

/// The page that the worker answers with when there is no network: no content of its own.
pub fn shell(assets: &Assets) -> String {
    let both = |sv: &str, en: &str| -> Vec<Node> { vec![text(sv), el("br").into(), el("span").attr("lang", "en").text(en).into()] };
    let body = el("body")
        .child(
            el("div")
                .attr("id", "app")
                .child(el("main").attr("id", "main").child(el("p").class("loading").children(both("Öppnar\u{2026}", "Opening\u{2026}")))),
        )
        .child(el("div").attr("id", "live"));
    whole("sv", head(ROOT_TOKEN, assets, "Målkarta").child(el("meta").attr("name", "malkarta-shell").attr("content", "")), body)
}

/// The page that shows and downloads all stored notes without WebAssembly and without the application.
pub fn rescue(language: Language, edition: &Edition, publisher: &Publisher, assets: &Assets) -> String {
    let path = rescue_path(language);
    let root = relative(path, "");
    let to = |route| relative(path, &Address::new(edition.year, language, route).path());
    let mut script = el("script")
        .attr("type", "module")
        .attr("src", format!("{root}{}", assets.rescue))
        .attr("data-rescue-root", root.as_str())
        .attr("data-rescue-count", notebook::rescue_count(language))
        .attr("data-rescue-none", notebook::rescue_none(language))
        .attr("data-rescue-blocked", notebook::rescue_blocked(language))
        .attr("data-rescue-raw", notebook::rescue_raw(language))
        .attr("data-rescue-unsaved", notebook::unsaved_title(language))
        .attr("data-rescue-own", notes::own_assessment(language, &edition.municipality));
    for state in Assessed::ALL {
        let name = match state {
            Assessed::Red => "data-rescue-state-red",
            Assessed::Yellow => "data-rescue-state-yellow",
            Assessed::Green => "data-rescue-state-green",
            Assessed::CannotAssess => "data-rescue-state-cannot-assess",
        };
        script = script.attr(name, state.word(language));
    }
    let button = |id: &str, text| el("button").attr("type", "button").attr("id", id).text(text);
    let main = el("main")
        .attr("id", "main")
        .child(el("h1").attr("id", "rubrik").text(notebook::rescue_title(language)))
        .child(el("p").class("lead").text(notebook::rescue_lead(language)))
        .child(el("noscript").child(el("p").text(notebook::rescue_needs_script(language))))
        .child(el("p").attr("id", "rescue-status").attr("role", "status"))
        .child(
            el("div")
                .attr("id", "rescue-actions")
                .attr("hidden", "")
                .child(
                    el("p")
                        .class("actions")
                        .child(button("rescue-json", notebook::rescue_download(language)).class("primary"))
                        .child(button("rescue-text", notebook::rescue_text(language))),
                )
                .child(el("p").class("soft").text(notebook::rescue_again(language))),
        )
        .child(el("ul").attr("id", "rescue-notes").class("notes-list"))
        .child(
            el("p")
                .class("actions")
                .child(el("a").attr("href", to(Route::Start)).text(words::to_start(language)))
                .child(el("a").attr("href", to(Route::Notes)).text(words::nav_notes(language))),
        );
    let head = plain_head(&root, assets, &full_title(language, &notebook::rescue_title(language)))
        .child(el("meta").attr("name", "description").attr("content", notebook::rescue_description(language)))
        .child(el("meta").attr("name", "robots").attr("content", "noindex"))
        .child(script);
    let body = el("body").child(el("header").child(el("p").class("scope").text(scope(language, edition, publisher)))).child(main);
    whole(language.tag(), head, body)
}

/// A page that only leads on to another one.
pub fn moved(language: Language, title: &str, from: &str, path: &str) -> String {
    let to = relative(from, path);
    let head = el("head")
        .child(el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY))
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("http-equiv", "refresh").attr("content", format!("0; url={to}")))
        .child(el("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href", relative(from, "icons/icon.svg")))
        .child(el("meta").attr("name", "robots").attr("content", "noindex"))
        .child(el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"))
        .child(el("title").text(full_title(language, title)));
    whole(language.tag(), head, el("body").child(el("p").child(el("a").attr("href", to).text(title))))
}

/// `404.html`: it may be shown at any depth, so it looks for the root by walking up to `version.json`.
/// Its one style and one script are allowed by their hashes.
pub fn not_found(edition: &Edition, publisher: &Publisher) -> String {
    let style = include_str!("not_found.css");
    let script = include_str!("not_found.js");
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; connect-src 'self'; base-uri 'none'; form-action 'none'",
        base64_sha256(script),
        base64_sha256(style)
    );
    // Without the script the ways on are known only where the publisher said where the site stands.
    let root = publisher.site_url.as_deref();
    let way = |path: String, words: std::borrow::Cow<'static, str>| {
        let address = root.map(|root| format!("{root}{path}"));
        el("a").attr("data-to", path).attr_if("href", address.as_deref()).text(words)
    };
    let part = |language: Language| {
        el("section")
            .attr("lang", language.tag())
            .child(el(if language == Language::Sv { "h1" } else { "h2" }).text(words::not_found_title(language)))
            .child(el("p").text(words::not_found_here(language)))
            .child(
                el("ul")
                    .attr_if("hidden", root.is_none().then_some(""))
                    .child(el("li").child(way(start(edition, language), words::to_start(language))))
                    .child(el("li").child(way(map(edition, language), words::to_map(language)))),
            )
            .child(el("p").attr("class", "scope").text(scope(language, edition, publisher)))
            .child(el("p").text(words::sender(language, &publisher.name)))
    };
    // The two raw texts are this program's own files and hold no character that would end their element.
    format!(
        "<!doctype html>\n<html lang=\"sv\"><head>{}<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{}</title><style>{style}</style></head><body><main>{}{}</main><script>{script}</script></body></html>\n",
        el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", policy).to_markup(),
        text(full_title(Language::Sv, &words::not_found_title(Language::Sv))).to_markup(),
        part(Language::Sv).to_markup(),
        part(Language::En).to_markup(),
    )
}

fn start(edition: &Edition, language: Language) -> String {
    crate::url::Address::new(edition.year, language, Route::Start).path()
}

fn map(edition: &Edition, language: Language) -> String {
    crate::url::Address::new(edition.year, language, Route::Map).path()
}

/// The list of pages for search engines; addresses in it must be absolute.
pub fn sitemap(root: &str, paths: &[String]) -> String {
    let urls = paths.iter().map(|path| el("url").child(el("loc").text(format!("{root}{path}"))));
    let set = el("urlset").attr("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9").children(urls);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", set.to_markup())
}

/// The SHA-256 of a text in base64, as a policy wants it.
fn base64_sha256(content: &str) -> String {
    use sha2::{Digest, Sha256};
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha256::digest(content.as_bytes());
    let mut out = String::new();
    for chunk in digest.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for position in 0..4 {
            let index = (bits >> (18 - 6 * position)) & 63;
            let letter = ALPHABET.get(index as usize).copied().unwrap_or(b'=');
            out.push(if position <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_digest_is_written_as_a_policy_wants_it() {
        assert_eq!(super::base64_sha256(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
