// The goal map as a reader works with it: filters, two goals side by side, the matrix in other orders, the folded list,
// walking along connections, bad addresses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';

const MAP = '[data-chart=goal-map] .wide-only svg';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const shown = (reader) =>
  reader.page.evaluate((map) => {
    const ids = (selector, pattern) => [...new Set([...document.querySelectorAll(selector)].map((e) => e.getAttribute('href')?.match(pattern)?.[1]).filter(Boolean))].sort();
    return {
      map: ids(`${map} a`, /mal\/([a-z-]+)\//),
      matrix: ids('table.matrix tbody a', /mal\/([a-z-]+)\//),
      list: ids('.outline a:not([href*="#"])', /mal\/([a-z-]+)\//),
    };
  }, MAP);
const open = (reader) => reader.page.locator('#filter > summary').click();
const pick = (reader, label, option) =>
  reader.page.getByLabel(label, { exact: true }).selectOption({ label: option instanceof RegExp ? undefined : option });

test('a filter is chosen from a list that says what each choice leaves, holds in every form and stands in the address', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    await open(reader);
    const options = await reader.page.getByLabel('Globalt mål', { exact: true }).locator('option').allInnerTexts();
    assert.equal(options[0], 'Alla (16)');
    // As it is read aloud: a group that can be folded out, and in it a named list for each filter.
    const heard = await reader.heardBelow('#filter');
    const lists = heard.filter((line) => line.role === 'combobox').map((line) => line.name);
    const filters = ['Målområde', 'Globalt mål', 'Medverkande', 'Indikator', 'Önskat utfall angivet', 'Budgetuppdrag i området', 'Rörs av beslutsspåret', 'Motstridiga uppgifter', 'Min anteckning'];
    assert.deepEqual(lists, filters);
    assert.ok(heard.some((line) => line.role === 'DisclosureTriangle' && line.name.startsWith('Filtrera')), heard.slice(0, 4).map((line) => line.text).join(' | '));
    const thirteen = options.find((option) => option.startsWith('13 '));
    const count = Number(thirteen.match(/\((\d+)\)$/)[1]);
    await reader.page.getByLabel('Globalt mål', { exact: true }).focus();
    await pick(reader, 'Globalt mål', thirteen);
    await reader.seeAddress('2025/karta/?globalt=13');
    await reader.see(`Visar ${count} av 16 mål och uppdrag.`);
    await reader.hear(`Visar ${count} av 16 mål och uppdrag.`);
    assert.equal((await reader.focus()).id, 'f-sdg', 'focus stays on the list');
    assert.ok(await reader.page.locator('#filter').evaluate((e) => e.open), 'what was opened stays open');
    const forms = await shown(reader);
    assert.equal(forms.map.length, count);
    assert.deepEqual(forms.matrix, forms.map);
    assert.deepEqual(forms.list, forms.map);
    // A second filter on top, by keyboard.
    await reader.page.getByLabel('Indikator', { exact: true }).focus();
    await reader.press('ArrowDown');
    await reader.seeAddress(/globalt=13&indikator=raknas/);
    await reader.see('Visar 1 av 16 mål och uppdrag.');
    // Form, filter and choice hold on to each other.
    await reader.follow('Matris');
    await reader.seeAddress(/visa=matris&globalt=13&indikator=raknas/);
    assert.deepEqual((await shown(reader)).matrix, ['klimatneutral']);
    await reader.reload();
    await reader.see('Visar 1 av 16 mål och uppdrag.');
    await reader.page.getByRole('link', { name: /^Ta bort: Indikator/ }).click();
    await reader.see(`Visar ${count} av 16 mål och uppdrag.`);
    // The other filter's link and the one that clears all lead to the same places: focus goes to what is left, to neither.
    await eventually(async () => assert.equal((await reader.focus()).id, 'left', 'focus goes to what is left'));
    const left = await reader.heardBelow('#main [data-block=left]');
    const links = left.filter((line) => line.role === 'link').map((line) => line.name);
    assert.deepEqual(links, [`Ta bort: Globalt mål: ${thirteen.replace(/ \(\d+\)$/, '')}`, 'Rensa alla filter']);
    await reader.page.getByRole('link', { name: /^Ta bort: Globalt mål/ }).click();
    await reader.seeAddress('2025/karta/?visa=matris');
    const summary = () => reader.page.evaluate(() => document.activeElement.matches('#filter > summary'));
    await eventually(async () => assert.ok(await summary(), 'with the last filter focus goes to where filters are'));
    assert.equal(await reader.page.locator('#left').count(), 0);
    reader.seesNothingUntoward();
  }));

test('a filter that leaves nothing says so and offers to clear; what an address names and is not there is told', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals('?globalt=6&omrade=jamlik-stad');
    await reader.see('Inget mål och inget uppdrag stämmer med alla val på en gång.');
    assert.equal(await reader.page.locator('.goal-map, table.matrix, .outline').count(), 0);
    await reader.follow('Rensa alla filter');
    await reader.seeAddress('2025/karta/');
    assert.equal((await shown(reader)).map.length, 12);
    await reader.openGoals('?omrade=borta&globalt=99&medverkande=ingen&utfall=kanske&jamfor=a,b&sortera=upp&globalt=13');
    for (const told of ['area/borta', 'actor/ingen', 'globalt = «99»', 'utfall = «kanske»', 'goal/a', 'sortera = «upp»']) await reader.see(told);
    await reader.see('Visar 3 av 16 mål och uppdrag.');
    reader.seesNothingUntoward();
  }));

