// Starts the application. Everything it loads is named by the page itself (names carry a digest),
// so a page never runs with the files of another build. Where WebAssembly is missing the static page stays.
const script = document.querySelector("script[data-wasm]");
// The application changes the address without loading a page. What is relative to the page that was loaded
// would then point elsewhere: it is made absolute before anything else happens.
for (const name of ["root", "script", "wasm", "pages", "pagesWasm", "manifest", "site"]) script.dataset[name] = new URL(script.dataset[name], document.baseURI).href;
for (const link of document.querySelectorAll("link[rel=icon],link[rel=manifest]")) link.href = link.href;
// The second module reads the data and writes pages; a visit does not wait for it. What failed is tried again.
let pages;
globalThis.malkartaPages = () =>
  (pages ??= (async () => {
    const module = await import(script.dataset.pages);
    await module.default({ module_or_path: script.dataset.pagesWasm });
    module.open(script.dataset.manifest, script.dataset.site);
    return module;
  })().catch((error) => {
    pages = undefined;
    throw error;
  }));
if (typeof WebAssembly === "object") {
  // The page comes first: on a slow line the application would take the time of what is read at once.
  if (!document.hidden) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const module = fetch(script.dataset.wasm);
  module.catch(() => {});
  try {
    const app = await import(script.dataset.script);
    await app.default({ module_or_path: module });
  } catch {
    document.documentElement.classList.add("no-app");
  }
} else {
  document.documentElement.classList.add("no-app");
}
