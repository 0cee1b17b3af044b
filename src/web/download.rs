//! Handing the reader a file that was made in the browser.

use super::dom;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A text as the content of a file.
pub fn blob(media_type: &str, content: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &options).ok()
}

/// Offers a text as a file to be saved; answers whether the browser took it.
pub fn save(name: &str, media_type: &str, content: &str) -> bool {
    blob(media_type, content).is_some_and(|blob| save_blob(name, &blob))
}

/// Offers a file to be saved; answers whether the browser took it.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return false };
    let link = dom::document().and_then(|document| document.create_element("a").ok()).and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = &link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads the address after the click has been handled.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
    link.is_some()
}
