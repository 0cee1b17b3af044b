// Every kind of page: opens, is taken over in place, leads on and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, SOAK, asReader, buildOf, closeBrowser, eventually, forEach, forEachPage, kinds, oneOfEachKind, openSite, sample } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

test('every kind of page opens live below a sub-path, with a silent console and without leaving the site', () =>
  forEachPage(site, [...sample('sv', { others: 0 }), ...oneOfEachKind('en')], {}, async (reader, page) => {
    await reader.open(page);
    assert.equal(await reader.page.locator('h1').count(), 1, 'one main heading');
    reader.seesNothingUntoward();
  }));

test('getting ready for reading offline is silent too', () =>
  asReader(site, { offline: true }, async (reader) => {
    await reader.openGoals();
    await reader.readyOffline();
    await reader.reload();
    reader.seesNothingUntoward();
  }));

test('every kind of page opens live at the root of a host', async () => {
  const root = await openSite({ base: '/' });
  try {
    await forEachPage(root, oneOfEachKind('sv'), {}, async (reader, page) => {
      await reader.open(page);
      reader.seesNothingUntoward();
    });
  } finally {
    await root.close();
  }
});

test('text and boxes are equal before and after take-over, on a phone and on a laptop', () =>
  forEach([...oneOfEachKind('sv'), ...oneOfEachKind('en').filter((_, index) => SOAK || index % 4 === 0)], async (page) => {
    const both = async (reader) => {
      const seen = [];
      for (const viewport of [PHONE, LAPTOP]) {
        await reader.page.setViewportSize(viewport);
        seen.push(await reader.boxes());
      }
      return seen;
    };
    const [still, live] = await Promise.all([
      asReader(site, { javaScript: false }, async (reader) => both(await reader.openStatic(page))),
      asReader(site, {}, async (reader) => both(await reader.open(page))),
    ]);
    for (const [width, before] of still.entries()) {
      assert.ok(before.length > 10, 'the static page has content');
      sameLines(before, live[width]);
    }
  }));

// Compares line by line and shows the first that differ; a whole diff of a long page would take minutes.
function sameLines(before, after) {
  const first = before.findIndex((line, index) => line !== after[index]);
  if (first < 0 && before.length === after.length) return;
  const at = first < 0 ? before.length : first;
  assert.fail(`line ${at} of ${before.length}/${after.length}\n  before: ${before.slice(at, at + 3).join('\n          ')}\n  after:  ${after.slice(at, at + 3).join('\n          ')}`);
}

test('take-over shifts nothing, and the largest paint is that of the static page', async () => {
  const { wasm } = buildOf();
  // The module comes late, so that the static page is certainly painted before the swap.
  site.alter(wasm, async (bytes) => new Promise((resolve) => setTimeout(resolve, 400, bytes)));
  try {
    await forEach(
      [...oneOfEachKind('sv'), 'en/'].flatMap((page, index) => [{ page, viewport: PHONE }, ...(SOAK || index % 3 === 0 ? [{ page, viewport: LAPTOP }] : [])]),
      ({ page, viewport }) =>
        asReader(site, { viewport, init: watchPaint }, async (reader) => {
          await reader.open(page);
          await reader.page.waitForTimeout(300);
          const { shift, paints, swapped } = await reader.page.evaluate(() => globalThis.watched);
          assert.ok(shift < 0.05, `layout shift ${shift}`);
          assert.ok(paints.length > 0, 'no largest contentful paint was seen');
          assert.ok(swapped > 0, 'no swap was seen');
          for (const { at, what } of paints) assert.ok(at < swapped, `the largest paint moved to the swap: ${what}`);
        }),
    );
  } finally {
    site.heal();
  }
});

function watchPaint() {
  const watched = { shift: 0, paints: [], swapped: 0 };
  globalThis.watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) watched.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.paints.push({ at: entry.startTime, what: `${entry.element?.tagName} ${entry.element?.textContent.slice(0, 60)}` });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new MutationObserver((changes) => {
    const swap = changes.some((change) => [...change.addedNodes].some((node) => node.id === 'app'));
    if (swap && document.readyState !== 'loading' && [...document.querySelectorAll('#app')].length === 1 && changes.some((change) => change.removedNodes.length > 0)) watched.swapped = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

test('after a link the title is new, focus is on the heading and the page stands at its top', () =>
  asReader(site, {}, async (reader) => {
    await reader.openStart();
    const titles = new Set([await reader.page.title()]);
    for (const [link, heading] of [['Mål', 'Målkarta'], ['Budget', 'Pengarna'], ['Mina anteckningar', 'Mina anteckningar']]) {
      await reader.page.evaluate(() => scrollTo(0, 400));
      await reader.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: link, exact: true }).click();
      await reader.seeHeading(heading);
      await eventually(async () => assert.equal((await reader.focus()).id, 'rubrik'));
      assert.equal(await reader.page.evaluate(() => scrollY), 0);
      titles.add(await reader.page.title());
    }
    assert.equal(titles.size, 4, 'each page has a title of its own');
    assert.equal(await reader.page.evaluate(() => performance.getEntriesByType('navigation').length), 1, 'nothing was loaded anew');
    reader.seesNothingUntoward();
  }));

test('back and forward show the pages and views that were there', () =>
  asReader(site, {}, async (reader) => {
    await reader.openStart();
    await reader.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mål', exact: true }).click();
    await reader.seeAddress('2025/karta/');
    await reader.follow('Lista');
    await reader.seeAddress('2025/karta/?visa=lista');
    const goal = reader.link(/^Mål: /);
    const name = (await goal.innerText()).slice(0, 40);
    await goal.click();
    await reader.seeAddress(/^2025\/mal\/[a-z-]+\/$/);
    await reader.seeTitle(name);
    await reader.back();
    await reader.seeAddress('2025/karta/?visa=lista');
    await reader.seeHeading('Målkarta');
    await eventually(async () => assert.equal(await reader.page.locator('[data-block=map]').count(), 0, 'the chosen form is shown again'));
    await reader.back();
    await reader.seeAddress('');
    await reader.seeTitle(/Målkarta$/);
    await reader.forward();
    await reader.forward();
    await reader.seeAddress(/^2025\/mal\//);
    await reader.seeTitle(name);
    reader.seesNothingUntoward();
  }));

test('the other language is the same page, and says so to screen readers', () =>
  forEachPage(site, [...kinds('sv').values()].map((all) => all[0].path), {}, async (reader, page) => {
    await reader.open(page);
    assert.equal(await reader.page.evaluate(() => document.documentElement.lang), 'sv');
    const title = await reader.page.title();
    await reader.follow('In English');
    await reader.seeAddress(`en/${page}`);
    await eventually(async () => assert.equal(await reader.page.evaluate(() => document.documentElement.lang), 'en'));
    await reader.link('På svenska').waitFor();
    await eventually(async () => assert.notEqual(await reader.page.title(), title));
    reader.seesNothingUntoward();
  }));

test('a link that leads to a place on the page or to a file is left to the browser', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    await reader.press('Tab');
    assert.match((await reader.focus()).name, /Hoppa till innehållet/);
    await reader.press('Enter');
    await eventually(async () => assert.equal((await reader.focus()).id, 'rubrik'));
  }));
