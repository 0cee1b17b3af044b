// What strangers look for, found from the start page in at most three interactions: with a pointer along the pages, and
// with the keyboard through search. Every click, and every typing of words, counts as one, and so does Enter.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LAPTOP, PHONE, asReader, closeBrowser, eventually, openSite } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const MOST = 3;

/** Counts what a reader does on her way. */
class Way {
  constructor(reader) {
    this.reader = reader;
    this.steps = [];
  }
  step(what) {
    this.steps.push(what);
    assert.ok(this.steps.length <= MOST, `more than ${MOST} interactions: ${this.steps.join(' → ')}`);
  }
  /** A link in the page, by its name, as a finger or a mouse reaches it. */
  async click(name) {
    this.step(`click ${name}`);
    await this.reader.link(name).click();
  }
  /** Words typed where the keyboard already is after `/`, which goes with the typing. */
  async type(words) {
    this.step(`type ${words}`);
    await this.reader.press('/');
    await eventually(async () => assert.equal((await this.reader.focus()).id, 'sok-allt'));
    await this.reader.page.keyboard.type(words);
  }
  async enter() {
    this.step('Enter');
    await this.reader.press('Enter');
  }
  /** The first hit whose name fits, reached with the arrows; the walk to it and Enter are one. */
  async openHit(name) {
    this.step(`open ${name}`);
    const { page } = this.reader;
    await page.locator('main a.hit').first().waitFor();
    if ((await this.reader.focus()).id !== 'sok-allt') await this.reader.press('/');
    for (let presses = 0; presses < 8; presses += 1) {
      await this.reader.press('ArrowDown');
      const focus = await this.reader.focus();
      if (name.test(focus.name)) return this.reader.press('Enter');
    }
    assert.fail(`no hit ${name} among the first eight`);
  }
}

const GOAL_13 = /Mål: Malmö är en föregångare/;

/** Question, the way with a pointer, the words for search and the hit, and what must then be read. */
const LOOKED_FOR = [
  {
    question: 'which goals name global goal 13',
    pointer: ['Målkartan', /^Globalt mål 13 Bekämpa klimatförändringarna/],
    words: 'globalt mål 13',
    hit: /Bekämpa klimatförändringarna/,
    read: async (reader) => {
      await reader.seeHeading('Bekämpa klimatförändringarna');
      assert.ok(await reader.link(GOAL_13).isVisible(), 'the goal that names it');
    },
  },
  {
    question: 'who takes part in the work on safety',
    pointer: ['Vanliga frågor', 'Vilka arbetar med tryggheten?'],
    words: 'trygghet',
    hit: /Vilka arbetar med tryggheten/,
    read: (reader) => reader.see(/^Målet om att förebygga brott är .+ Som medverkande nämner källan: .+ och .+\./),
  },
  {
    question: 'whether there is a budget line for culture, and why not',
    pointer: ['Vanliga frågor', 'Hur mycket går till kultur?'],
    words: 'budget kultur',
    hit: /Hur mycket går till kultur/,
    read: (reader) => reader.see(/Det finns ingen rad för kultur\. Ingen av de \d+ raderna .* kulturen har en egen nämnd/),
  },
  {
    question: 'what an assignment is to report and how',
    pointer: [/^Uppdrag: Lokaler åt det fria kulturlivet/],
    words: 'uppdrag kulturlivets lokaler',
    hit: /Uppdrag: Lokaler åt det fria kulturlivet/,
    read: async (reader) => {
      await reader.seeHeading('Lokaler åt det fria kulturlivet');
      await reader.page.getByRole('heading', { name: /Återrapportering/ }).waitFor();
    },
  },
  {
    question: 'what happened between 2015 and 2021',
    pointer: ['Vanliga frågor', 'Vad hände mellan 2015 och 2021?'],
    words: '2015 2021',
    hit: /Vad hände mellan 2015 och 2021/,
    read: async (reader) => {
      const answer = reader.page.getByRole('article', { name: 'Vad hände mellan 2015 och 2021?' });
      const years = (await answer.locator('.event-when').allInnerTexts()).map((when) => Number(when.match(/\d{4}/)[0]));
      assert.ok(years.length >= 6 && years.every((year) => year >= 2015 && year <= 2021), years.join());
      assert.deepEqual(years, [...years].sort(), 'in the order they came');
      assert.match(await answer.innerText(), /2016 och 2019 säger dokumenten inget\. Det betyder inte att inget hände/);
    },
  },
];

for (const { question, pointer, words, hit, read } of LOOKED_FOR) {
  test(`in at most three interactions: ${question}`, async () => {
    await asReader(site, { viewport: PHONE }, async (reader) => {
      await reader.openStart();
      const way = new Way(reader);
      for (const name of pointer) await way.click(name);
      await read(reader);
      assert.ok(await isInSight(reader), 'the answer is in sight, or at the top of the page');
      reader.seesNothingUntoward();
    });
    await asReader(site, { viewport: LAPTOP }, async (reader) => {
      await reader.openStart();
      const way = new Way(reader);
      await way.type(words);
      await way.enter();
      await way.openHit(hit);
      await read(reader);
      reader.seesNothingUntoward();
    });
  });
}

/** Where an address leads to a place on a page, that place is on the screen. */
const isInSight = (reader) =>
  reader.page.evaluate(() => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return true;
    const box = target.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  });

test('in English too, with a pointer through search', () =>
  asReader(site, { viewport: PHONE }, async (reader) => {
    await reader.open('en/');
    let steps = 0;
    await reader.field('Search everything').fill('budget for culture');
    steps += 1;
    await reader.push('Search');
    steps += 1;
    await reader.follow(/How much goes to culture/);
    steps += 1;
    assert.ok(steps <= MOST);
    await reader.see(/There is no budget line for culture\./);
    reader.seesNothingUntoward();
  }));
