// Sharing: a view or notes in a link, opening it, keeping or dropping what came, the reader's own assessment.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { BASE, PHONE, SOAK, asReader, closeBrowser, eventually, openSite } from './driver.mjs';
import { axeFindsNothing } from './axe.mjs';

const PREFIX = `malkarta:${BASE}:`;
const GOAL = '2025/mal/klimatneutral/';
const MATRIX = '2025/min-bedomning/';
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const hash = (text, bytes) => createHash('sha256').update(text).digest().subarray(0, bytes);
/** A note as it lies in the storage. */
function stored({ id = 1, anchor = 'goal/klimatneutral', quoted = 'Ett mål', kind = 'comment', text = '', modified = '2026-03-14T09:00:00.000Z', ...rest }) {
  const uuid = `${String(id).padStart(8, '0')}-0101-4101-8101-010101010101`;
  const body = JSON.stringify({ form: 1, id: uuid, anchor, quoted, kind, ...rest, text: text || undefined, created: modified, modified, revision: { a: 1 }, data: '2025.1' });
  return { key: `${PREFIX}note:${uuid}`, body, text: `malkarta-note 1 ${hash(`malkarta-note 1\n${body}`, 16).toString('hex')}\n${body}` };
}
const assessed = (id, anchor, state, reason, more = {}) => stored({ id, anchor, quoted: `Om ${anchor}`, kind: 'assessment', state, reason, ...more });
/** Things of every file of the data, each with its place, and two that are in none. */
const ABOUT = [
  ['area/jamlik-stad', '2025/karta/#area-jamlik-stad'],
  ['point/ks-inriktning-socialt-hallbart-malmo-p1', '2025/beslut/ks-inriktning-socialt-hallbart-malmo/#ks-inriktning-socialt-hallbart-malmo-p1'],
  ['contradiction/ramforstarkning-summa', 'data/#contradiction-ramforstarkning-summa'],
  ['count/utredningsuppdrag-tjansteskrivelsen', '2025/uppfoljning/#utredningsuppdrag-tjansteskrivelsen'],
  ['rights-activity/lokal-statistik', '2025/rattigheter/#lokal-statistik'],
  ['document/namndsbudget-2025', 'data/#document-namndsbudget-2025'],
  ['term/adda', 'ordlista/#term-adda'],
  ['term/finns-inte'],
  ['event/finns-inte'],
];
/** The newest stands first. */
const BOOKMARKED = [
  { anchor: 'goal/klimatneutral', text: 'Till mötet', modified: '2026-03-14T09:00:05.000Z' },
  { anchor: 'row/income-statement/total-income', modified: '2026-03-14T09:00:04.000Z' },
  { anchor: 'term/adda', modified: '2026-03-14T09:00:03.000Z' },
  { anchor: 'goal/finns-inte', quoted: 'Ett gammalt mål', modified: '2026-03-14T09:00:02.000Z' },
  { anchor: 'sdg/13', kind: 'comment', text: 'Inget bokmärke' },
];
/** The fragment that a colleague's browser would have made. */
function fragment(notes, { version = 1, extra = {} } = {}) {
  const payload = deflateRawSync(JSON.stringify({ form: 1, data: '2025.1', notes: notes.map((note) => JSON.parse(note.body)), ...extra })).toString('base64url');
  const head = `N${version}.${payload.length}.${payload}`;
  return `#${head}.${hash(head, 6).toString('base64url')}`;
}
/** A reader who has these notes already. */
const having = (notes) => ({
  init: `if (location.origin !== 'null') for (const [key, text] of ${JSON.stringify(notes.map((note) => [`${note.key}~${hash(note.body, 8).toString('hex')}`, note.text]))}) localStorage.setItem(key, text);`,
});
/** The same, in a browser that tells how many sheets were there when it was to print. */
const printing = (notes) => ({ init: `${having(notes).init} window.print = () => (window.printed = document.querySelectorAll('.bookmarks > .sheet').length);` });
const shareDialog = (someone) => someone.page.getByRole('dialog', { name: 'Dela sidan' });
const openShare = async (someone) => {
  await someone.push('Dela');
  await shareDialog(someone).waitFor();
};
const link = (someone) => shareDialog(someone).locator('#share-link').inputValue();
const panel = (someone) => someone.page.getByRole('complementary', { name: /Anteckningar från en länk/ });
const storage = (someone) => someone.page.evaluate(() => JSON.stringify({ ...localStorage }));

