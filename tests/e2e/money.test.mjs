// The money: what a mark says in place, why a number is what it is, pictures and tables to take away, the flow and the
// comparison; by pointer, by finger, by keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';
import { withManyRows } from './many.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const mark = (reader, row, { narrow = false, table = 'income-statement' } = {}) =>
  reader.page.locator(`figure[data-chart] .${narrow ? 'narrow' : 'wide'}-only svg [data-mark="row/${table}/${row}"]`).first();
const tip = (reader) => reader.page.locator('#tip:not([hidden])');
const answer = (reader) => reader.page.locator('section.why');
/** Plain spaces, however a number is grouped. */
const plain = (text) => text.replace(/\s+/g, ' ');

/** Saves what a button gives and returns its name and bytes. */
async function saved(reader, name) {
  const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.push(name)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a bar says value, unit, phase and reading in place, and a click asks why', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    const wages = mark(reader, 'wages');
    await wages.hover();
    assert.match(plain(await tip(reader).innerText()), /Lönekostnader, budget 2025: −230 619 tkr enligt källan Klicka/);
    const inside = await tip(reader).evaluate((e) => {
      const box = e.getBoundingClientRect();
      return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.ok(inside, 'the tip stands inside the window');
    await wages.click();
    await reader.seeAddress('2025/budget/income-statement/?vald=row/income-statement/wages');
    const text = plain(await answer(reader).innerText());
    for (const part of ['Varför denna siffra? Lönekostnader', '−230 619 tkr', 'enligt källan', 'rad 1082', '4 kontroller, alla stämmer', 'Motstridiga uppgifter', 'högre kostnad'])
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    assert.equal(await tip(reader).count(), 0);
    assert.match(await wages.getAttribute('class'), /is-chosen/);
    await answer(reader).getByRole('button', { name: 'Stäng' }).click();
    await eventually(async () => assert.equal(await answer(reader).count(), 0));
    assert.equal((await reader.focus()).mark, 'row/income-statement/wages', 'focus is back where the question was asked');
    reader.seesNothingUntoward();
  }));

test('the same by keyboard: arrows, Enter, Escape, T', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    await reader.page.locator('[data-chart=steps] .wide-only [tabindex="0"]').focus();
    await reader.press('ArrowDown');
    assert.match(plain(await tip(reader).innerText()), /Övriga intäkter, budget 2025: 229 213 tkr enligt källan Enter/);
    await reader.press('Escape');
    assert.equal(await tip(reader).count(), 0);
    await reader.press('Enter');
    await eventually(async () => assert.equal((await reader.focus()).id, 'h-why'));
    await reader.press('Escape');
    await eventually(async () => assert.equal(await answer(reader).count(), 0));
    assert.equal((await reader.focus()).mark, 'row/income-statement/other-income');
    await reader.press('t');
    assert.match((await reader.focus()).name, /Varför denna siffra\? Övriga intäkter/);
    await reader.press('Enter');
    await eventually(async () => assert.equal((await reader.focus()).id, 'h-why'));
    reader.seesNothingUntoward();
  }));

test('a finger sees the value first and asks with the second touch; a number of the table asks about its cell', () =>
  asReader(site, { viewport: PHONE, hasTouch: true, isMobile: true }, async (reader) => {
    await reader.openMoney();
    const rents = mark(reader, 'rents', { narrow: true });
    await rents.tap();
    assert.match(plain(await tip(reader).innerText()), /Lokal- och markhyror, budget 2025: −41 828 tkr enligt källan Tryck igen/);
    assert.equal(await answer(reader).count(), 0);
    await rents.tap();
    await eventually(async () => assert.match(await answer(reader).innerText(), /Lokal- och markhyror/));
    await answer(reader).getByRole('button', { name: 'Stäng' }).tap();
    await eventually(async () => assert.equal(await answer(reader).count(), 0));
    await reader.page.locator('td[data-cell="cell/income-statement/financial-income/budget-2025"]').tap();
    await eventually(async () => assert.match(await answer(reader).innerText(), /Ingen nolla är tryckt/));
    await reader.seeAddress(/vald=cell\/income-statement\/financial-income\/budget-2025/);
    await reader.seeNoSideways();
    reader.seesNothingUntoward();
  }));

