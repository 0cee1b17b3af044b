// Hostile texts: in every text of every data file, in the name of the sender, in the address. They are shown as text;
// nothing runs and nothing is asked for, with the page's own policy and without it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SOAK, asReader, closeBrowser, forEach, forEachPage, oneOfEachKind, openSite, sample } from './driver.mjs';
import { rebuiltSite } from './rebuilt.mjs';

const HOSTILE = [
  '<script>globalThis.ran = 1</script>',
  '"><img src=x onerror="globalThis.ran=1">',
  "'><svg onload=globalThis.ran=1>",
  '</title><script>globalThis.ran=1</script>',
  '</desc></svg><iframe srcdoc="<script>top.ran=1</script>">',
  'javascript:globalThis.ran=1',
  '<a href="javascript:globalThis.ran=1">x</a>',
  '<style>@import "https://example.org/x.css"</style><link rel=stylesheet href=https://example.org/x.css>',
  '{{constructor.constructor("globalThis.ran=1")()}}',
  '--><!--<img src=https://example.org/p.png>',
  '\u2028\u2029</textarea><img src=x onerror=globalThis.ran=1>',
  '<math><mtext><table><mglyph><style><img src=x onerror=globalThis.ran=1>',
];

// Not texts: names by which entries refer to each other, words of a fixed set, dates, digests.
const STRUCTURE = new Set(
  ['actor', 'actors', 'addressed_to', 'area', 'color', 'column', 'date', 'decided_by', 'difference_of', 'document', 'follows', 'form', 'goal', 'goals', 'id', 'kind', 'nature', 'of']
    .concat(['phase', 'principles', 'reading', 'status', 'sum_of', 'table', 'text_sha256', 'content', 'dated_by', 'themes', 'touches', 'unit', 'until', 'when', '$schema']),
);
/** `row` and `body` hold a printed name in one place and the name of an entry in another. */
const isName = (key, value) => ['row', 'body'].includes(key) && /^[a-z0-9-]+$/.test(value);
/** Under the same names stand lists of entries, each with texts of its own. */
const isStructure = (key, value) => STRUCTURE.has(key) && typeof [value].flat()[0] !== 'object';
const isNumber = (text) => /^[-−+]?[\d.,\s]+$/.test(text);

// Kept in the data and shown on no page so far.
const ON_NO_PAGE = /^sources\.documents\[\]\.(title\.en|text_file)$|^goals\.areas\[\]\.sources|^decisions\.events\[\]\.case_number$|^terms\.terms\[\]\.mentions\[\]\.row$/;

/** Every text of a file with a hostile one behind it and a number before it, by which it is known again. */
const planted = [];
function spoil(value, field) {
  if (Array.isArray(value)) return value.map((item) => spoil(item, `${field}[]`));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isStructure(key, item) || isName(key, item) ? item : spoil(item, `${field}.${key}`)]));
  if (typeof value !== 'string' || isNumber(value)) return value;
  planted.push(field);
  return `⟦${planted.length - 1}⟧ ${HOSTILE[planted.length % HOSTILE.length]} ${value}`;
}

// The one goal with a mark that can be read in two ways says why.
const TWO_READINGS = ['2025/mal/service/', 'en/2025/mal/service/'];

let made;
let site;
before(async () => {
  made = rebuiltSite({
    data: (content, name) => spoil(content, name),
    sender: (content) => ({ ...content, publisher: { ...content.publisher, name: `⟦sender⟧ ${HOSTILE[1]}` }, contact: HOSTILE[5], report_errors: `https://example.org/"onmouseover="globalThis.ran=1` }),
  });
  site = await openSite({ root: made.root });
});
after(async () => {
  await closeBrowser();
  await site?.close();
  made?.remove();
});

