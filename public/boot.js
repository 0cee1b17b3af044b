// Starts the application. Everything it loads is named by the page itself (names carry a digest),
// so a page never runs with the files of another build. Where WebAssembly is missing the static page stays.
const script = document.querySelector("script[data-wasm]");
const at = (name) => new URL(script.dataset[name], document.baseURI);
if (typeof WebAssembly === "object") {
  const module = fetch(at("wasm"));
  module.catch(() => {});
  try {
    const app = await import(at("script"));
    await app.default({ module_or_path: module });
  } catch {
    document.documentElement.classList.add("no-app");
  }
} else {
  document.documentElement.classList.add("no-app");
}