test('a reader chooses notes, copies the link, and a colleague sees them, keeps them and has them after a reload', () =>
  asReader(site, { ...CLIPBOARD, ...having([stored({ text: 'Vad händer med målet?' }), stored({ id: 2, anchor: 'sdg/13', quoted: 'Klimat', text: 'En annan' })]) }, async (someone) => {
    await someone.open(GOAL);
    await openShare(someone);
    assert.equal(await link(someone), site.address + `${GOAL}?data=2025.1`, 'the view only, to begin with');
    await shareDialog(someone).getByText('Dina anteckningar följer inte med.').waitFor();
    await shareDialog(someone).getByLabel('Sidan och anteckningar som jag väljer').check();
    await shareDialog(someone).getByText(/allmän handling\. Skriv inte personuppgifter\./).waitFor();
    await shareDialog(someone).getByText(/Ingen anteckning är vald|Dessutom 1 anteckning/).waitFor();
    assert.equal(await shareDialog(someone).getByRole('checkbox').count(), 2);
    await shareDialog(someone).getByRole('checkbox', { name: /Ett mål/ }).setChecked(true);
    await shareDialog(someone).getByRole('checkbox', { name: /Klimat/ }).setChecked(false);
    await shareDialog(someone).getByText(/Dessutom 1 anteckning:/).waitFor();
    await axeFindsNothing(someone, 'the dialog of sharing');
    await shareDialog(someone).getByRole('button', { name: 'Välj alla' }).click();
    await shareDialog(someone).getByText(/Dessutom 2 anteckningar:/).waitFor();
    await shareDialog(someone).getByRole('button', { name: 'Kopiera länk' }).click();
    await shareDialog(someone).getByText('Länken är kopierad.').waitFor();
    const address = await someone.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(address, await link(someone));
    assert.match(await shareDialog(someone).innerText(), new RegExp(`Länken är ${address.length} tecken lång`));
    someone.seesNothingUntoward();

    await asReader(site, {}, async (other) => {
      await other.page.addInitScript(() => {
        globalThis.written = [];
        for (const name of ['setItem', 'removeItem']) {
          const plain = Storage.prototype[name];
          Storage.prototype[name] = function (...all) {
            globalThis.written.push(all[0]);
            return plain.apply(this, all);
          };
        }
        for (const name of ['put', 'add', 'delete', 'clear']) {
          const plain = IDBObjectStore.prototype[name];
          IDBObjectStore.prototype[name] = function (...all) {
            globalThis.written.push(name);
            return plain.apply(this, all);
          };
        }
      });
      const requests = [];
      other.page.on('request', (request) => requests.push(request.url()));
      await other.page.goto(address);
      await other.seeLive();
      await panel(other).getByText('Vad händer med målet?').waitFor();
      await panel(other).getByText('En annan').waitFor();
      await panel(other).getByText(/egna, inte Malmö stads/).waitFor();
      await axeFindsNothing(other, 'the panel of notes from a link');
      assert.equal(await other.page.locator('.message').count(), 0);
      assert.deepEqual(await other.page.evaluate(() => globalThis.written), [], 'opening writes nothing');
      assert.equal(await storage(other), '{}');
      assert.ok(requests.every((url) => !url.includes('#N') && !url.includes(address.split('#')[1].slice(0, 40))), 'the fragment stays here');
      assert.match(other.page.url(), /#N1\./);
      await panel(other).getByRole('button', { name: 'Behåll bland mina anteckningar' }).click();
      await other.see(/Behållna: 2 anteckningar/);
      await eventually(() => assert.equal(other.page.url(), `${site.address}${GOAL}?data=2025.1`, 'gone from the address'));
      assert.equal(await panel(other).count(), 0);
      await other.open('anteckningar/');
      await other.see('Vad händer med målet?');
      other.seesNothingUntoward();
    });
  }));

test('notes of a link stay while she looks around, and are gone without a trace when she does not keep them', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(`2025/karta/?med=anteckningar${fragment([stored({ text: 'På besök' })])}`);
    await panel(someone).getByText('På besök').waitFor();
    await someone.page.getByRole('group', { name: 'Visa som' }).getByRole('link', { name: 'Lista' }).click();
    await eventually(() => assert.match(someone.page.url(), /visa=lista.*#N1\./));
    await someone.follow('Budget');
    await panel(someone).getByText('På besök').waitFor();
    await panel(someone).getByRole('button', { name: 'Stäng utan att behålla' }).click();
    await someone.seeNo('På besök');
    assert.equal(await storage(someone), '{}');
    await someone.reload();
    assert.equal(await panel(someone).count(), 0);
    someone.seesNothingUntoward();
  }));

test('what keeping would do to notes that she has is said before she does it', () => {
  const mine = stored({ text: 'Min text' });
  const newer = (() => {
    const note = stored({ text: 'Nyare text', modified: '2026-03-15T09:00:00.000Z' });
    const body = JSON.stringify({ ...JSON.parse(note.body), revision: { a: 2 } });
    return { ...note, body };
  })();
  return asReader(site, having([mine]), async (someone) => {
    await someone.open(`${GOAL}${fragment([newer])}`);
    await panel(someone).getByText(/ersätter den/).waitFor();
    await someone.open('om/');
    await someone.open(`${GOAL}${fragment([mine])}`);
    await panel(someone).getByText(/Finns redan/).waitFor();
    await panel(someone).getByRole('button', { name: 'Behåll bland mina anteckningar' }).click();
    await someone.see('Du har redan alla anteckningar i länken.');
  });
});

test('a link that was cut, changed, emptied or made by a newer build is told so, and the page is shown', () =>
  asReader(site, {}, async (someone) => {
    const whole = fragment([stored({ text: 'En text som ska fram' })]);
    const cuts = Array.from({ length: SOAK ? 60 : 4 }, (_, i) => whole.slice(0, 2 + Math.floor(((whole.length - 3) * i) / (SOAK ? 59 : 3))));
    for (const [tail, said] of [
      ...cuts.map((cut) => [cut, /Länken är avklippt/]),
      [whole.replace(/.(?=.{20}$)/, (c) => (c === 'A' ? 'B' : 'A')), /Länken är ändrad/],
      [fragment([stored({})], { version: 2 }), /nyare version av den här webbplatsen/],
      ['', /delen efter tecknet # saknas/],
    ]) {
      await someone.page.goto('about:blank');
      await someone.open(`${GOAL}?med=anteckningar${tail}`);
      await someone.see(said);
      await someone.seeHeading(/klimatneutral/);
      assert.equal(await panel(someone).count(), 0);
    }
    assert.equal(await storage(someone), '{}');
    someone.seesNothingUntoward();
  }));

test('nothing in a link runs', () =>
  asReader(site, {}, async (someone) => {
    const hostile = ['<img src=x onerror="globalThis.ran=1">', '"><script>globalThis.ran=1</script>', "javascript:globalThis.ran=1", '</textarea><svg onload=globalThis.ran=1>'];
    const notes = hostile.flatMap((text, i) => [stored({ id: 10 + i, text, quoted: text, anchor: text }), assessed(30 + i, 'goal/klimatneutral', 'red', text, { quoted: text, text })]);
    await someone.open(`${MATRIX}${fragment(notes)}`);
    await panel(someone).getByText(hostile[0]).first().waitFor();
    await someone.page.locator('.own-together').waitFor();
    for (const anchor of await someone.page.locator('.visitors a').all()) assert.doesNotMatch((await anchor.getAttribute('href')) ?? '', /javascript/);
    assert.equal(await someone.page.evaluate(() => globalThis.ran), undefined);
    someone.seesNothingUntoward();
  }));

test('whoever is quicker than her notes were read chooses among them all the same', () => {
  const quick = `new MutationObserver((_, watch) => {
    if (!document.documentElement.classList.contains('live')) return;
    watch.disconnect();
    document.querySelector('[data-act="share"]').click();
  }).observe(document.documentElement, { attributes: true });`;
  const { init } = having([stored({ text: 'Vad händer med målet?' })]);
  return asReader(site, { init: `${init} addEventListener('DOMContentLoaded', () => { ${quick} });` }, async (someone) => {
    await someone.open('anteckningar/');
    await shareDialog(someone).getByLabel('Sidan och anteckningar som jag väljer').check();
    await shareDialog(someone).getByRole('checkbox').first().waitFor();
    someone.seesNothingUntoward();
  });
});

test('more than a link holds is offered as a file, and long links are warned about', () =>
  asReader(site, { acceptDownloads: true, ...having(Array.from({ length: 90 }, (_, i) => stored({ id: i + 1, quoted: `Sak ${i}`, text: `${hash(`a${i}`, 32).toString('hex')} ${hash(`b${i}`, 32).toString('hex')}` }))) }, async (someone) => {
    await someone.open('anteckningar/');
    await openShare(someone);
    await shareDialog(someone).getByLabel('Sidan och anteckningar som jag väljer').check();
    await shareDialog(someone).getByText(/Så långa länkar görs inte \(gränsen är 8000\)/).waitFor();
    assert.equal(await shareDialog(someone).getByRole('button', { name: 'Kopiera länk' }).count(), 0);
    const [download] = await Promise.all([someone.page.waitForEvent('download'), shareDialog(someone).getByRole('button', { name: 'Spara anteckningarna som fil' }).click()]);
    assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).items.length, 90);
    await shareDialog(someone).getByText(/Filen är sparad, 90 anteckningar/).waitFor();
    await shareDialog(someone).getByRole('button', { name: 'Välj inga' }).click();
    await shareDialog(someone).getByText('Ingen anteckning är vald.').waitFor();
    for (const box of (await shareDialog(someone).getByRole('checkbox').all()).slice(0, 20)) await box.check();
    await shareDialog(someone).getByText(/Dessutom 20 anteckningar/).waitFor();
    await shareDialog(someone).getByText(/bryter eller klipper länkar/).waitFor();
    await shareDialog(someone).getByText('QR-kod', { exact: true }).click();
    await shareDialog(someone).getByText(/för lång för en QR-kod/).waitFor();
  }));

