// The map and the step chart, by keyboard, by pointer, by finger and as a screen reader hears them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';

const MAP = '[data-chart=goal-map] .wide-only svg';
const STEPS = '[data-chart=steps] .wide-only svg';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

/** Moves focus to the first node of the map, as Tab from the form of display would. */
const enterMap = async (reader) => {
  await reader.page.locator(`${MAP} [data-mark^="goal/"]`).first().focus();
  return reader.focus();
};
const lit = (reader) => reader.page.locator(`${MAP} .is-lit[data-mark]`).evaluateAll((all) => all.map((e) => e.getAttribute('data-mark')));

test('arrows move along the map, Home and End to the ends of a column', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const first = await enterMap(reader);
    await reader.press('ArrowDown');
    const second = await reader.focus();
    assert.notEqual(second.mark, first.mark);
    await reader.press('ArrowUp');
    assert.equal((await reader.focus()).mark, first.mark);
    await reader.press('ArrowRight');
    assert.match((await reader.focus()).mark, /^sdg\//);
    await reader.press('ArrowLeft');
    assert.match((await reader.focus()).mark, /^(goal|assignment)\//);
    await reader.press('ArrowLeft');
    assert.match((await reader.focus()).mark, /^area\//);
    await reader.press('ArrowRight', 'ArrowRight', 'End');
    assert.equal((await reader.focus()).mark, 'sdg/17');
    await reader.press('Home');
    assert.equal((await reader.focus()).mark, 'sdg/1');
    await reader.press('ArrowUp');
    assert.equal((await reader.focus()).mark, 'sdg/1', 'at the end of a column focus stays');
    reader.seesNothingUntoward();
  }));

test('Space chooses and puts the choice into the address, Escape lets go, and both are said', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const { mark } = await enterMap(reader);
    await reader.press('Space');
    await reader.seeAddress(`2025/karta/?vald=${mark}`);
    await reader.hear(/valt\. \d+ hör ihop med det/);
    assert.equal((await reader.focus()).mark, mark, 'focus stays on the node');
    assert.ok((await lit(reader)).includes(mark));
    await reader.press('ArrowDown');
    await reader.press('Escape');
    await reader.seeAddress('2025/karta/');
    await reader.hear('Valet är rensat.');
    await reader.press('Space');
    await reader.seeAddress(/vald=/);
    await reader.press('Space');
    await reader.seeAddress('2025/karta/');
    reader.seesNothingUntoward();
  }));

test('Enter opens the page of a node', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const { mark, name } = await enterMap(reader);
    await reader.press('Enter');
    await reader.seeAddress(`2025/mal/${mark.split('/')[1]}/`);
    const title = name.replace(/^Mål: /, '').split('. ')[0].slice(0, 40);
    await reader.seeHeading(title);
    await eventually(async () => assert.equal((await reader.focus()).id, 'rubrik'));
    reader.seesNothingUntoward();
  }));

test('the map is heard as areas, goals and global goals with what belongs to each, and its decoration is not', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    const heard = await reader.heardBelow(MAP);
    const [map, ...inside] = heard;
    assert.equal(map.role, 'group');
    assert.match(map.name, /^12 mål nämner 16 av de 17 globala målen$/);
    assert.match(map.description, /Utan koppling här: globalt mål 17\. Det säger inget om stadens övriga arbete\./);
    const columns = inside.filter((line) => line.depth === 1 && line.role === 'group').map((line) => line.name);
    assert.deepEqual(columns, ['Målområden', 'Mål och budgetuppdrag', 'Globala mål']);
    const nodes = inside.filter((line) => line.depth === 2);
    const fits = (pattern) => nodes.filter((node) => pattern.test(node.name));
    assert.equal(fits(/^Målområde: .*\. (\d+|inga) mål, (\d+|inga) budgetuppdrag\.$/).length, 6);
    const goals = fits(/^Mål: .*\. Målområde: .*\./);
    assert.equal(goals.length, 12);
    for (const goal of goals) {
      assert.equal(goal.role, 'link');
      assert.match(goal.name, /Bidrar i huvudsak till globala mål [\d, och]+\.|Källan nämner inga globala mål här\.|Oklart vilket av globala mål/);
    }
    assert.equal(fits(/^Globalt mål \d+: /).length, 17);
    assert.match(fits(/^Globalt mål 17/)[0].name, /Inget av målen nämner det\.$/);
    assert.equal(inside.filter((line) => line.depth > 2 && line.role !== 'StaticText').length, 0, 'a node says itself and nothing below it');
    assert.equal(inside.filter((line) => line.role === 'StaticText').length, 0, 'no loose text is said twice');
  }));