test('what the reader has noted can be filtered for, and follows her notes', () =>
  asReader(site, {}, async (reader) => {
    await reader.open('2025/mal/elforsorjning/');
    const note = async () => {
      await reader.page.locator('.activities [data-act=note]').first().click();
      await reader.page.locator('dialog textarea').fill('Fråga nästa gång.');
      await reader.page.locator('dialog button.primary').click();
      await eventually(async () => assert.equal(await reader.page.locator('dialog[open]').count(), 0));
    };
    await note();
    await reader.openGoals('?anteckning=ja');
    await reader.see('Visar 1 av 16 mål och uppdrag.');
    assert.deepEqual((await shown(reader)).map, ['elforsorjning']);
    await open(reader);
    assert.ok((await reader.page.getByLabel('Min anteckning').locator('option').allInnerTexts()).includes('Har min anteckning (1)'));
    reader.seesNothingUntoward();
  }));

test('two goals are put side by side from the map, by keyboard', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals('?visa=karta');
    await reader.page.locator(`${MAP} [data-mark="goal/service"]`).focus();
    await reader.press('Space');
    await reader.seeAddress(/vald=goal\/service/);
    // The map is one stop: Tab goes on to what is chosen, and there to the list of goals.
    await eventually(async () => assert.equal(await reader.page.locator('#compare-with').count(), 1));
    for (let step = 0; step < 6 && (await reader.focus()).id !== 'compare-with'; step += 1) await reader.press('Tab');
    assert.equal((await reader.focus()).id, 'compare-with');
    for (let step = 0; step < 7; step += 1) await reader.press('ArrowDown');
    await reader.seeAddress(/jamfor=service,segregation/);
    await reader.see('De delar 4 globala mål');
    await reader.hear('De delar 4 globala mål');
    const cells = await reader.page.locator('table.compare tbody tr').first().locator('td').allInnerTexts();
    assert.match(cells[0], /inget/);
    assert.match(cells[1], /A: nummer och namn går isär/);
    assert.equal((await reader.page.locator(`${MAP} .is-chosen`).count()) >= 2, true, 'both are marked on the map');
    // As it is read aloud: a named part, two lists to choose from, a table with a heading for each column and row.
    const heard = await reader.heardBelow('#main .part-compare');
    const of = (...roles) => heard.filter((line) => roles.includes(line.role)).map((line) => line.name);
    assert.deepEqual([heard[0].role, heard[0].name], ['region', 'Två mål sida vid sida']);
    assert.deepEqual(of('combobox'), ['Mål A', 'Mål B']);
    assert.deepEqual(of('table'), ['Två mål sida vid sida']);
    assert.deepEqual(of('columnheader'), ['Bara A', 'Båda', 'Bara B']);
    assert.equal(of('rowheader').length, 4);
    assert.ok(of('rowheader', 'link', 'columnheader').every((name) => name.trim()), 'everything has a name');
    await reader.follow('Stäng jämförelsen');
    await reader.seeAddress(/^2025\/karta\/\?visa=karta&vald=goal\/service$/);
    assert.notEqual((await reader.focus()).tag, 'body');
    reader.seesNothingUntoward();
  }));

test('what is chosen shows each connection with its reading and its place, without moving the map', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const node = reader.page.locator(`${MAP} [data-mark="goal/service"]`);
    await node.focus();
    const before = await node.evaluate((e) => e.getBoundingClientRect().top + scrollY);
    await reader.press('Space');
    await reader.page.locator('#connections > summary').click();
    const lines = await reader.page.locator('.connections li').allInnerTexts();
    assert.equal(lines.length, 5);
    assert.match(lines[0], /står under målområdet .*enligt källan .*rad/);
    assert.equal(lines.filter((line) => /efter (numret|namnet)\) vår tolkning .*rad \d/.test(line)).length, 2);
    assert.equal(await node.evaluate((e) => e.getBoundingClientRect().top + scrollY), before, 'nothing moved');
    // Walking along a connection says its reading.
    await node.focus();
    await reader.press('ArrowRight');
    await reader.hear(/Längs en koppling: enligt källan\. 1 av 4\./);
    await reader.press('ArrowDown', 'ArrowDown');
    assert.equal((await reader.focus()).mark, 'sdg/11');
    await reader.hear(/Längs en koppling: vår tolkning\. 3 av 4\./);
    await reader.press('ArrowLeft');
    assert.equal((await reader.focus()).mark, 'goal/service', 'the way back is the way that was come');
    reader.seesNothingUntoward();
  }));