test('the QR code and the citation in both languages stand ready, and the browser is asked to hand the link on', () =>
  asReader(site, { ...CLIPBOARD, init: () => (navigator.share = (data) => ((globalThis.handed = data), Promise.resolve())) }, async (someone) => {
    await someone.open(GOAL);
    await openShare(someone);
    await shareDialog(someone).getByText('QR-kod', { exact: true }).click();
    await shareDialog(someone).getByRole('img', { name: 'QR-kod med länken' }).waitFor();
    await shareDialog(someone).getByText('Källhänvisning', { exact: true }).click();
    const swedish = await shareDialog(someone).getByLabel('Källhänvisning på svenska').inputValue();
    const english = await shareDialog(someone).getByLabel('Källhänvisning på engelska').inputValue();
    assert.match(swedish, /^Mål: .*\. Målkarta, utgiven av .*inte Malmö stads webbplats.*Källa: .*Dataversion 2025\.1\. Läst \d+ \p{L}+ \d{4}\. http.*\/2025\/mal\/klimatneutral\//u);
    assert.match(english, /^Goal: .*published by .*Source: .*Data version 2025\.1\. Read .*\/en\/2025\/mal\/klimatneutral\//);
    await shareDialog(someone).getByRole('button', { name: 'Kopiera på engelska' }).click();
    await shareDialog(someone).getByText('Källhänvisningen är kopierad.').waitFor();
    assert.equal(await someone.page.evaluate(() => navigator.clipboard.readText()), english);
    await shareDialog(someone).getByRole('button', { name: /^Skicka med/ }).click();
    await eventually(async () => assert.equal((await someone.page.evaluate(() => globalThis.handed)).url, await link(someone)));
    await someone.press('Escape');
    await shareDialog(someone).waitFor({ state: 'hidden' });
    assert.match((await someone.focus()).name, /Dela/, 'focus is back on the button');
    someone.seesNothingUntoward();
  }));

test('a link of an older or a newer data version says so, and the version can be let go', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(`${GOAL}?data=2024.1`);
    await someone.see(/gjord med dataversion 2024\.1, som inte finns kvar här/);
    await someone.push('Visa den nyaste');
    await someone.seeAddress(GOAL);
    await someone.seeNo(/dataversion 2024/);
    await someone.open(`${GOAL}?data=2099.1`);
    await someone.see(/Här finns bara den äldre 2025\.1/);
    await someone.open(`${GOAL}?data=2025.1`);
    assert.equal(await someone.page.locator('.message').count(), 0);
  }));

