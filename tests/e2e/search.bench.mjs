// How long search takes from the words to the hits on the page, beside MiniSearch doing the same work in the same browser:
// medians at a quarter of the processor's speed, on the bundled data and on 10 000 entries made from a seed. It measures
// and never fails: `./dev bench`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST, LAPTOP, buildOf, closeBrowser, dataPath, openSite, reader } from './driver.mjs';

const ROUNDS = 30;
const SLOWER = 4;
const SEED = 20250101;
const ENTRIES = 10_000;
/** As people type: whole words, beginnings, two words, a part of a compound, a mistake, nothing that is there. */
const QUERIES = ['klimat', 'tryg', 'fardplan', 'segregatiom', 'plan arbete', 'malmö', 'uppdrag 2025', 'safety', 'kulturbudgte', 'xyzzyqq'];

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const random = (seed) => () => (seed = (seed * 1664525 + 1013904223) % 4294967296) / 4294967296;

// ---- a larger city, the same on every run

const FIRST = ['klimat', 'trygghets', 'kultur', 'skol', 'miljö', 'vatten', 'bostads', 'hälso', 'närings', 'cykel', 'hamn', 'energi', 'barn', 'folk', 'stads', 'arbets', 'lärande', 'äldre', 'park', 'väg'];
const SECOND = ['plan', 'färdplan', 'strategi', 'nämnd', 'program', 'mål', 'arbete', 'råd', 'fond', 'projekt', 'budget', 'samverkan', 'utredning', 'stöd', 'utveckling', 'uppdrag', 'rapport', 'analys', 'nätverk', 'tjänst'];
const ENDINGS = ['', 'en', 'er', 'erna', 's'];
const SMALL = ['för', 'och', 'med', 'i', 'av', 'till', 'om', 'på'];
const ENGLISH = ['climate', 'safety', 'culture', 'school', 'water', 'housing', 'health', 'business', 'cycling', 'harbour', 'energy', 'children', 'planning', 'strategy', 'board', 'programme', 'goals', 'work', 'fund', 'projects', 'budgets', 'cooperation', 'inquiry', 'support', 'development'];

/** Goals and terms like the bundled ones, with `count` more activities, bodies and terms. */
function generated(goals, terms, count) {
  const next = random(SEED);
  const one = (list) => list[Math.floor(next() * list.length)];
  const swedish = () => (next() < 0.35 ? one(SMALL) : one(FIRST) + one(SECOND) + one(ENDINGS));
  const text = (least) => {
    const length = least + Math.floor(next() * 12);
    const say = (word) => Array.from({ length }, word).join(' ');
    return { sv: `${say(swedish)}.`, en: `${say(() => (next() < 0.3 ? one(['for', 'and', 'of', 'in']) : one(ENGLISH)))}.` };
  };
  const city = structuredClone({ goals, terms });
  const [goal] = goals.goals;
  for (let i = 0; i < count; i += 1) {
    if (i % 10 < 3) {
      city.terms.terms.push({ ...terms.terms[0], id: `ord-${i}`, name: `${one(FIRST)}${one(SECOND)} ${i}`, text: text(8) });
    } else if (i % 10 < 4) {
      city.goals.actors.push({ ...goals.actors[0], id: `organ-${i}`, name: { sv: `${one(FIRST)}${one(SECOND)}et ${i}`, en: `the ${one(ENGLISH)} body ${i}` } });
    } else {
      city.goals.goals[i % goals.goals.length].activities.push({ ...goal.activities[0], id: `insats-${i}`, text: text(10) });
    }
  }
  return city;
}

/** Serves the site with these files in place of its own, digests and all. */
function serveInstead(site, files) {
  const manifestPath = buildOf().manifest;
  const manifest = JSON.parse(readFileSync(path.join(DIST, manifestPath), 'utf8'));
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(JSON.stringify(content));
    Object.assign(manifest.datasets.at(-1).files.find((file) => file.name === name), {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    site.alter(dataPath(name), () => bytes);
  }
  site.alter(manifestPath, () => Buffer.from(JSON.stringify(manifest)));
}

/** Everything with an id and words, as documents for the other search. */
function documents(files) {
  const found = [];
  const words = (value) => (typeof value === 'string' ? value : value && typeof value === 'object' ? [value.sv, value.en].filter(Boolean).join(' ') : '');
  const walk = (value) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!value || typeof value !== 'object') return;
    if (value.id) {
      const title = words(value.title ?? value.name ?? value.label ?? value.short);
      const text = words(value.text ?? value.about ?? value.why);
      if (title || text) found.push({ number: found.length, title: title || text, text });
    }
    Object.values(value).forEach(walk);
  };
  walk(files);
  return found;
}

// ---- in the page