test('the matrix is sorted by column, count and likeness, and its marks are walked with arrows', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals('?visa=matris');
    const first = () => reader.page.locator('table.matrix tbody tr').first().locator('th a').getAttribute('href');
    await reader.page.getByRole('link', { name: 'Visa de mål först som nämner globalt mål 13', exact: true }).click();
    await reader.seeAddress('2025/karta/?visa=matris&sortera=mal-13');
    await eventually(async () => assert.match(await first(), /mal\/naringsliv/));
    assert.equal(await reader.page.locator('table.matrix th[aria-sort=descending]').count(), 1);
    assert.equal((await reader.focus()).id, 'sort-13', 'focus stays on the column');
    await reader.follow('Lika bredvid varandra');
    await reader.seeAddress(/sortera=likhet/);
    const letters = await reader.page.locator('.set-letter').allInnerTexts();
    assert.deepEqual(letters, [...letters].sort(), 'equal sets stand together');
    assert.equal(letters.length, 6);
    const sums = await reader.page.locator('table.matrix tfoot tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/,.*/, '').trim())));
    assert.deepEqual([sums[0][11], sums[0][16], sums[1][11], sums[1][16]], ['6', '8', '5', '9']);
    const stops = reader.page.locator('table.matrix [data-cell][tabindex="0"]');
    assert.equal(await stops.count(), 1);
    await stops.focus();
    const name = (await reader.focus()).name;
    assert.match(name, /nämner globalt mål \d+.*enligt källan/);
    await reader.press('ArrowRight');
    assert.notEqual((await reader.focus()).name, name);
    await reader.press('ArrowDown');
    assert.match((await reader.focus()).name, /nämner globalt mål/);
    assert.equal(await stops.count(), 1, 'still one stop');
    reader.seesNothingUntoward();
  }));

test('the list folds by area and by goal, and what was folded stays so when the view changes', () =>
  asReader(site, { viewport: PHONE }, async (reader) => {
    await reader.openGoals('?visa=lista');
    const area = reader.page.locator('#area-klimatomstallning');
    await area.locator(':scope > summary').click();
    assert.equal(await area.evaluate((e) => e.open), false);
    await reader.page.locator('#in-segregation > summary').click();
    await reader.see(/Önskat utfall/);
    await open(reader);
    await reader.page.getByLabel('Rörs av beslutsspåret', { exact: true }).selectOption({ index: 1 });
    await reader.seeAddress(/beslut=ja/);
    await eventually(async () => assert.equal(await area.evaluate((e) => e.open), false));
    assert.equal(await reader.page.locator('#in-segregation').evaluate((e) => e.open), true);
    await reader.seeNoSideways();
    await reader.openGoals('?jamfor=klimatneutral,elforsorjning&vald=goal/klimatneutral');
    await reader.seeNoSideways();
    reader.seesNothingUntoward();
  }));

test('a group of goals stands for an area of a large city, and opens it', async () => {
  const { readFileSync } = await import('node:fs');
  const { createHash } = await import('node:crypto');
  const { DIST, buildOf, dataPath } = await import('./driver.mjs');
  const goals = JSON.parse(readFileSync(`${DIST}/${dataPath('goals')}`, 'utf8'));
  const pattern = goals.goals;
  goals.goals = Array.from({ length: 120 }, (_, i) => ({ ...pattern[i % 12], id: `mal-${i}`, activities: [], follow_up: [], outcome: undefined }));
  const bytes = Buffer.from(JSON.stringify(goals));
  const manifest = JSON.parse(readFileSync(`${DIST}/${buildOf().manifest}`, 'utf8'));
  Object.assign(manifest.datasets.at(-1).files.find((file) => file.name === 'goals'), { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  site.alter(dataPath('goals'), () => bytes);
  site.alter(buildOf().manifest, () => JSON.stringify(manifest));
  try {
    await asReader(site, { viewport: LAPTOP }, async (reader) => {
      await reader.openGoals('?visa=karta');
      await reader.see(/Målen är för många för att stå ett och ett/);
      const groups = reader.page.locator(`${MAP} [data-mark^="goals/"]`);
      assert.equal(await groups.count(), 6);
      assert.match(await groups.first().getAttribute('aria-label'), /^10 mål, öppna området för att se dem\./);
      await groups.first().focus();
      await reader.press('Enter');
      await reader.seeAddress(/omrade=barn-och-unga/);
      await reader.see('Visar 10 av 124 mål och uppdrag.');
      assert.equal(await reader.page.locator(`${MAP} [data-mark^="goal/"]`).count(), 10);
      reader.seesNothingUntoward();
    });
  } finally {
    site.heal();
  }
});