test('pictures leave with title, source and scope line, as SVG and PNG, also 1920 px wide; words and table too', () =>
  asReader(site, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true }, async (reader) => {
    await reader.open('2025/budget/budget-areas/?enhet=mkr');
    const title = plain(await reader.page.locator('figure[data-chart] figcaption').first().innerText());
    const svg = await saved(reader, 'Bild (SVG)');
    assert.equal(svg.name, 'malmo-ks-2025-budget-areas-bars.svg');
    const text = plain(svg.bytes.toString('utf8').replace(/<[^>]*>/g, ' '));
    for (const part of ['Nämndsbudget 2025', 'Fristående webbplats', 'inte utfall', 'Enhet: mkr']) assert.ok(text.includes(part), part);
    for (const word of title.split(' ')) assert.ok(text.includes(word), word);
    assert.ok(!/href|<script|style=/.test(svg.bytes.toString('utf8')), 'nothing in it leads out or runs');
    for (const [button, name, wide] of [
      ['Bild (PNG)', 'malmo-ks-2025-budget-areas-bars.png', 1200],
      ['Bild för visning (PNG, 1920 px)', 'malmo-ks-2025-budget-areas-bars-1920.png', 1920],
    ]) {
      const png = await saved(reader, button);
      assert.equal(png.name, name);
      assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
      assert.equal(png.bytes.readUInt32BE(16), wide);
      assert.ok(png.bytes.length > 20_000, 'something is drawn on it');
    }
    await reader.push('Kopiera alternativtext');
    await reader.see('Alternativtexten är kopierad.');
    const words = plain(await reader.page.evaluate(() => navigator.clipboard.readText()));
    assert.ok(words.startsWith(title) && words.includes('Källa: Nämndsbudget 2025') && words.includes('inte hela stadens budget'), words);
    const csv = await saved(reader, 'CSV');
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    const rows = await reader.page.locator('table.amounts tbody tr').count();
    assert.equal(lines.length, rows + 1);
    await reader.see(`är sparad, ${rows} rader.`);
    await reader.push('Kopiera tabellen');
    await reader.see(`Tabellen är kopierad, ${rows} rader`);
    const copied = (await reader.page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n');
    assert.equal(copied.length, rows + 1);
    assert.match(copied[1], /\t42,1\t13,2\t13,19\t/);
    reader.seesNothingUntoward();
  }));

test('shares and levels change chart, table and file together', () =>
  asReader(site, { acceptDownloads: true }, async (reader) => {
    await reader.openMoney('?niva=summor&enhet=andel');
    const rows = await reader.page.locator('table.amounts tbody tr').count();
    assert.equal(await reader.page.locator('[data-chart=steps] .wide-only [data-mark]').count(), rows);
    await reader.see('9 av 17 rader');
    const staff = plain(await mark(reader, 'total-staff-costs').getAttribute('aria-label'));
    assert.match(staff, /−44,3 %/);
    const shown = await reader.page.locator('td[data-cell="cell/income-statement/total-staff-costs/budget-2025"]').innerText();
    assert.equal(shown, '−44,3');
    const csv = await saved(reader, 'CSV');
    const line = csv.bytes.toString('utf8').split('\r\n').find((l) => l.startsWith('Totala personalkostnader'));
    assert.equal(line, 'Totala personalkostnader,summa,-43.0,-44.3,-11804,Förändring: högre kostnad');
    reader.seesNothingUntoward();
  }));