test('pointing at a goal lights what belongs together, and only while pointing', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals();
    assert.deepEqual(await lit(reader), []);
    const goal = reader.page.locator(`${MAP} [data-mark^="goal/"]`).first();
    const named = (await goal.getAttribute('aria-label')).match(/globala mål ([\d, och]+)/)[1].match(/\d+/g).map((n) => `sdg/${n}`);
    await goal.hover();
    const together = await lit(reader);
    for (const sdg of named) assert.ok(together.includes(sdg), `${sdg} is lit`);
    assert.equal(together.filter((mark) => mark.startsWith('sdg/')).length, named.length, 'no other global goal is lit');
    assert.ok(together.some((mark) => mark.startsWith('area/')));
    assert.ok((await reader.page.locator(`${MAP} .link.is-lit`).count()) >= named.length);
    // The rest steps back, and its words can still be read: against the ground at 4.5 to 1 or more.
    const text = (where) => reader.page.locator(`${MAP} ${where} text`).first();
    const colour = (locator) => locator.evaluate((e) => getComputedStyle(e).fill.match(/[\d.]+/g).map(Number));
    await eventually(async () => assert.notDeepEqual(await colour(text('.node:not(.is-lit)')), await colour(text('.node.is-lit'))));
    const luminance = (rgb) => rgb.slice(0, 3).map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (1 + 0.05) / (luminance(await colour(text('.node:not(.is-lit)'))) + 0.05);
    assert.ok(contrast >= 4.5, `faded words stand at ${contrast.toFixed(1)} to 1`);
    assert.equal(Number(await reader.page.locator(`${MAP} .node:not(.is-lit)`).first().evaluate((e) => getComputedStyle(e).opacity)), 1);
    await reader.page.mouse.move(2, 2);
    await eventually(async () => assert.deepEqual(await lit(reader), []));
  }));

test('a choice in the address is shown when the page opens, marked by more than colour', () =>
  asReader(site, {}, async (reader) => {
    await reader.openGoals('?vald=sdg/13');
    await eventually(async () => assert.ok((await lit(reader)).includes('sdg/13')));
    await reader.see(/Valt: .*13/);
    await reader.follow(/rensa/i);
    await reader.seeAddress('2025/karta/');
    await eventually(async () => assert.deepEqual(await lit(reader), []));
  }));

test('on a touch screen the first touch chooses and the second opens', () =>
  asReader(site, { viewport: PHONE, hasTouch: true, isMobile: true }, async (reader) => {
    await reader.openGoals();
    const node = reader.page.locator('[data-chart=goal-map] .narrow-only svg [data-mark^="goal/"]').first();
    const mark = await node.getAttribute('data-mark');
    await node.tap();
    await reader.seeAddress(`2025/karta/?vald=${mark}`);
    await node.tap();
    await reader.seeAddress(`2025/mal/${mark.split('/')[1]}/`);
    reader.seesNothingUntoward();
  }));

