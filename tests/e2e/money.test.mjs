// The money: what a mark says in place, why a number is what it is, pictures and tables to take away, the flow and the
// comparison; by pointer, by finger, by keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';

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
    assert.equal(line, 'Totala personalkostnader,summa,-43.0,-44.3,-11804,');
    reader.seesNothingUntoward();
  }));