test('the flow is walked along its bands by keyboard, each band is heard with its amount, and its table is one link away', () =>
  asReader(site, { acceptDownloads: true }, async (reader) => {
    await reader.open('2025/budget/income-statement-split/');
    const FLOW = '[data-chart=flow] .wide-only svg';
    assert.equal(await reader.page.locator(`${FLOW} [tabindex="0"]`).count(), 1, 'one stop for Tab');
    const [chart, ...marks] = await reader.heardBelow(FLOW);
    assert.match(plain(chart.name), /^Budget 2025: kommunbidrag 494 737 tkr/);
    assert.match(plain(chart.description), /1 tkr står för sig som avrundning/);
    assert.equal(marks.filter((line) => line.role === 'StaticText').length, 0);
    await reader.page.locator(`${FLOW} [data-mark="cell/income-statement-split/council-allocation/total"]`).focus();
    assert.match(plain((await reader.focus()).name), /KOMMUNBIDRAG, budget 2025: 494 737 tkr, delarna ger 494 736 tkr, avrundning 1 tkr/);
    await reader.press('ArrowRight');
    assert.match(plain((await reader.focus()).name), /Från KOMMUNBIDRAG till Styrelsen, budget 2025: 175 512 tkr/);
    await reader.press('ArrowDown');
    assert.match(plain((await reader.focus()).name), /Från KOMMUNBIDRAG till KB finansierat, budget 2025: 319 224 tkr/);
    await reader.press('ArrowRight');
    assert.match(plain((await reader.focus()).name), /KB finansierat, budget 2025: in 360 427 tkr, ut 360 427 tkr/);
    await reader.press('ArrowRight');
    assert.match(plain((await reader.focus()).name), /Från KB finansierat till Personalkostnader/);
    await reader.press('ArrowRight');
    assert.match(plain((await reader.focus()).name), /Personalkostnader, budget 2025: 328 810 tkr/);
    await reader.press('ArrowLeft', 'Enter');
    await eventually(async () => assert.match(plain(await answer(reader).innerText()), /Personalkostnader, .*-42 609|Personalkostnader, /));
    await reader.press('Escape');
    await eventually(async () => assert.equal(await answer(reader).count(), 0));
    await reader.page.locator('#h-flow-table').click();
    const rows = await reader.page.locator('table.flows tbody tr').count();
    assert.equal(rows, 20);
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.locator('#flow-table').getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    assert.equal(readFileSync(await download.path(), 'utf8').trim().split('\r\n').length, rows + 1);
    reader.seesNothingUntoward();
  }));

test('two columns are set against each other by size of difference; a column that is gone is told and the rest works', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    await reader.follow('Jämför två kolumner');
    await reader.seeAddress('2025/budget/income-statement/?jamfor=forecast-2024,budget-2025');
    const title = () => reader.page.locator('figure[data-chart=compare] figcaption').innerText();
    await eventually(async () => assert.match(plain(await title()), /^Störst skillnad mellan prognos 2024 och budget 2025: Lönekostnader −14 509 tkr \(−6,7 %, högre kostnad\)/));
    const changes = await reader.page.locator('table.amounts tbody tr.line td.calculated:nth-of-type(3)').allInnerTexts();
    const sizes = changes.map((text) => Math.abs(Number(text.replace(/[^0-9]/g, '')))).filter((size) => size > 0);
    assert.ok(sizes.length > 8);
    assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
    await reader.page.getByRole('group', { name: 'Från' }).getByRole('link', { name: 'Budget 2025' }).click();
    await eventually(async () => assert.match(plain(await title()), /Ingen rad skiljer sig/));
    await reader.open('2025/budget/income-statement/?jamfor=forecast-2024,budget-1999&enhet=mkr');
    await reader.see('Länken väljer «budget-1999», som inte finns i datan.');
    assert.match(plain(await reader.page.locator('figure[data-chart=steps] figcaption').innerText()), /494,7 mkr/);
    reader.seesNothingUntoward();
  }));

test('printed, each chart stands with its table, without buttons, and nothing leaves the paper', () =>
  asReader(site, {}, async (reader) => {
    for (const table of ['income-statement', 'income-statement-split', 'budget-areas']) {
      await reader.open(`2025/budget/${table}/`);
      await reader.page.emulateMedia({ media: 'print' });
      assert.ok(await reader.page.locator('figure[data-chart] .wide-only svg').first().isVisible());
      assert.ok(await reader.page.locator('table.amounts').last().isVisible());
      for (const gone of ['.chart-actions', '.ways-out', '.why-link', '.choice', '.note-button'])
        assert.equal(await reader.page.locator(gone).filter({ visible: true }).count(), 0, gone);
      await reader.page.emulateMedia({ media: 'screen' });
    }
  }));

