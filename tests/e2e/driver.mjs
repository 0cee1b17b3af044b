// The reader of the journeys: opens pages, follows links, presses keys, sees text. Things are found as a
// screen reader finds them, by role and name. Knows the built site (dist/) and how a browser is started;
// knows nothing of how the application is made.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

export const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist');
/** The sub-path of most journeys: whatever works there works at the root. */
export const BASE = '/stad/malkarta/';
/** `MALKARTA_SOAK=1`: everything instead of a sample. */
export const SOAK = Boolean(process.env.MALKARTA_SOAK);
export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 800 };
const PATIENCE_MS = 20_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is: `CHROME`, or the first known name in PATH. */
export function chrome() {
  if (process.env.CHROME) return process.env.CHROME;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const found = process.env.PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync);
  assert.ok(found, 'no Chromium in PATH; point CHROME at one');
  return found;
}

export const launchOptions = (flags = []) => ({ executablePath: chrome(), args: [...FLAGS, ...flags] });

// ---- the site

/**
 * Serves dist/ (or another folder). `alter(test, change)` makes the host a worse one: for every request whose
 * path (below the base) fits `test`, `change(bytes, path)` gives what is sent instead: bytes, a text, a status
 * number, or a promise of one of them. `heal()` ends it.
 */
export async function openSite({ root = DIST, base = BASE, port = 0, headers = {} } = {}) {
  const changes = [];
  const answer = async (request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(base.length);
    const change = changes.find(({ test }) => (typeof test === 'string' ? test === name : test.test(name)));
    if (!change) return false;
    const file = path.join(root, name.endsWith('/') || name === '' ? `${name}index.html` : name);
    const bytes = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
    const next = await change.change(bytes, name);
    if (next === undefined) return false;
    if (typeof next === 'number') response.writeHead(next, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Not here.</p>');
    else response.writeHead(200, { 'Content-Type': type(file), 'Cache-Control': 'no-store' }).end(next);
    return true;
  };
  const server = await serve({ root, base, port, headers, answer });
  return {
    ...server,
    origin: new URL(server.address).origin,
    alter: (test, change) => changes.unshift({ test, change }),
    heal: () => changes.splice(0),
  };
}

const type = (file) =>
  ({ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.wasm': 'application/wasm' })[
    path.extname(file) || '.html'
  ] ?? 'application/octet-stream';

/** What a built page says about its build: attributes of its boot script, without `data-`. */
export function buildOf(root = DIST) {
  const start = readFileSync(path.join(root, 'index.html'), 'utf8');
  const named = (name) => start.match(new RegExp(`data-${name}="(?:\\./)?([^"]*)"`))?.[1];
  return Object.fromEntries(['build', 'script', 'wasm', 'pages', 'pages-wasm', 'manifest', 'site'].map((name) => [name, named(name)]));
}

/** A data file's path in the site, by its name (`goals`). */
export function dataPath(name, root = DIST) {
  const manifest = JSON.parse(readFileSync(path.join(root, buildOf(root).manifest), 'utf8'));
  return `data/${manifest.datasets.at(-1).files.find((file) => file.name === name).path}`;
}

/** Every page of the site as its path from the root (`''`, `om/`, `en/2025/karta/` …) with the size of its HTML. */
export function pages(root = DIST) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(`${folder}${entry.name}/`);
      else if (entry.name === 'index.html') {
        const html = readFileSync(path.join(root, folder, entry.name), 'utf8');
        // A page without the year in its address only leads on to the edition: no page of its own.
        if (!html.includes('http-equiv="refresh"')) found.push({ path: folder, bytes: Buffer.byteLength(html) });
      }
    }
  };
  walk('');
  // The page that rescues notes works without the application, which never takes it over.
  return found.filter(({ path }) => !path.endsWith('radda/')).sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const isEnglish = (page) => page.startsWith('en/');

