// Search as it is used: typed, spoken, by keyboard alone, from an address, without scripts, with odd queries.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const FIELD = '#sok-allt';
const hits = (reader) => reader.page.locator('main a.hit').filter({ visible: true });
const seeHits = (reader, pattern) =>
  eventually(async () => assert.match(await reader.page.locator('.search-summary').innerText(), pattern));

test('by keyboard alone: the slash leads to the field, what is typed is found and said, arrows and Enter open a hit, back brings it again', () =>
  asReader(site, {}, async (reader) => {
    await reader.openStart();
    await reader.press('/');
    assert.equal((await reader.focus()).id, 'sok-allt', 'the field of the start page');
    await reader.page.keyboard.type('klimatfardplan');
    await reader.press('Enter');
    await reader.seeHeading('Sök');
    await reader.seeAddress('sok/?sok=klimatfardplan');
    await seeHits(reader, /^\d+ träff(ar)? på «klimatfardplan»/);
    await reader.press('/');
    await eventually(async () => assert.equal((await reader.focus()).id, 'sok-allt'));
    await reader.page.keyboard.type('segregatiom');
    await seeHits(reader, /på «segregatiom»/);
    await reader.see('«segregatiom» finns inte här. Visar «segregation»');
    await reader.hear(/träffar på «segregatiom»/);
    await reader.seeAddress('sok/?sok=segregatiom');
    assert.equal((await reader.focus()).id, 'sok-allt', 'focus stays while typing');
    await reader.press('ArrowDown');
    const names = await hits(reader).allInnerTexts();
    assert.equal((await reader.focus()).name, names[0].trim().slice(0, 80));
    await reader.press('ArrowDown');
    assert.equal((await reader.focus()).name, names[1].trim().slice(0, 80));
    await reader.press('ArrowUp', 'ArrowUp');
    assert.equal((await reader.focus()).id, 'sok-allt', 'above the first hit is the field');
    await reader.press('ArrowDown');
    const there = await hits(reader).first().getAttribute('href');
    await reader.press('Enter');
    await eventually(() => assert.ok(!reader.where().startsWith('sok/'), reader.where()));
    assert.ok(new URL(reader.page.url()).href.endsWith(there.replace(/^(\.\.\/)+/, '')), `${reader.page.url()} is not ${there}`);
    await reader.back();
    await reader.seeAddress('sok/?sok=segregatiom');
    await seeHits(reader, /på «segregatiom»/);
    assert.equal(await reader.page.locator(FIELD).inputValue(), 'segregatiom');
    await reader.page.locator(FIELD).focus();
    await reader.press('Escape');
    assert.equal(await reader.page.locator(FIELD).inputValue(), '');
    await reader.seeAddress('sok/');
    await reader.see('Det här kan du söka i');
    reader.seesNothingUntoward();
  }));

test('a shared address shows the same hits in both languages, grouped, with words marked and places named', () =>
  asReader(site, { viewport: PHONE }, async (reader) => {
    for (const [address, word, group] of [['sok/?sok=trygghet', /trygg/i, 'Vanliga frågor'], ['en/sok/?sok=crime', /crim/i, 'Goals']]) {
      await reader.open(address);
      assert.equal(await reader.page.locator(FIELD).inputValue(), address.split('=')[1]);
      await reader.page.getByRole('heading', { level: 3, name: new RegExp(`^${group} \\d`) }).waitFor();
      const marked = await reader.page.locator('main mark').allTextContents();
      assert.ok(marked.length > 3 && marked.every((text) => word.test(text)), marked.join());
      assert.ok((await reader.page.locator('main .hit-item .cite').count()) > 3, 'the place in the documents is named');
      await reader.seeNoSideways();
    }
    reader.seesNothingUntoward();
  }));

test('the reader’s own notes are found among the rest, by their words and by what they are about, and leave nothing behind when deleted', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('2025/mal/klimatneutral/');
    await reader.button(/^Anteckna/).click();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Fråga om <b>cykelbanorna</b> vid hamnen');
    await dialog.getByRole('button', { name: 'Spara', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await reader.press('/');
    await eventually(async () => assert.equal((await reader.focus()).id, 'sok-allt'));
    await reader.page.keyboard.type('cykelbana');
    await seeHits(reader, /1 egen anteckning/);
    await reader.hear(/1 egen anteckning/);
    const own = reader.page.getByRole('region', { name: /^Dina egna anteckningar/ });
    assert.match(await own.innerText(), /klimatneutral[\s\S]*Kommentar[\s\S]*<b>cykelbanorna<\/b> vid hamnen/);
    assert.deepEqual(await own.locator('mark').allInnerTexts(), ['cykelbanorna']);
    // A link to the hits shows them anew where the notes are, once they have been read.
    await reader.reload();
    await seeHits(reader, /1 egen anteckning/);
    await own.locator('a.hit').click();
    await reader.seeAddress('2025/mal/klimatneutral/');
    // Who is sent the link has notes of her own only.
    await asReader(site, {}, async (other) => {
      await other.open('sok/?sok=cykelbana');
      await other.page.waitForTimeout(300);
      assert.doesNotMatch(await other.page.locator('main').innerText(), /anteckning»|egen anteckning/);
    });
    reader.seesNothingUntoward();
  }));

test('odd queries are answered: a letter, ten thousand letters, emoji, markup, nothing that is here', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('sok/');
    for (const [query, answer] of [
      ['k', /minst två bokstäver/],
      ['🌍🌍', /minst två bokstäver/],
      ['<img src=x onerror=alert(1)><script>alert(1)</script>', /på «<img src=x|innehåller «<img src=x/],
      ['xyzzyqqq', /Inget här innehåller «xyzzyqqq»/],
      ['å'.repeat(10_000), /Inget här innehåller «å{59,60}…»/],
    ]) {
      await reader.page.locator(FIELD).fill(query);
      await seeHits(reader, answer);
      assert.equal(await reader.page.locator('main img, main script').count(), 0);
    }
    assert.deepEqual(reader.foreign, []);
    assert.deepEqual(reader.noise, []);
    await reader.open(`sok/?sok=${'x'.repeat(4_000)}`);
    await seeHits(reader, /Inget här innehåller/);
    reader.seesNothingUntoward();
  }));

test('without scripts the page of search says what to use instead', () =>
  asReader(site, { javaScript: false }, async (reader) => {
    await reader.openStatic('sok/');
    await reader.see(/Sökningen behöver JavaScript/);
    for (const way of ['Vanliga frågor, med svar', 'Ordlista: ord, program och organ']) {
      assert.ok(await reader.page.locator('main').getByRole('link', { name: way }).first().isVisible(), way);
    }
  }));
