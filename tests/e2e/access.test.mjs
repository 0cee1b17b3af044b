// What everybody needs: nothing for axe to find, nothing beyond the edge of a narrow screen, the list first on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFinds } from './axe.mjs';
import { PHONE, asReader, closeBrowser, forEachPage, kinds, oneOfEachKind, openSite, sample } from './driver.mjs';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
/** A4 with the margins that browsers leave, at 96 dots per inch. */
const SHEET = { width: 718, height: 1047 };

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

// What depends on the colour scheme; everything else is the same in the dark.
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is wrong with a page that is open: light and dark, wide and narrow, on one load. */
async function wrongWith(someone) {
  const wrong = [];
  for (const [viewport, schemes] of [[WIDE, ['light', 'dark']], [NARROW, ['dark', 'light']]]) {
    await someone.page.setViewportSize(viewport);
    for (const colorScheme of schemes) {
      await someone.page.emulateMedia({ colorScheme });
      const found = await axeFinds(someone, colorScheme === 'dark' ? COLOURS : undefined);
      wrong.push(...found.map((line) => `${viewport.width} px ${colorScheme}: ${line}`));
    }
    await someone.seeNoSideways().catch((error) => wrong.push(error.message));
  }
  return wrong;
}

/** Opens the pages and fails with all that is wrong with any of them. */
const nothingWrongWith = (pages, { open = (someone, page) => someone.open(page), look = wrongWith, ...options } = {}) =>
  forEachPage(site, pages, { reducedMotion: 'reduce', viewport: WIDE, ...options }, async (someone, page) => {
    await open(someone, page);
    assert.deepEqual(await look(someone), []);
  });

for (const [language, name] of [['sv', 'Swedish'], ['en', 'English']]) {
  test(`axe finds nothing and nothing scrolls sideways on every kind of page in ${name}, light and dark, 320 and 1280 px`, () => {
    const pages = sample(language, { seed: language === 'sv' ? 7 : 11 });
    assert.ok(pages.length >= kinds(language).size + 10, `a sample of ${pages.length} pages`);
    return nothingWrongWith(pages);
  });
}

test('axe finds nothing on the static pages of a reader without scripts, nor on the page that rescues notes', () =>
  // The site's own scripts are held back; the auditor needs those of the browser.
  nothingWrongWith([...oneOfEachKind('sv'), 'radda/', 'en/radda/'], {
    open: async (someone, page) => {
      await someone.page.route('**/*.js', (route) => route.abort());
      await someone.openStatic(page);
      assert.equal(await someone.isLive(), false);
    },
  }));

test('with forced colours every word stands out from its ground', () =>
  nothingWrongWith([...oneOfEachKind('sv'), '2025/karta/?vald=sdg/13'], { forcedColors: 'active', look: (someone) => axeFinds(someone, COLOURS) }));

test('on an upright sheet of paper nothing is cut off', () =>
  nothingWrongWith(oneOfEachKind('sv'), {
    look: async (someone) => {
      await someone.page.setViewportSize(SHEET);
      await someone.page.emulateMedia({ media: 'print' });
      const wrong = await someone.seeNoSideways().then(() => [], (error) => [error.message]);
      await someone.page.emulateMedia({ media: null });
      return wrong;
    },
  }));

test('with text at 200 per cent nothing is cut off or scrolls sideways, on a phone and on a laptop', () =>
  nothingWrongWith([...oneOfEachKind('sv'), ...oneOfEachKind('en')], {
    look: async (someone) => {
      const wrong = [];
      await someone.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      for (const viewport of [WIDE, PHONE]) {
        await someone.page.setViewportSize(viewport);
        await someone.seeNoSideways().catch((error) => wrong.push(error.message));
      }
      return wrong;
    },
  }));

test('on a phone larger letters make a drawing larger too, and it scrolls in its frame', () =>
  asReader(site, { viewport: PHONE }, async (someone) => {
    await someone.open('2025/budget/budget-areas/');
    const word = someone.page.locator('figure .narrow-only text').nth(3);
    const [before, after] = [await word.boundingBox(), await someone.page.evaluate(() => (document.documentElement.style.fontSize = '200%')).then(() => word.boundingBox())];
    assert.ok(after.height > 1.5 * before.height, `${before.height} px before, ${after.height} px after`);
    const frame = await someone.page.locator('figure .narrow-only').evaluate((frame) => [frame.scrollWidth, frame.clientWidth]);
    assert.ok(frame[0] > frame[1], `${frame}`);
  }));

