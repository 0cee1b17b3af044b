//! The second WebAssembly module: reads the data and writes pages. It is fetched after the application has taken over
//! the page, so that a first visit does not wait for it. Its functions only hand on to `web::press`.

#[cfg(target_arch = "wasm32")]
mod exports {
    use malkarta::web::press;
    use wasm_bindgen::prelude::*;

    /// Tells where the manifest and `site.json` of this build are.
    #[wasm_bindgen]
    pub fn open(manifest: String, site: String) {
        press::open(manifest, site);
    }

    /// The page of a path (from the root) and a query string, for a reader with notes about some things; of it what the
    /// window shows.
    #[wasm_bindgen]
    pub async fn show(path: String, query: String, noted: Vec<String>, sight: JsValue) -> JsValue {
        press::show(&path, &query, &noted, &sight).await
    }

    /// The blocks of which the latest page left something for later.
    #[wasm_bindgen]
    pub async fn rest() -> JsValue {
        press::rest()
    }

    /// The reader's notes: handing them over, their page, files and copies.
    #[wasm_bindgen]
    pub async fn notes(what: String, asked: JsValue) -> JsValue {
        press::notes(&what, &asked).await
    }

    /// Reads what the page of a path needs, and tells what of it could not be read.
    #[wasm_bindgen]
    pub async fn ready(path: String) -> JsValue {
        press::ready(&path).await
    }

    /// The link to a page, what is to be chosen for it and what is said about it.
    #[wasm_bindgen]
    pub async fn share(asked: JsValue) -> JsValue {
        press::share(&asked).await
    }

    /// The notes in the fragment of an address.
    #[wasm_bindgen]
    pub fn open_link(path: String, fragment: String) -> js_sys::Promise {
        js_sys::Promise::resolve(&press::open_link(&path, &fragment))
    }

    /// The panel of notes that came with a link.
    #[wasm_bindgen]
    pub async fn visitors(asked: JsValue) -> JsValue {
        press::visitors(&asked).await
    }

    /// The reader's notes about what a page shows.
    #[wasm_bindgen]
    pub async fn notes_here(asked: JsValue) -> JsValue {
        press::notes_here(&asked).await
    }

    /// What the reader has bookmarked, on sheets.
    #[wasm_bindgen]
    pub async fn bookmarks(asked: JsValue) -> JsValue {
        press::bookmarks(&asked).await
    }

    /// The matrix of the reader's own assessments.
    #[wasm_bindgen]
    pub async fn assessment(asked: JsValue) -> JsValue {
        press::assessment(&asked).await
    }

    /// A table of a page as it is shown, as a file (`comma`, `semicolon`) or for the clipboard (anything else).
    #[wasm_bindgen]
    pub async fn take_away(path: String, query: String, of: String, form: String) -> JsValue {
        press::take_away(&path, &query, &of, &form).await
    }

    /// A picture of a page as an SVG file, and what it shows in words.
    #[wasm_bindgen]
    pub async fn picture(path: String, query: String, of: String, width_px: Option<u32>) -> JsValue {
        press::picture(&path, &query, &of, width_px).await
    }
}

fn main() {}