test('the matrix shows her assessments, counts them for each state and says what is not assessed', () =>
  asReader(site, having([assessed(1, 'goal/klimatneutral', 'yellow', 'Inga siffror än'), assessed(2, 'assignment/klimatinvesteringsplan', 'green', ''), assessed(3, 'sdg/13', 'cannot-assess', 'Utfall saknas')]), async (someone) => {
    await someone.open(MATRIX);
    const table = someone.page.locator('.own-matrix');
    await table.waitFor();
    await someone.see('Egen bedömning, inte Malmö stads');
    const row = table.getByRole('row', { name: /Inga siffror än/ });
    assert.match(await row.innerText(), /Gult/);
    assert.match(await row.getByRole('cell').nth(1).textContent(), /Gult/, 'in the column of its state');
    assert.equal((await row.getByRole('cell').nth(0).textContent()).trim(), '');
    const sums = await table.locator('tfoot td').allInnerTexts();
    const rows = await table.locator('tbody tr:not(.own-area)').count();
    assert.deepEqual(sums.slice(0, 5).map(Number), [1, 1, 0, 0, rows - 2]);
    await someone.see(`2 av ${rows} bedömda.`);
    await someone.see('Annat som är bedömt');
    await axeFindsNothing(someone, 'the matrix');
    await someone.page.setViewportSize({ width: 320, height: 640 });
    await someone.seeNoSideways();
    await row.getByRole('button', { name: /Ändra bedömningen/ }).click();
    await someone.page.getByRole('dialog').waitFor();
    await someone.press('Escape');
    await someone.open('2025/karta/');
    const mark = someone.page.locator('.goal-map .wide-only [data-mark="goal/klimatneutral"]');
    await someone.page.setViewportSize({ width: 1280, height: 800 });
    await eventually(async () => assert.match(await mark.getAttribute('aria-label'), /Egen bedömning: Gult$/));
    assert.equal(await mark.locator('.own-mark text').textContent(), '▲');
    await someone.see(/Egen bedömning, inte Malmö stads\. Tecknen i rutornas hörn: .*▲ Gult/);
    // In the matrix and in the list the words stand beside the name, once each.
    const said = '▲ Egen bedömning, inte Malmö stads: Gult';
    assert.deepEqual(await someone.page.locator('.matrix .own-said').allTextContents(), [said]);
    assert.deepEqual(await someone.page.locator('.outline .own-said').allTextContents(), [said, said.replace('▲', '●').replace('Gult', 'Grönt')]);
    assert.match(await someone.page.locator('.matrix tbody tr', { has: someone.page.locator('.own-said') }).innerText(), /klimatneutral/);
    await axeFindsNothing(someone, 'the map with marks of her own');
    await someone.open('2025/karta/?visa=matris');
    await eventually(async () => assert.deepEqual(await someone.page.locator('.own-said').allTextContents(), [said]));
    someone.seesNothingUntoward();
  }));

