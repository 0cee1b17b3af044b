// The address: unknown pages, unknown keys, what others append, copied links, many changes at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asReader, buildOf, closeBrowser, eventually, forEach, openSite, pages } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

test('an unknown address says so in both languages and leads to the start and the map, at any depth', () =>
  forEach(['finns-inte', 'finns/inte/alls/', '2025/mal/finns-inte/', 'en/2025/sdg/18/'], (page) =>
    asReader(site, {}, async (reader) => {
      const answer = await reader.page.goto(reader.address(page));
      assert.equal(answer.status(), 404);
      const titles = ['Sidan finns inte', 'There is no such page'];
      await reader.seeHeading(titles[page.startsWith('en/') ? 1 : 0]);
      await reader.see(titles[page.startsWith('en/') ? 0 : 1]);
      assert.deepEqual(await reader.page.locator('h1, h2').evaluateAll((all) => all.map((heading) => heading.tagName)), ['H1', 'H2']);
      await reader.follow('Målkartan');
      await reader.seeLive();
      await reader.seeAddress('2025/karta/');
      assert.deepEqual(reader.foreign, []);
    }),
  ));

test('an unknown address reads without scripts too', () =>
  asReader(site, { javaScript: false }, async (reader) => {
    await reader.openStatic('finns/inte/');
    await reader.see('Sidan finns inte');
    await reader.see('There is no such page');
  }));

test('inside the application an unknown goal gets a page that says so', () =>
  asReader(site, {}, async (reader) => {
    await reader.openStart();
    // A link that was typed into the address bar's history by an older version of the site.
    await reader.page.evaluate((path) => {
      history.pushState(null, '', path);
      history.pushState(null, '', path);
      history.back();
    }, `${site.base}2025/mal/finns-inte/`);
    await reader.seeHeading('Sidan finns inte');
    await reader.follow('Startsidan');
    await reader.seeAddress('');
    reader.seesNothingUntoward();
  }));

test('a path without the year, and one without its last slash, lead to the page', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('2025/karta');
    await reader.seeAddress('2025/karta/');
    await reader.seeHeading('Målkarta');
  }));

test('an unknown key is told and can be dismissed, and the rest of the address applies', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals('?fluff=1&visa=lista&vald=goal:finns-inte');
    await reader.see(/Länken innehåller «fluff»/);
    assert.equal(await reader.page.locator('[data-block=map]').count(), 0, 'the known key applies');
    await reader.push('Stäng');
    const lines = reader.page.locator('.message');
    for (let left = await lines.count(); left > 0; left = await lines.count()) {
      await reader.push('Stäng');
      await eventually(async () => assert.ok((await lines.count()) < left));
    }
    await reader.seeNo(/fluff/);
  }));

test('an unknown value is told in the language of the page', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('en/2025/budget/income-statement/?enhet=dollar');
    await reader.see(/The link sets enhet = “dollar”, which cannot be used/);
  }));

test('what trackers append is ignored in silence and left out of the copied link', () =>
  asReader(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (reader) => {
    await reader.openGoals('?utm_source=brev&fbclid=x&gclid=y&vald=sdg/13');
    assert.equal(await reader.page.locator('.message').count(), 0);
    await reader.push('Dela');
    await reader.see(/Länken innehåller sidan, valet/);
    await reader.push('Kopiera länk');
    await reader.see('Länken är kopierad.');
    const link = await reader.page.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(link, /utm_|fbclid|gclid/);
    assert.match(link, /vald=sdg\/13/);
  }));

test('a copied link shows the same view in a fresh browser', () =>
  asReader(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (reader) => {
    await reader.openMoney();
    await reader.page.getByRole('group', { name: 'Enhet' }).getByRole('link').nth(1).click();
    await reader.page.getByRole('group', { name: 'Visa' }).getByRole('link').first().click();
    await reader.seeAddress(/kolumn=.*enhet=/);
    await reader.push('Dela');
    await reader.push('Kopiera länk');
    await reader.hear(/Länken är kopierad/);
    const link = await reader.page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /niva=.*data=2025|data=2025/, 'defaults and the data version are written out');
    const shown = (someone) => someone.page.locator('main').innerText();
    const here = await shown(reader);
    await asReader(site, {}, async (friend) => {
      await friend.page.goto(link);
      await friend.seeLive();
      assert.equal(await shown(friend), here);
      assert.equal(await friend.page.locator('.message').count(), 0);
      friend.seesNothingUntoward();
    });
  }));

test('two choices in a row both count, also when the first has not been answered yet', async () => {
  // What writes pages is fetched with the first choice, and comes late on a slow line.
  site.alter(buildOf()['pages-wasm'], (bytes) => new Promise((arrived) => setTimeout(() => arrived(bytes), 1500)));
  try {
    await asReader(site, {}, async (reader) => {
      await reader.openMoney();
      await reader.page.getByRole('group', { name: 'Enhet' }).getByRole('link').nth(1).click();
      await reader.page.getByRole('group', { name: 'Visa' }).getByRole('link').first().click();
      await reader.seeAddress(/kolumn=.*enhet=/);
      await eventually(async () => {
        for (const [name, nth] of [['Enhet', 1], ['Visa', 0]]) {
          assert.equal(await reader.page.getByRole('group', { name }).getByRole('link').nth(nth).getAttribute('aria-current'), 'true');
        }
      });
      reader.seesNothingUntoward();
    });
  } finally {
    site.heal();
  }
});

test('where the browser does not let us copy, the address is shown', () =>
  asReader(site, { init: () => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))) }, async (reader) => {
    await reader.openStart();
    await reader.push('Dela');
    await reader.push('Kopiera länk');
    await reader.see(/Markera texten och kopiera den själv/);
    const marked = () => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd);
    assert.equal(await reader.page.evaluate(marked), `${site.address}?data=2025.1`);
  }));

test('many changes in a row never fail, and the last one is in the address', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const last = await reader.page.evaluate(async () => {
      const writes = { count: 0 };
      const write = history.replaceState.bind(history);
      history.replaceState = (...all) => ((writes.count += 1), write(...all));
      globalThis.writes = writes;
      const nodes = [...document.querySelectorAll('[data-chart=goal-map] .wide-only svg [data-mark^="goal/"]')];
      let mark;
      for (let i = 0; i < 200; i += 1) {
        mark = nodes[i % nodes.length].getAttribute('data-mark');
        const node = document.querySelector(`[data-chart=goal-map] .wide-only [data-mark="${mark}"]`);
        node.focus();
        node.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
        await new Promise((next) => setTimeout(next, 2));
      }
      return mark;
    });
    await reader.seeAddress(`2025/karta/?vald=${last}`);
    assert.ok((await reader.page.evaluate(() => globalThis.writes.count)) < 40, 'the address is not written at every change');
    reader.seesNothingUntoward();
  }));

test('the address that is shown answers with the same page when it is loaded anew', () =>
  asReader(site, {}, async (reader) => {
    await reader.openStart();
    const known = new Set(pages().map((page) => page.path));
    for (const name of ['Mål', 'Budget']) {
      await reader.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name, exact: true }).click();
      await eventually(() => assert.ok(known.has(reader.where()), reader.where()));
      const heading = await eventually(async () => {
        assert.equal((await reader.focus()).id, 'rubrik');
        return reader.page.locator('h1').innerText();
      });
      await reader.reload();
      assert.equal(await reader.page.locator('h1').innerText(), heading);
    }
  }));