test('on an A4 sheet each chart has its table below it, whole, with its source and what the site is', () =>
  asReader(site, { viewport: { width: 695, height: 1035 } }, async (reader) => {
    // 96 pixels an inch; the margins of the sheet are those of the style sheet.
    const SHEET = ((297 - 11 - 12) / 25.4) * 96;
    await reader.page.emulateMedia({ media: 'print' });
    const bottom = (what) => what.evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY);
    const top = (what) => what.evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
    const compared = 'income-statement/?jamfor=forecast-2024,budget-2025';
    for (const table of ['income-statement/', 'income-statement-split/', 'board-split/', 'budget-areas/', 'investments/', compared]) {
      await reader.open(`2025/budget/${table}`);
      const picture = reader.page.locator('figure[data-chart]').first();
      const amounts = reader.page.locator('table.amounts').first();
      assert.ok((await bottom(picture)) <= (await top(amounts)), `${table}: the table stands below its picture`);
      assert.ok((await bottom(amounts.locator('tbody tr').last())) <= SHEET, `${table}: ${await bottom(amounts)} of ${SHEET}`);
      assert.ok(await reader.page.locator('.scope').isVisible());
      assert.match(await picture.locator('.chart-source').innerText(), /Nämndsbudget 2025.*rad/);
    }
    // After a choice the application has drawn one layout alone; on paper it is the wide one.
    await reader.page.emulateMedia({ media: 'screen' });
    await reader.open('2025/budget/budget-areas/?enhet=mkr');
    await eventually(async () => assert.ok(await reader.page.locator('.narrow-only.is-alone').isVisible()));
    // All of it at once, in a window however small: while a browser prints, nothing can follow.
    await reader.page.setViewportSize({ width: 695, height: 300 });
    await reader.page.evaluate(() => {
      window.drawn = [];
      const block = document.querySelector('[data-block=chart]');
      new MutationObserver(() => window.drawn.push(block.querySelectorAll('.wide-only .mark').length)).observe(block, { childList: true, subtree: true });
    });
    await reader.page.emulateMedia({ media: 'print' });
    await eventually(async () => assert.ok(await reader.page.locator('.wide-only.is-alone svg').isVisible()));
    assert.deepEqual(await reader.page.evaluate(() => window.drawn), [19]);
    await reader.page.setViewportSize({ width: 695, height: 1035 });
    assert.ok((await bottom(reader.page.locator('table.amounts tbody tr').last())) <= SHEET);
    // The second picture of a page with two has a sheet of its own.
    await reader.open('2025/budget/income-statement-split/');
    const steps = await top(reader.page.locator('figure[data-chart=steps]'));
    assert.ok((await bottom(reader.page.locator('table.amounts').last())) - steps <= SHEET - 60);
  }));

test('of a picture much larger than the window the part in it is drawn first, and then all of it', async () => {
  const large = await openSite();
  for (const [file, altered] of withManyRows([500])) large.alter(file, altered);
  try {
    await asReader(large, { viewport: LAPTOP }, async (reader) => {
      await reader.open('2025/budget/budget-areas/?enhet=mkr');
      // A page that only the altered data has: come to it inside the application.
      await reader.page.evaluate(() => {
        const link = document.querySelector('main a[href]');
        link.setAttribute('href', '../rows-500/?ordning=tryckt');
        link.click();
      });
      const marks = reader.page.locator('[data-block=chart] svg .mark');
      await eventually(async () => assert.equal(await marks.count(), 500));
      const bar = marks.nth(250);
      await bar.scrollIntoViewIfNeeded();
      await reader.page.evaluate(() => {
        window.drawn = [];
        const block = document.querySelector('[data-block=chart]');
        new MutationObserver(() => {
          const all = [...block.querySelectorAll('svg .mark')].map((mark) => mark.getBoundingClientRect());
          const first = Math.min(...all.map((at) => at.top));
          const last = Math.max(...all.map((at) => at.bottom));
          window.drawn.push({ count: all.length, fills: first <= 0 && last >= innerHeight });
        }).observe(block, { childList: true, subtree: true });
        // The choice stands above the window: it is made as by a link from elsewhere on the page.
        [...document.querySelectorAll('.choice a')].find((link) => link.textContent.trim() === 'Störst först').click();
      });
      await eventually(async () => assert.equal((await reader.page.evaluate(() => window.drawn)).length, 2));
      const [part, all] = await reader.page.evaluate(() => window.drawn);
      assert.ok(part.count < 60 && part.fills, JSON.stringify(part));
      assert.deepEqual(all, { count: 500, fills: true });
      // What has focus in the picture keeps it, and is drawn with all of it.
      await bar.focus();
      const focused = (await reader.focus()).mark;
      await reader.page.evaluate(() => {
        window.drawn = [];
        [...document.querySelectorAll('.choice a')].find((link) => link.textContent.trim() === 'Som i källan').click();
      });
      await eventually(async () => assert.ok((await reader.page.evaluate(() => window.drawn)).length > 0));
      assert.equal((await reader.page.evaluate(() => window.drawn))[0].count, 500);
      assert.equal((await reader.focus()).mark, focused);
      reader.seesNothingUntoward();
    });
  } finally {
    await large.close();
  }
});
