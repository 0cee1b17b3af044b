// The service worker: one cache per build, every file checked by its digest before it is kept.
// Filled in by the site writer: BUILD (the same name that every page of this build carries), DIGEST (of all
// that this worker serves), FILES (path -> SHA-256), PAGES (known addresses).
const BUILD = "__BUILD__";
const DIGEST = "__DIGEST__";
const FILES = "__FILES__";
const PAGES = new Set("__PAGES__");
const ROOT = new URL("./", self.location).pathname;
const PREFIX = "malkarta:" + ROOT + ":";
const CACHE = PREFIX + BUILD + "-" + DIGEST;

const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, "0")).join("");

// A file that is missing or differs from its digest (a deploy that has half arrived) refuses the whole build.
async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([path, digest]) => {
        const url = ROOT + path;
        const answer = await fetch(url, { cache: "no-cache", credentials: "same-origin" });
        if (!answer.ok) throw new Error(path);
        const body = await answer.arrayBuffer();
        if (hex(await crypto.subtle.digest("SHA-256", body)) !== digest) throw new Error(path);
        await cache.put(url, new Response(body, { headers: { "content-type": answer.headers.get("content-type") || "" } }));
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Caches of other builds go when no page of theirs is open any more. Other sites of this origin keep theirs.
// While a newer worker is getting ready its cache stands among them: then nothing goes.
async function tidy() {
  if (self.registration.installing || self.registration.waiting) return;
  const open = [];
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    const build = await askBuild(client);
    if (build) open.push(PREFIX + build + "-");
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE && !open.some((kept) => name.startsWith(kept))) await caches.delete(name);
  }
}

// Which build a page was loaded from; a page that does not answer keeps nothing.
function askBuild(client) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    const timer = setTimeout(() => resolve(null), 1000);
    channel.port1.onmessage = (event) => {
      clearTimeout(timer);
      resolve(typeof event.data === "string" ? event.data : null);
    };
    client.postMessage({ ask: "build" }, [channel.port2]);
  });
}

// A page comes from the network while there is one (its files carry digests in their names, so it can only
// load its own); else, or after three seconds, a known address is answered with the shell.
async function page(request) {
  const path = new URL(request.url).pathname.slice(ROOT.length).replace(/index\.html$/, "");
  const known = PAGES.has(path) || PAGES.has(path + "/");
  const network = fetch(request);
  const own = path.replace(/\/?$/, "/") + "index.html";
  if (own in FILES) return network.then((answer) => (answer.ok ? answer : kept(own)), () => kept(own));
  if (!known) return network.catch(() => shell());
  network.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, 3000, null));
  try {
    const answer = await Promise.race([network, late]);
    if (answer && (answer.ok || answer.type === "opaqueredirect")) return answer;
  } catch {
    // No network: the shell below.
  }
  return shell();
}

// A page that is kept as it stands.
async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(ROOT + path)) ?? Response.error();
}

async function shell() {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(ROOT + "shell.html");
  if (!stored) return Response.error();
  const text = (await stored.text()).replaceAll("%ROOT%", ROOT);
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

// A file is looked for in every cache of this site: a page of an older build that is still open finds its own.
// It is never answered with HTML in its place, not even where the host does so for what it does not have.
async function file(request) {
  for (const name of [CACHE, ...(await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)]) {
    const stored = await (await caches.open(name)).match(new URL(request.url).pathname);
    if (stored) return stored;
  }
  const answer = await fetch(request);
  return (answer.headers.get("content-type") || "").startsWith("text/html") ? Response.error() : answer;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(tidy)));
self.addEventListener("message", (event) => {
  // The only way in which a new build takes over while pages are open: the reader said yes.
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
  if (event.data && event.data.ask === "build" && event.ports[0]) event.ports[0].postMessage(BUILD);
});
self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(ROOT)) return;
  const path = url.pathname.slice(ROOT.length);
  if (path === "version.json" || path === "sw.js") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (path in FILES || /\.(?:js|wasm|css|json|webmanifest|svg)$/.test(path)) event.respondWith(file(request));
});