test('her notes stand below the goal on paper, labelled as her own, and not on the screen', () =>
  asReader(site, having([stored({ text: 'Till mötet' }), assessed(2, 'goal/klimatneutral', 'red', 'Utfall saknas'), stored({ id: 3, anchor: 'sdg/13', text: 'Om något annat' })]), async (someone) => {
    await someone.open(GOAL);
    const own = someone.page.locator('.print-only');
    await eventually(async () => assert.match(await own.textContent(), /Till mötet/));
    assert.equal(await own.isVisible(), false);
    await someone.page.emulateMedia({ media: 'print' });
    const printed = await own.innerText();
    assert.match(printed, /Egen anteckning, inte Malmö stads/);
    assert.match(printed, /Rött.*Egen bedömning, inte Malmö stads/);
    assert.match(printed, /Utfall saknas/);
    assert.doesNotMatch(printed, /Om något annat/);
    assert.equal(await someone.page.getByRole('button').filter({ visible: true }).count(), 0, 'no button on paper');
  }));

test('a note about anything leads back to its place from her notes, and only what is in no file is called missing', () =>
  asReader(site, having(ABOUT.map(([anchor], place) => stored({ id: place + 1, anchor, quoted: `Om ${anchor}`, text: 'En anteckning' }))), async (someone) => {
    await someone.open('anteckningar/');
    for (const [anchor, path] of ABOUT) {
      const note = someone.page.locator('.notes-list > li').filter({ hasText: `${anchor}` });
      const found = path ? someone.page.locator(`.notes-list a[href="../${path}"]`) : note.getByText('Det anteckningen gäller finns inte i den här datan.');
      await found.waitFor();
    }
    assert.equal(await someone.page.getByText('Det anteckningen gäller finns inte i den här datan.').count(), ABOUT.filter(([, path]) => !path).length);
    // The place is there, and its button counts the note.
    await someone.page.locator('.notes-list a[href="../data/#document-namndsbudget-2025"]').click();
    await someone.page.locator('#document-namndsbudget-2025').getByRole('button', { name: /^Anteckna \(1\)/ }).waitFor();
    someone.seesNothingUntoward();
  }));

