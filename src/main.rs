//! What the browser starts; natively there is nothing to run.

fn main() {
    #[cfg(target_arch = "wasm32")]
    malkarta::web::start();
}
