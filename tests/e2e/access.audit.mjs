// What everybody needs: nothing for axe to find, nothing beyond the edge of a narrow screen, the list first on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindsNothing } from './axe.mjs';
import { PHONE, asReader, closeBrowser, forEach, oneOfEachKind, openSite, sample } from './driver.mjs';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

// What depends on the colour scheme; everything else is the same in the dark.
const COLOURS = ['color-contrast', 'link-in-text-block'];

const shown = async (reader, page) => {
  for (const viewport of [WIDE, NARROW]) {
    await reader.page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await reader.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await axeFindsNothing(reader, `${page} ${viewport.width} px ${colorScheme}`, colorScheme === 'dark' ? COLOURS : undefined);
    }
    await reader.seeNoSideways();
  }
};

for (const [language, name, others] of [['sv', 'Swedish', 1], ['en', 'English', 0]]) {
  test(`axe finds nothing and nothing scrolls sideways, ${name}, light and dark, 320 and 1280 px`, () =>
    forEach(sample(language, { others }), (page) =>
      asReader(site, {}, async (reader) => {
        await reader.open(page);
        await shown(reader, page);
      }),
    ));
}

test('axe finds nothing on the static pages of a reader without scripts, nor on the page for unknown addresses', () =>
  forEach([...oneOfEachKind('sv'), 'finns/inte/'], (page) =>
    // The site's own scripts are held back; the auditor needs those of the browser.
    asReader(site, {}, async (reader) => {
      await reader.page.route('**/*.js', (route) => route.abort());
      await reader.openStatic(page);
      await reader.page.setViewportSize(NARROW);
      await axeFindsNothing(reader, page);
      await reader.seeNoSideways();
    }),
  ));

test('axe finds nothing on the map with a choice, on the money in other views, and where something is said', () =>
  forEach(
    ['2025/karta/?vald=sdg:13', '2025/karta/?visa=karta&vald=goal:klimatneutral', '2025/budget/income-statement/?enhet=mkr&niva=summor&kolumn=change', '2025/karta/?okand=1', 'en/x/y/'],
    (page) =>
      asReader(site, {}, async (reader) => {
        await (page.startsWith('en/x') ? reader.openStatic(page) : reader.open(page));
        await shown(reader, page);
      }),
  ));

test('on a phone the list of the map comes first, on a laptop the map', () =>
  asReader(site, { viewport: PHONE }, async (reader) => {
    await reader.openGoals();
    const top = async (name) => (await reader.page.locator(`[data-block=${name}]`).boundingBox()).y;
    assert.ok((await top('list')) < (await top('map')), 'list first');
    assert.ok((await reader.page.locator('[data-block=map] svg:visible').count()) > 0, 'the map is there too');
    await reader.page.setViewportSize(WIDE);
    assert.ok((await top('map')) < (await top('list')), 'map first');
  }));

test('without motion nothing moves', () =>
  asReader(site, { reducedMotion: 'reduce' }, async (reader) => {
    await reader.openGoals();
    const moving = await reader.page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0 || parseFloat(getComputedStyle(e).animationDuration) > 0).length);
    assert.equal(moving, 0);
  }));