/** From the words to hits that are laid out, for each of the two; every query once to warm up. */
async function measure({ queries, rounds, most }) {
  const place = document.createElement('main');
  document.body.append(place);
  const put = (html) => {
    place.innerHTML = html;
    return place.offsetHeight;
  };
  const pages = await window.malkartaPages();
  const ours = async (query) => {
    const page = await pages.show('sok/', `?sok=${encodeURIComponent(query)}`, [], false, []);
    put(page.blocks.map((block) => block.written ?? '').join(''));
    return place.querySelectorAll('.hit-item').length;
  };
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const theirs = (query) => {
    const hits = window.peer.search(query, { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 3 } });
    const item = (hit) => {
      const found = new Set(hit.terms);
      const mark = (text) =>
        text.slice(0, 220).split(/([\p{L}\p{N}]+)/u).map((part) => (found.has(part.toLowerCase()) ? `<mark>${escaped(part)}</mark>` : escaped(part))).join('');
      return `<li class="hit-item"><a class="hit" href="#${hit.id}">${mark(hit.title)}</a><p class="hit-passage">${mark(hit.text)}</p></li>`;
    };
    put(`<p>${hits.length}</p><ul class="hits">${hits.slice(0, most).map(item).join('')}</ul>`);
    return place.querySelectorAll('.hit-item').length;
  };
  const times = { ours: {}, theirs: {} };
  const shown = { ours: {}, theirs: {} };
  for (const query of queries) {
    for (const [name, search] of [['ours', ours], ['theirs', theirs]]) {
      shown[name][query] = await search(query);
      times[name][query] = [];
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      for (const [name, search] of round % 2 ? [['ours', ours], ['theirs', theirs]] : [['theirs', theirs], ['ours', ours]]) {
        const start = performance.now();
        await search(query);
        times[name][query].push(performance.now() - start);
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  place.remove();
  return { times, shown };
}

/** From a key to the next picture (Event Timing, in steps of 8 ms), while words are typed into the field. */
async function typing(someone) {
  const { page } = someone;
  await page.evaluate(() => {
    window.keys = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown' || entry.name === 'input') window.keys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  let pressed = 0;
  for (const words of ['klimat', 'trygghet', 'segregation', 'budget kultur']) {
    await page.locator('#sok-allt').fill('');
    await page.locator('#sok-allt').focus();
    for (const letter of words) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      // As slowly as a thumb types: each letter's hits are looked for before the next one comes.
      await page.waitForTimeout(180);
      pressed += 1;
    }
  }
  const slow = await page.evaluate(() => window.keys);
  return { pressed, slow };
}

// ---- the run

async function city(name, files, site) {
  const someone = await reader(site, { viewport: LAPTOP, bypassCSP: true });
  const { page } = someone;
  await someone.open('sok/');
  await page.addScriptTag({ path: path.join(path.dirname(createRequire(import.meta.url).resolve('minisearch')), '../umd/index.js') });
  const peers = documents(files);
  const build = await page.evaluate((all) => {
    const start = performance.now();
    window.peer = new MiniSearch({ idField: 'number', fields: ['title', 'text'], storeFields: ['title', 'text'] });
    window.peer.addAll(all);
    return performance.now() - start;
  }, peers);
  const first = await page.evaluate(async () => {
    const pages = await window.malkartaPages();
    await pages.ready('sok/');
    const start = performance.now();
    const { blocks } = await pages.show('sok/', '', [], false, []);
    const took = performance.now() - start;
    const holder = document.createElement('div');
    holder.innerHTML = blocks.map((block) => block.written ?? '').join('');
    const entries = [...holder.querySelectorAll('.search-kinds .search-count')].reduce((sum, count) => sum + Number(count.textContent), 0);
    return { took, entries };
  });
  const session = await someone.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const { times, shown } = await page.evaluate(measure, { queries: QUERIES, rounds: Math.ceil(ROUNDS / 3), most: 200 });
  const keys = await typing(someone);
  await someone.context.close();
  console.log(`\n${name}: ${first.entries} entries (MiniSearch: ${peers.length} documents); index made in ${first.took.toFixed(0)} ms, MiniSearch ${build.toFixed(0)} ms, at full speed`);
  const line = (cells) => console.log(`  ${cells[0].padEnd(14)}${cells.slice(1).map((cell) => String(cell).padStart(12)).join('')}`);
  line(['words', 'Målkarta', 'hits shown', 'MiniSearch', 'hits shown', 'ratio']);
  for (const query of QUERIES) {
    const [ours, theirs] = [median(times.ours[query]), median(times.theirs[query])];
    line([query, `${ours.toFixed(1)} ms`, shown.ours[query], `${theirs.toFixed(1)} ms`, shown.theirs[query], (ours / theirs).toFixed(2)]);
  }
  const all = (of) => median(Object.values(of).flat());
  line(['median', `${all(times.ours).toFixed(1)} ms`, '', `${all(times.theirs).toFixed(1)} ms`, '', (all(times.ours) / all(times.theirs)).toFixed(2)]);
  const over = keys.slow.filter((duration) => duration > 50).length;
  console.log(`  typing: ${keys.pressed} keys; from key to next picture over 50 ms: ${over} events, the longest ${Math.max(0, ...keys.slow)} ms`);
  return first.entries;
}

const bundled = Object.fromEntries(
  ['goals', 'terms', 'decisions', 'budget', 'followup', 'rights', 'contradictions', 'sources'].map((name) => [name, JSON.parse(readFileSync(path.join(DIST, dataPath(name)), 'utf8'))]),
);
const site = await openSite();
try {
  console.log(`Search, from the words to hits that are laid out: medians of ${Math.ceil(ROUNDS / 3)} rounds of ${QUERIES.length} queries at ${SLOWER}x CPU throttling`);
  const there = await city('The bundled data', bundled, site);
  const larger = generated(bundled.goals, bundled.terms, ENTRIES - there);
  serveInstead(site, larger);
  await city('A generated city', { ...bundled, ...larger }, site);
} finally {
  await closeBrowser();
  await site.close();
}