/** The pages by kind: `mal/*` holds all goals, `karta` one page. Swedish and English apart. */
export function kinds(language = 'sv', root = DIST) {
  const all = new Map();
  for (const page of pages(root).filter((page) => isEnglish(page.path) === (language === 'en'))) {
    const slug = page.path.replace(/^en\//, '').replace(/^\d{4}\//, '').replace(/\/$/, '');
    const kind = slug.includes('/') ? slug.replace(/\/[^/]*$/, '/*') : slug;
    all.set(kind, [...(all.get(kind) ?? []), page]);
  }
  return all;
}

/** Of every kind its longest and its shortest page and some of the others: the same ones on every run. */
export function sample(language, { others = 1, seed = 7 } = {}) {
  let state = seed;
  const next = (below) => ((state = (state * 1103515245 + 12345) % 2147483648) >>> 8) % below;
  return [...kinds(language).values()].flatMap((all) => {
    if (SOAK) return all.map((page) => page.path);
    const sorted = [...all].sort((a, b) => a.bytes - b.bytes).map((page) => page.path);
    const chosen = new Set([sorted.at(-1), sorted[0]]);
    for (let i = 0; i < others; i += 1) chosen.add(sorted[next(sorted.length)]);
    return [...chosen];
  });
}

/** One page of every kind: the longest. */
export const oneOfEachKind = (language = 'sv') => [...kinds(language).values()].map((all) => all.reduce((a, b) => (b.bytes > a.bytes ? b : a)).path);

// ---- the browser

let shared;
/** One Chromium for all the journeys of a file; each gets a context of its own. */
export function browser() {
  shared ??= chromium.launch(launchOptions());
  return shared;
}
export async function closeBrowser() {
  await (await shared)?.close();
  shared = undefined;
}

/** A folder for a browser profile, removed by `remove()`. */
export function freshFolder(name = 'profile') {
  const folder = mkdtempSync(path.join(tmpdir(), `malkarta-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * A reader with an empty browser of her own. Without `offline: true` no service worker is installed, so that
 * each journey meets the host. `from` is a context that stands already (a profile on disk, a second tab).
 */
export async function reader(site, { from, offline = false, viewport = LAPTOP, javaScript = true, init, ...options } = {}) {
  const context = from ?? (await (await browser()).newContext({ viewport, javaScriptEnabled: javaScript, ...options }));
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (!offline) await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  if (init) await page.addInitScript(init);
  return new Reader(site, context, page);
}

/** Runs a journey with a reader and leaves no browser context behind. */
export async function asReader(site, options, journey) {
  const someone = await reader(site, options);
  try {
    return await journey(someone);
  } finally {
    await (options.from ? someone.page.close() : someone.context.close());
  }
}

export class Reader {
  constructor(site, context, page) {
    this.site = site;
    this.context = context;
    this.page = page;
    /** What the console said and should not have, and every request that left the site. */
    this.noise = [];
    this.foreign = [];
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) this.noise.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.noise.push(`exception: ${error.message}`));
    const foreign = (url) => !url.startsWith(site.address) && !/^(data|blob):/.test(url);
    page.on('request', (request) => foreign(request.url()) && this.foreign.push(request.url()));
    // What the page's own policy stopped has not left.
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') this.foreign.splice(0, Infinity, ...this.foreign.filter((url) => url !== request.url()));
    });
  }

  address(page = '') {
    return `${this.site.address}${page}`;
  }

  /** Opens a page (path from the root of the site, with its query) and waits until the application has taken over. */
  async open(page = '') {
    await this.openStatic(page);
    await this.seeLive();
    return this;
  }

  /** Opens a page and waits for nothing but the page itself. */
  async openStatic(page = '') {
    await this.page.goto(this.address(page), { waitUntil: 'load' });
    return this;
  }

  async reload() {
    await this.page.reload();
    await this.seeLive();
  }

  openStart = () => this.open('');
  openGoals = (query = '') => this.open(`2025/karta/${query}`);
  openMoney = (query = '') => this.open(`2025/budget/income-statement/${query}`);
  openNotes = () => this.open('anteckningar/');

  async seeLive() {
    await this.page.waitForSelector('html.live', { state: 'attached' });
  }

  async isLive() {
    return this.page.evaluate(() => document.documentElement.classList.contains('live'));
  }

  // What is there, as it is heard.
  link(name, options = {}) {
    return this.page.getByRole('link', { name, exact: typeof name === 'string', ...options }).filter({ visible: true }).first();
  }
  button(name, options = {}) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string', ...options }).filter({ visible: true }).first();
  }
  heading(name, options = {}) {
    return this.page.getByRole('heading', { name, ...options }).first();
  }
  field(name) {
    return this.page.getByLabel(name).first();
  }

  async follow(name) {
    await this.link(name).click();
  }
  async push(name) {
    await this.button(name).click();
  }
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  async back() {
    await this.page.goBack();
  }
  async forward() {
    await this.page.goForward();
  }

  /** Waits until the text is shown somewhere. */
  async see(text) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }
  async seeNo(text) {
    const shown = this.page.locator(':not(.visually-hidden)').getByText(text).filter({ visible: true });
    await eventually(async () => {
      const left = await shown.evaluateAll((all) => all.filter((element) => !element.closest('.visually-hidden')).length);
      assert.equal(left, 0, `“${text}” is still shown`);
    });
  }
  async seeHeading(text) {
    await eventually(async () => assert.match(await this.page.locator('h1').innerText(), text instanceof RegExp ? text : new RegExp(escape(text))));
  }
  async seeTitle(text) {
    await eventually(async () => assert.match(await this.page.title(), text instanceof RegExp ? text : new RegExp(escape(text))));
  }

  /** The path below the root of the site, with query, as the address bar shows it. */
  where() {
    const url = new URL(this.page.url());
    return decodeURIComponent(`${url.pathname}${url.search}`.slice(this.site.base.length));
  }
  async seeAddress(text) {
    await eventually(() => (text instanceof RegExp ? assert.match(this.where(), text) : assert.equal(this.where(), text)));
  }

  /** What has focus: its element name, role or id, and what it is called. */
  focus() {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      return { tag: at.tagName.toLowerCase(), id: at.id, mark: at.getAttribute('data-mark'), name: at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 80) };
    });
  }

  /** The latest that was said politely to screen readers. */
  async hear(text) {
    const pattern = text instanceof RegExp ? text : new RegExp(escape(text));
    await eventually(async () => {
      const said = await this.page.locator('[role=status], [role=alert], [aria-live]').allInnerTexts();
      assert.ok(said.some((line) => pattern.test(line)), `heard ${JSON.stringify(said)} instead of ${pattern}`);
    });
  }

  /** Fails when the console said something or a request left the site. */
  seesNothingUntoward() {
    assert.deepEqual(this.noise, [], 'the console is not silent');
    assert.deepEqual(this.foreign, [], 'a request left the site');
  }

  async seeNoSideways() {
    const { wide, shown, who } = await this.page.evaluate(() => {
      const shown = document.documentElement.clientWidth;
      const scrolls = (element) => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX);
      const inside = (element) => {
        for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up) && up !== document.body && up !== document.documentElement) return true;
        return false;
      };
      const who = [...document.querySelectorAll('body *')]
        .filter((e) => e.getBoundingClientRect().right > shown + 1 && e.getBoundingClientRect().width > 1 && !inside(e))
        .slice(0, 3)
        .map((e) => `${e.tagName}.${e.getAttribute('class') ?? ''} ${e.textContent.trim().slice(0, 40)}`);
      return { wide: document.documentElement.scrollWidth, shown, who };
    });
    assert.ok(wide <= shown, `${this.where()} scrolls sideways: ${wide} px in ${shown} px (${who.join(' | ')})`);
  }

  /** What a screen reader gets below an element: lines `role "name"`, indented, without the unnamed wrappers. */
  async heardBelow(selector) {
    const session = await this.context.newCDPSession(this.page);
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const byId = new Map(nodes.map((n) => [n.nodeId, n]));
    const top = nodes.find((n) => n.backendDOMNodeId === node.backendNodeId);
    assert.ok(top, `nothing heard at ${selector}`);
    const lines = [];
    const walk = (n, depth) => {
      const role = n.role?.value;
      const silent = n.ignored || ['generic', 'none', 'InlineTextBox'].includes(role);
      if (!silent) {
        const described = n.description?.value ? ` (${n.description.value})` : '';
        lines.push({ depth, role, name: n.name?.value ?? '', description: n.description?.value ?? '', text: `${'  '.repeat(depth)}${role} "${n.name?.value ?? ''}"${described}` });
      }
      for (const child of n.childIds ?? []) if (byId.has(child)) walk(byId.get(child), silent ? depth : depth + 1);
    };
    walk(top, 0);
    return lines;
  }

  /**
   * Every element of the page with its own text and its box, rounded to half pixels. Where the page has a part
   * that only the running application fills, down to that part.
   */
  boxes() {
    return this.page.evaluate(() => {
      const half = (x) => Math.round(x * 2) / 2;
      const slot = document.querySelector('[data-block=notes], [data-block=search], [data-block=assessment]');
      const all = [...document.querySelectorAll('#app, #app *')].filter((element) => !element.closest('desc'));
      const until = slot ? all.indexOf(slot) : all.length;
      return all
        .slice(0, until)
        .filter((element) => !slot || !element.contains(slot))
        .map((element) => {
          const box = element.getBoundingClientRect();
          const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join('|');
          const place = `${half(box.x + scrollX)},${half(box.y + scrollY)} ${half(box.width)}×${half(box.height)}`;
          return `${element.tagName.toLowerCase()}#${element.id} [${place}] ${text}`;
        });
    });
  }

  /** Waits until everything is there for reading without a network. */
  async readyOffline() {
    await this.page.waitForFunction(() => navigator.serviceWorker.getRegistration().then((registration) => Boolean(registration?.active)));
    await this.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', () => active.state === 'activated' && done()));
    });
    await eventually(async () => assert.ok(await this.page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'no worker serves the page'));
  }
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Repeats a check until it holds; the last failure is thrown when patience ends. */
export async function eventually(check, patience = 10_000) {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Opens pages one after the other in two windows that stay, which is much quicker than a fresh browser for each.
 * `act(reader, page)` gets a reader whose console and requests are those of this page alone. For journeys that leave
 * nothing behind.
 */
export async function forEachPage(site, pages, options, act) {
  const windows = await Promise.all([0, 1].map(() => reader(site, options)));
  try {
    await forEach(pages, async (page) => {
      const window = windows.pop();
      window.noise.length = 0;
      window.foreign.length = 0;
      try {
        await act(window, page);
      } finally {
        windows.push(window);
      }
    }, windows.length);
  } finally {
    for (const window of windows) await window.context.close();
  }
}

/** Does something for every item, two at a time, and collects what failed instead of stopping at the first. */
export async function forEach(items, act, atOnce = 2) {
  const failures = [];
  const queue = [...items];
  assert.ok(queue.length > 0, 'there is nothing to try');
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await act(item);
      } catch (error) {
        failures.push(`${JSON.stringify(item)}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  assert.equal(failures.length, 0, `\n${failures.join('\n')}`);
}