test('axe finds nothing on the map with a choice, on the money in other views, where something is said, and on the page for unknown addresses', () =>
  nothingWrongWith(
    ['2025/karta/?vald=sdg:13', '2025/karta/?visa=karta&vald=goal:klimatneutral', '2025/karta/?visa=matris', '2025/budget/income-statement/?enhet=mkr&niva=summor&kolumn=change', 'en/2025/karta/?okand=1', 'finns/inte/', 'en/x/y/'],
    { open: (someone, page) => (/^(finns|en\/x)/.test(page) ? someone.openStatic(page) : someone.open(page)) },
  ));

/**
 * The words of the drawings that are on the page, with their contrast against what lies below them. axe gives up on
 * these: it does not look into drawings. A word's ground is the halo around it or else the last painted shape below it.
 */
function drawnWords() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], a: a / 255 };
  };
  const over = (top, share, below) => top.map((value, i) => value * share + below[i] * (1 - share));
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const opacity = (element) => {
    let all = 1;
    for (let up = element; up && up !== document.body; up = up.parentElement) all *= Number(getComputedStyle(up).opacity);
    return all;
  };
  const found = [];
  for (const drawing of [...document.querySelectorAll('svg.scene')].filter((svg) => svg.getClientRects().length > 0)) {
    const page = rgba(getComputedStyle(document.body).backgroundColor).rgb;
    const shapes = [...drawing.querySelectorAll('rect, circle, path, text')];
    const boxes = shapes.map((shape) => shape.getBoundingClientRect());
    for (const [index, word] of shapes.entries()) {
      if (word.tagName !== 'text' || !word.textContent.trim()) continue;
      const style = getComputedStyle(word);
      const at = { x: boxes[index].x + boxes[index].width / 2, y: boxes[index].y + boxes[index].height / 2 };
      let ground = page;
      for (const [below, shape] of shapes.slice(0, index).entries()) {
        const box = boxes[below];
        const painted = getComputedStyle(shape);
        if (shape.tagName === 'text' || painted.fill === 'none' || at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) continue;
        const fill = rgba(painted.fill);
        ground = over(fill.rgb, fill.a * Number(painted.fillOpacity) * opacity(shape), ground);
      }
      if (style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2 && Number(style.strokeOpacity) === 1) ground = rgba(style.stroke).rgb;
      const fill = rgba(style.fill);
      found.push({ word: word.textContent.trim(), contrast: ratio(over(fill.rgb, fill.a * Number(style.fillOpacity) * opacity(word), ground), ground) });
    }
  }
  return found;
}

test('the words in the drawings stand out from what lies below them, also those that fade on the map', () =>
  asReader(site, { reducedMotion: 'reduce' }, async (someone) => {
    let words = 0;
    for (const page of ['2025/karta/?visa=karta', '2025/karta/?visa=karta&vald=sdg/13', '2025/karta/?visa=karta&vald=goal/klimatneutral', ...[...kinds('sv').get('budget/*')].map((table) => table.path)]) {
      await someone.open(page);
      for (const viewport of [WIDE, PHONE]) {
        await someone.page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark']) {
          await someone.page.emulateMedia({ colorScheme });
          const drawn = await someone.page.evaluate(drawnWords);
          words += drawn.length;
          const faint = drawn.filter(({ contrast }) => contrast < 4.5).map(({ word, contrast }) => `${word}: ${contrast.toFixed(2)}`);
          assert.deepEqual(faint, [], `${page} ${viewport.width} px ${colorScheme}`);
        }
      }
    }
    assert.ok(words > 1000, `${words} words were measured`);
  }));

test('the auditor sees what is wrong: a page that was spoiled is found out, in the dark too', () =>
  asReader(site, { viewport: WIDE, reducedMotion: 'reduce' }, async (someone) => {
    await someone.openStart();
    await someone.page.evaluate(() => {
      document.querySelector('h1').insertAdjacentHTML('afterend', '<p id="pale">Svag text</p><img src="data:," width="20" height="20">');
      // The policy drops styles that stand in the page, not those that a script sets.
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (now) => (document.getElementById('pale').style.color = now.matches ? '#333' : ''));
    });
    const wrong = await wrongWith(someone);
    assert.ok(wrong.some((line) => /^1280 px light: image-alt/.test(line)), wrong.join('\n'));
    assert.ok(wrong.some((line) => /^1280 px dark: color-contrast: #pale/.test(line)), wrong.join('\n'));
    assert.ok(wrong.some((line) => /^320 px dark: color-contrast: #pale/.test(line)), wrong.join('\n'));
  }));

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
