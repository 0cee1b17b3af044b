//! The HTML document around a page, the shell for reading offline, and the page for unknown addresses.

use super::assets::Assets;
use crate::dataset::Publisher;
use crate::i18n::frame as words;
use crate::markup::{Element, Node, el, text};
use crate::model::{Edition, Language};
use crate::page::{Context, Page, Slot, footer, full_title, header, scope};
use crate::url::relative;

/// Stands as the first node of every head. `style` attributes, inline scripts and foreign requests are all refused.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'";

/// For hosts that read a `_headers` file; a policy in the page cannot forbid framing.
pub const HEADERS: &str = "/*\n  Content-Security-Policy: frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n/sw.js\n  Cache-Control: no-cache\n";

/// Replaced by the worker with the path of the site's root, so that one shell serves every depth.
pub const ROOT_TOKEN: &str = "%ROOT%";

/// A finished page.
pub fn page(context: &Context, page: &Page, assets: &Assets) -> String {
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
        .child(el("meta").attr("property", "og:locale").attr("content", if language == Language::Sv { "sv_SE" } else { "en_GB" }))
        .child(el("meta").attr("name", "twitter:card").attr("content", "summary"));
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
    }
    let body = el("body")
        .child(app(context, page))
        .child(el("div").attr("id", "live"))
        .child(el("noscript").child(el("p").class("static-note").text(words::static_page(language))))
        // The same words where scripts run but WebAssembly does not; the boot script brings them out.
        .child(el("p").class("static-note app-missing").text(words::static_page(language)));
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
        .child(
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
    let part = |language: Language| {
        el("section")
            .attr("lang", language.tag())
            .child(el(if language == Language::Sv { "h1" } else { "h2" }).text(words::not_found_title(language)))
            .child(el("p").text(words::not_found_here(language)))
            .child(
                el("ul")
                    .attr("hidden", "")
                    .child(el("li").child(el("a").attr("data-to", start(edition, language)).text(words::to_start(language))))
                    .child(el("li").child(el("a").attr("data-to", map(edition, language)).text(words::to_map(language)))),
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
    crate::url::Address::new(edition.year, language, crate::url::Route::Start).path()
}

fn map(edition: &Edition, language: Language) -> String {
    crate::url::Address::new(edition.year, language, crate::url::Route::Map).path()
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