test('of a changed picture the layout for the window is drawn alone, and drawn anew when the window is turned', () =>
  asReader(site, {}, async (reader) => {
    const drawings = () =>
      reader.page.evaluate(() => {
        const box = (svg) => svg.getBoundingClientRect();
        return [...document.querySelectorAll('figure[data-chart] svg')].map((svg) => `${svg.getAttribute('class')} ${box(svg).width > 0 ? 'seen' : 'unseen'}`);
      });
    await reader.openMoney();
    assert.deepEqual(await drawings(), ['scene scene-wide seen', 'scene scene-narrow unseen'], 'the page as it was published has both');
    await reader.follow(/^mkr$/);
    await eventually(async () => assert.deepEqual(await drawings(), ['scene scene-wide seen']));
    await reader.page.setViewportSize(PHONE);
    await eventually(async () => assert.deepEqual(await drawings(), ['scene scene-narrow seen']));
    await reader.page.emulateMedia({ media: 'print' });
    assert.ok((await drawings()).some((drawing) => drawing.endsWith(' seen')), 'on paper there is never none');
    await eventually(async () => assert.deepEqual(await drawings(), ['scene scene-wide seen']));
    await reader.page.emulateMedia({ media: 'screen' });
    await reader.page.setViewportSize(LAPTOP);
    await eventually(async () => assert.deepEqual(await drawings(), ['scene scene-wide seen']));
    await reader.seeAddress(/enhet=mkr/);
    reader.seesNothingUntoward();
  }));

test('the step chart is one stop for Tab, and arrows go from bar to bar', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    const stops = await reader.page.locator(`${STEPS} [tabindex="0"]`).count();
    assert.equal(stops, 1);
    await reader.page.locator(`${STEPS} [tabindex="0"]`).focus();
    const first = await reader.focus();
    await reader.press('ArrowDown');
    const second = await reader.focus();
    assert.notEqual(second.name, first.name);
    await reader.press('End');
    const last = await reader.focus();
    assert.match(last.name, /summa/);
    assert.notEqual(last.name, second.name);
    await reader.press('Home');
    assert.equal((await reader.focus()).name, first.name);
    assert.equal(await reader.page.locator(`${STEPS} [tabindex="0"]`).count(), 1, 'still one stop');
    reader.seesNothingUntoward();
  }));

test('the step chart is heard as its finding, its summary and one sentence for each row with sign and unit', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    const rows = await reader.page.locator('table.amounts tbody tr').count();
    const [chart, ...bars] = await reader.heardBelow(STEPS);
    assert.equal(chart.role, 'group');
    assert.ok(chart.name.length > 20, 'the name says the finding');
    assert.match(chart.description, /Stegdiagram i \d+ rader/);
    assert.equal(bars.filter((bar) => bar.role === 'StaticText').length, 0, 'axis and labels are not said loosely');
    const marks = bars.filter((bar) => /^(img|image)$/i.test(bar.role));
    assert.equal(marks.length, rows, 'one for each row of the table');
    for (const bar of marks) assert.match(bar.name, /\d|tom ruta/);
    const caption = await reader.page.locator('figure[data-chart=steps] figcaption').innerText();
    assert.match(caption, /Resultat/);
  }));

test('column, unit and level of the money are choices in the address, and chart, table and words follow', () =>
  asReader(site, {}, async (reader) => {
    await reader.openMoney();
    const caption = () => reader.page.locator('figure[data-chart=steps] figcaption').innerText();
    const before = await caption();
    await reader.page.getByRole('group', { name: 'Enhet' }).getByRole('link').nth(1).click();
    await reader.seeAddress(/enhet=/);
    await eventually(async () => assert.notEqual(await caption(), before));
    await reader.page.getByRole('group', { name: 'Visa' }).getByRole('link', { name: 'Förändring' }).click();
    await reader.seeAddress(/kolumn=/);
    const bars = await reader.page.locator(`${STEPS} [data-mark]`).count();
    await reader.page.locator('[data-block=controls]').getByRole('group', { name: 'Detaljer' }).getByRole('link').last().click();
    await reader.seeAddress(/niva=/);
    await eventually(async () => assert.ok((await reader.page.locator(`${STEPS} [data-mark]`).count()) < bars, 'fewer bars'));
    const heard = (await reader.heardBelow(STEPS))[0].name;
    const seen = (await caption()).replace(/\s+/g, ' ');
    assert.equal(heard.replace(/\s+/g, ' '), seen, 'what is heard is what is read');
    reader.seesNothingUntoward();
  }));
