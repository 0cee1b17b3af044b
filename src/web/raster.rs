//! A picture as pixels: the SVG file drawn on a canvas and handed out as PNG.

use super::{dom, download};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Saves an SVG picture as PNG in the size that the picture says of itself; answers whether the browser could.
pub async fn save_png(name: &str, svg: &str) -> bool {
    match png(svg).await {
        Some(blob) => download::save_blob(name, &blob),
        None => false,
    }
}

async fn png(svg: &str) -> Option<Blob> {
    let address = Url::create_object_url_with_blob(&download::blob("image/svg+xml", svg)?).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&address);
    let drawn = match JsFuture::from(image.decode()).await {
        Ok(_) => canvas(&image),
        Err(_) => None,
    };
    let _ = Url::revoke_object_url(&address);
    let canvas = drawn?;
    let promise = Promise::new(&mut |resolve, _| {
        // Without a canvas that can be read nothing is called, and the answer is nothing.
        if canvas.to_blob(&resolve).is_err() {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn canvas(image: &HtmlImageElement) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(image.natural_width());
    canvas.set_height(image.natural_height());
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element(image, 0.0, 0.0).ok()?;
    Some(canvas)
}