/** What stands on the page that only a text which was taken for more could have brought there. */
const intruders = () =>
  [...document.querySelectorAll('#app *, dialog *')]
    .filter((element) => ['IFRAME', 'SCRIPT', 'STYLE', 'MATH', 'LINK', 'OBJECT', 'EMBED', 'IMG', 'TEXTAREA'].includes(element.tagName) || /^\s*javascript:/i.test(element.getAttribute('href') ?? '') || element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style'))
    .filter((element) => element.tagName !== 'TEXTAREA' || /⟦/.test(element.value))
    .map((element) => element.outerHTML.slice(0, 120));

for (const [what, withPolicy] of [['with the policy', true], ['without the policy: the writer alone must do', false]]) {
  test(`hostile strings in every text of every data file are shown as text on every kind of page, ${what}`, async () => {
    const bare = (bytes) => bytes?.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    if (!withPolicy) site.alter(/(^|\/)$/, bare);
    const seen = new Set();
    try {
      const all = SOAK ? [...sample('sv'), ...sample('en')] : withPolicy ? [...sample('sv', { others: 0 }), ...oneOfEachKind('en')] : [...oneOfEachKind('sv'), ...oneOfEachKind('en')];
      await forEachPage(site, [...new Set([...all, ...TWO_READINGS])], {}, async (someone, page) => {
        // A view of its own makes the application write the page anew, over the one that stands there.
        await someone.open(`${page}?data=2025.1`);
        assert.equal(await someone.page.locator('meta[http-equiv=Content-Security-Policy]').count(), withPolicy ? 1 : 0);
        await someone.page.mouse.move(600, 400);
        for (const opener of await someone.page.locator('main summary').all()) await opener.evaluate((summary) => (summary.parentElement.open = true));
        await someone.page.waitForTimeout(50);
        assert.equal(await someone.page.evaluate(() => globalThis.ran), undefined, `something ran on ${page}`);
        assert.deepEqual(someone.foreign, [], page);
        assert.deepEqual(await someone.page.evaluate(intruders), [], page);
        const written = await someone.page.evaluate(() => document.documentElement.outerHTML);
        for (const [, number] of written.matchAll(/⟦(\d+|sender)⟧/g)) seen.add(number);
      });
    } finally {
      site.heal();
    }
    assert.ok(seen.has('sender'));
    const shown = new Set([...seen].map((number) => planted[number]));
    assert.deepEqual([...new Set(planted)].filter((field) => !shown.has(field) && !ON_NO_PAGE.test(field)), [], 'every kind of text was seen on a page');
    assert.ok(seen.size > planted.length * 0.7, `${seen.size} of ${planted.length} texts were seen`);
  });
}

test('a note on something with a hostile title keeps and shows it as text', () =>
  asReader(site, {}, async (someone) => {
    const [goal] = oneOfEachKind('sv', made.root).filter((page) => page.startsWith('2025/mal/'));
    await someone.open(goal);
    await someone.button(/^Anteckna/).click();
    await someone.page.getByRole('dialog').getByRole('textbox').first().fill('Om det farliga målet');
    await someone.push('Spara');
    await someone.hear(/sparad/i);
    await someone.press('Escape');
    await someone.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mina anteckningar', exact: true }).click();
    await someone.see('Om det farliga målet');
    await someone.see(/⟦\d+⟧/);
    assert.deepEqual(await someone.page.evaluate(intruders), []);
    assert.equal(await someone.page.evaluate(() => globalThis.ran), undefined);
    someone.seesNothingUntoward();
  }));

test('hostile strings in the address are shown as text', () =>
  forEach(HOSTILE, (text) =>
    asReader(site, {}, async (someone) => {
      await someone.openGoals(`?sok=${encodeURIComponent(text)}&vald=${encodeURIComponent(text)}&${encodeURIComponent(text)}=1#${encodeURIComponent(text)}`);
      await someone.see(/Länken innehåller|kan inte användas/);
      assert.deepEqual(await someone.page.evaluate(intruders), []);
      assert.equal(await someone.page.evaluate(() => globalThis.ran), undefined);
      assert.deepEqual(someone.foreign, []);
    }),
  ));