test('her bookmarks are printed, each with its figures, its source and what this is, and the rest of the notes are not', () =>
  asReader(site, printing(BOOKMARKED.map((more, place) => stored({ id: place + 1, kind: 'bookmark', ...more }))), async (someone) => {
    await someone.open('anteckningar/');
    // At once: her notes may not have been read yet.
    await someone.push('Skriv ut bokmärken');
    await eventually(async () => assert.equal(await someone.page.evaluate(() => window.printed), 4, 'the sheets are there when the print dialog opens'));
    const sheets = someone.page.locator('.bookmarks > .sheet');
    assert.equal(await sheets.first().isVisible(), false);
    await someone.page.emulateMedia({ media: 'print' });
    const [goal, row, term, gone] = await Promise.all([0, 1, 2, 3].map((place) => sheets.nth(place).innerText()));
    assert.match(goal, /Mål: Malmö är en föregångare[^]*Indikator[^]*Planerat för 2025[^]*rad 6\d\d[^]*Egen anteckning, inte Malmö stads[^]*Till mötet/);
    assert.match(row, /Resultaträkning[^]*Prognos 2024[^]*Totala intäkter[^]*rad 1081\s*248.063[^]*Nämndsbudget 2025/);
    assert.doesNotMatch(row, /Lönekostnader/, 'of a table the row alone');
    assert.match(term, /Adda[^]*rad 324/);
    assert.match(gone, /Ett gammalt mål[^]*finns inte i den här datan/);
    for (const sheet of [goal, row, term, gone]) assert.match(sheet, /Fristående webbplats, inte Malmö stads\./);
    assert.equal(await someone.page.getByRole('button').filter({ visible: true }).count(), 0, 'no button on paper');
    await someone.seeNo('Inget bokmärke');
    await someone.page.emulateMedia({ media: 'screen' });
    // Printing all notes prints no sheets.
    await someone.push('Bokmärke');
    await eventually(async () => assert.equal(await sheets.count(), 0));
    someone.seesNothingUntoward();
  }));

test('without bookmarks there is nothing to print, and it is said', () =>
  asReader(site, printing([stored({ text: 'Inget bokmärke' })]), async (someone) => {
    await someone.open('anteckningar/');
    await someone.see('Inget bokmärke');
    await someone.push('Skriv ut bokmärken');
    await someone.see('Du har inga bokmärken än.');
    assert.equal(await someone.page.evaluate(() => window.printed), undefined);
    // Her notes stand there still.
    await someone.see('Inget bokmärke');
  }));

test('two sets stand side by side with their differences, from a link or from a file, and nothing of it is saved', () =>
  asReader(site, { viewport: PHONE, acceptDownloads: true, ...having([assessed(1, 'goal/klimatneutral', 'yellow', 'Jag'), assessed(2, 'assignment/klimatinvesteringsplan', 'green', 'Båda')]) }, async (someone) => {
    const theirs = [assessed(5, 'goal/klimatneutral', 'red', 'Hon'), assessed(6, 'assignment/klimatinvesteringsplan', 'green', 'Båda')];
    await someone.open(GOAL + fragment(theirs));
    const before = await storage(someone);
    await panel(someone).getByRole('link', { name: 'Visa bedömningarna bredvid mina' }).click();
    const table = someone.page.locator('.own-together');
    await table.waitFor();
    const differences = someone.page.getByRole('region', { name: 'Skillnader' });
    await differences.getByText(/min: Gult, den andra: Rött/).waitFor();
    assert.equal(await differences.getByRole('listitem').count(), 1);
    assert.match(await table.innerText(), /Från länken/);
    await axeFindsNothing(someone, 'two sets');
    await someone.seeNoSideways();
    await someone.push('Sluta jämföra');
    await someone.page.locator('.own-matrix').waitFor();
    // The name of a file can be long and without a blank.
    const buffer = readFileSync(new URL('../fixtures/notes/form-1-page.jsonld', import.meta.url));
    const name = 'malkarta_anteckningar_fran_en_kollega_2026.jsonld';
    await someone.page.setViewportSize(PHONE);
    await someone.page.locator('#beside-file').setInputFiles({ name, mimeType: 'application/ld+json', buffer });
    await eventually(async () => assert.ok((await someone.page.locator('.own-counts').innerText()).includes(`Från filen ${name}`)));
    await someone.seeNoSideways();
    assert.equal(await storage(someone), before);
    someone.seesNothingUntoward();
  }));
