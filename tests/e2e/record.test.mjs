// The record itself: looking a word up, taking tables and files away.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { asReader, closeBrowser, openSite } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

test('a word is looked up in the glossary without losing the place where one types', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('ordlista/');
    const field = reader.page.getByRole('searchbox', { name: 'Sök i ordlistan' });
    await field.fill('obligation');
    await field.press('Enter');
    await reader.see(/Visar \d+ av \d+ ord\./);
    await reader.seeAddress(/sok=obligation/);
    assert.equal(await reader.page.evaluate(() => document.activeElement?.id), 'sok-ord', 'the field still has focus');
    assert.equal(await field.inputValue(), 'obligation');
    await field.fill('');
    await field.press('Enter');
    await reader.seeNo(/Visar \d+ av \d+ ord\./);
    reader.seesNothingUntoward();
  }));

test('every file that the data page offers can be had, and is the one that the manifest names', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('data/');
    const files = await reader.page.locator('a[download]').evaluateAll((links) => links.map((link) => link.href));
    assert.ok(files.length >= 8 + 2 * 5 + 1, `${files.length} files`);
    const manifest = await (await fetch(`${site.address}data/manifest.json`)).json();
    const digests = new Map(manifest.datasets[0].files.map((file) => [file.path.split('/').pop(), file.sha256]));
    const seen = new Set();
    for (const address of files) {
      const answer = await fetch(address);
      assert.equal(answer.status, 200, address);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const name = address.split('/').pop();
      seen.add(name);
      if (digests.has(name)) assert.equal(createHash('sha256').update(bytes).digest('hex'), digests.get(name), name);
      const text = bytes.toString('utf8');
      if (name.endsWith('-excel.csv')) assert.ok(text.startsWith('\ufeff') && text.includes(';'), name);
      else if (name.endsWith('.csv')) assert.ok(text.startsWith('row_id,') && !text.includes('\u2212'), name);
    }
    for (const name of digests.keys()) assert.ok(seen.has(name), `${name} is offered`);
    assert.ok(seen.has('datapackage.json'));
  }));

test('a copied table has tabs and a plain minus, so that a spreadsheet takes its numbers for numbers', () =>
  asReader(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (reader) => {
    await reader.open('2025/budget/income-statement/');
    await reader.push('Kopiera tabellen');
    await reader.see(/Tabellen är kopierad, \d+ rader/);
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /\t-230619(\t|\r?\n)/);
    assert.ok(!/[\u2212\u00a0]/.test(copied), 'no sign that a spreadsheet does not know');
  }));
