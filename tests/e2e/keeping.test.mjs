// What is kept, and how long: a killed browser, one store without the other, texts that were not saved, copies,
// erasing everything, and the page that shows notes where the application does not start.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BASE, SOAK, asReader, chrome, closeBrowser, eventually, freshFolder, launchOptions, openSite, reader } from './driver.mjs';
import { axeFindsNothing } from './axe.mjs';

const GOAL = '2025/mal/klimatneutral/';
const SAVED = 'Sparad i den här webbläsaren.';
const PREFIX = `malkarta:${BASE}:`;

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const dialog = (someone) => someone.page.getByRole('dialog');
const field = (someone) => dialog(someone).locator('textarea[autofocus]');
const openDialog = async (someone, about = /^Anteckna/) => {
  await someone.button(about).click();
  await dialog(someone).waitFor();
};
const save = (someone) => dialog(someone).getByRole('button', { name: 'Spara', exact: true }).click();
const closed = (someone) => dialog(someone).waitFor({ state: 'hidden' });
const write = async (someone, text, kind) => {
  await openDialog(someone);
  if (kind) await dialog(someone).getByRole('radio', { name: kind, exact: false }).check();
  await field(someone).fill(text);
  await save(someone);
  await closed(someone);
  await someone.see(SAVED);
};
const texts = (someone) => someone.page.locator('.notes-list .note-text').allInnerTexts();
/** What is saved and what is not. */
const allTexts = (someone) => someone.page.locator('.notebook .note-text').allInnerTexts();
const download = async (someone, act) => {
  const [file] = await Promise.all([someone.page.waitForEvent('download'), act()]);
  return readFileSync(await file.path(), 'utf8');
};
const noPanic = (someone) => assert.deepEqual(someone.noise.filter((line) => /exception|panic|unreachable/i.test(line)), []);

// ---- a killed browser

/** A browser of its own with a profile on disk, which can be killed as a power cut kills it: at once, all of it. */
async function startedBrowser(folder) {
  const process_ = spawn(chrome(), [...launchOptions().args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((done) => process_.on('exit', done));
  const address = await new Promise((done, fail) => {
    let said = '';
    process_.stderr.on('data', (chunk) => {
      said += chunk;
      const found = said.match(/DevTools listening on (\S+)/);
      if (found) done(found[1]);
    });
    process_.on('exit', () => fail(new Error(`the browser ended: ${said}`)));
  });
  const connection = await chromium.connectOverCDP(address);
  return {
    context: connection.contexts()[0],
    async kill() {
      // The whole group that this test started, and nothing else.
      process.kill(-process_.pid, 'SIGKILL');
      await gone;
      await connection.close().catch(() => {});
    },
  };
}

/** Writes notes as fast as the page takes them, and tells each one that the page says is saved. */
const writeOnAndOn = async (most = Infinity) => {
  const until = async (check) => {
    for (let found = check(); ; found = check()) {
      if (found) return found;
      await new Promise((done) => setTimeout(done, 2));
    }
  };
  const type = (element, text) => {
    element.value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const button = document.querySelector('[data-act="note"]');
  for (let number = 0; number < most; number += 1) {
    button.click();
    const dialog = await until(() => document.querySelector('dialog[open]'));
    const text = `${globalThis.round} ${number} ${'ord '.repeat(number % 40)}.`;
    type(dialog.querySelector('textarea[autofocus]'), text);
    dialog.querySelector('[type=submit]').click();
    await until(() => !dialog.open);
    const said = await until(() => [...document.querySelectorAll('.message p')].map((p) => p.textContent).find((words) => words.startsWith('Sparad')));
    if (said !== 'Sparad i den här webbläsaren.') throw new Error(said);
    globalThis.acknowledged?.(text);
    document.querySelector('.message .actions button:last-child').click();
    await until(() => !document.querySelector('.message'));
  }
};

test('a browser that is killed at any moment has lost none of the notes that it said were saved', async () => {
  const rounds = SOAK ? 50 : 3;
  const profile = freshFolder();
  let seed = 20261122;
  const random = (below) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >>> 8) % below;
  const acknowledged = [];
  let fewest = Infinity;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const browser = await startedBrowser(profile.folder);
      const said = [];
      const someone = await reader(site, { from: browser.context });
      await someone.page.exposeFunction('acknowledged', (text) => said.push(text));
      await someone.open(GOAL);
      await someone.page.evaluate((round) => (globalThis.round = round), round);
      const writing = someone.page.evaluate(writeOnAndOn).catch((error) => error);
      const target = 50 + random(15);
      await Promise.race([eventually(() => assert.ok(said.length >= target), 120_000), writing.then((error) => Promise.reject(error))]);
      await new Promise((done) => setTimeout(done, random(60)));
      await browser.kill();
      acknowledged.push(...said);
      fewest = Math.min(fewest, said.length);
    }
    const browser = await startedBrowser(profile.folder);
    const someone = await reader(site, { from: browser.context, acceptDownloads: true });
    await someone.openNotes();
    const lost = await eventually(async () => {
      const shown = new Set(await someone.page.locator('.notes-list .note-text').evaluateAll((all) => all.map((element) => element.textContent)));
      const missing = acknowledged.filter((text) => !shown.has(text));
      assert.deepEqual(missing.map((text) => text.slice(0, 12)), [], `of ${acknowledged.length}, beside ${shown.size} shown: ${await someone.page.locator('main').innerText().then((text) => text.slice(0, 1500))}`);
      return missing;
    }, 30_000);
    await someone.seeNo('Anteckningar som inte går att läsa');
    noPanic(someone);
    await browser.kill();
    console.log(`# killed ${rounds} times, ${acknowledged.length} saves acknowledged (at least ${fewest} each time), ${lost.length} lost`);
    assert.deepEqual(lost, []);
    assert.ok(fewest >= 50);
  } finally {
    profile.remove();
  }
});

test('two tabs that write at the same time keep every note', () =>
  asReader(site, {}, async (one) => {
    const each = SOAK ? 1000 : 60;
    await one.open(GOAL);
    await asReader(site, { from: one.context }, async (two) => {
      await two.open(GOAL);
      for (const [tab, name] of [[one, 'ett'], [two, 'två']]) await tab.page.evaluate((name) => (globalThis.round = name), name);
      await Promise.all([one, two].map((tab) => tab.page.evaluate(writeOnAndOn, each)));
      await two.openNotes();
      await two.see(`${2 * each} anteckningar`);
    });
    await asReader(site, { from: one.context }, async (later) => {
      await later.openNotes();
      await eventually(async () => assert.equal(await later.page.locator('.notes-list > li').count(), 2 * each), 60_000);
      const shown = new Set(await later.page.locator('.notes-list .note-text').evaluateAll((all) => all.map((element) => element.textContent.split(' ').slice(0, 2).join(' '))));
      assert.equal(shown.size, 2 * each);
      console.log(`# two tabs × ${each}: ${shown.size} of ${2 * each} kept`);
    });
  }));

// ---- two stores

test('either store alone keeps notes, the reader is told what that means, and each gets back what it lost', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'I båda');
    // The near store is emptied, as a browser may do.
    await someone.page.evaluate(() => localStorage.clear());
    await someone.openNotes();
    await eventually(async () => assert.deepEqual(await texts(someone), ['I båda']));
    assert.equal(await someone.page.evaluate((prefix) => Object.keys({ ...localStorage }).filter((key) => key.startsWith(prefix)).length, `${PREFIX}note:`), 1, 'it is there again');
    // Only the near store is left: it is said what can be lost.
    await someone.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => null }));
    await someone.open(GOAL);
    await openDialog(someone);
    await someone.see(/de två sista sekunderna gå förlorat/);
    await field(someone).fill('Bara nära');
    await save(someone);
    await closed(someone);
    await someone.see(/Sparad, men kan gå förlorad om webbläsaren stängs av plötsligt/);
    await asReader(site, { from: someone.context, init: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }) }, async (other) => {
      await other.open(GOAL);
      await write(other, 'Bara i databasen');
      noPanic(other);
    });
    await asReader(site, { from: someone.context }, async (whole) => {
      await whole.openNotes();
      await eventually(async () => assert.deepEqual((await texts(whole)).sort(), ['Bara i databasen', 'Bara nära', 'I båda']));
      noPanic(whole);
    });
  }));

test('a database that does not answer at first is asked again, and what only it holds is there then', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'Bara i databasen');
    await someone.page.evaluate(() => localStorage.clear());
    await someone.page.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      let asked = 0;
      IDBFactory.prototype.open = function (...all) {
        asked += 1;
        return asked === 1 ? {} : open.apply(this, all);
      };
    });
    await someone.openNotes();
    await someone.see(/de två sista sekunderna gå förlorat/);
    assert.deepEqual(await texts(someone), []);
    await eventually(async () => assert.deepEqual(await texts(someone), ['Bara i databasen']), 15_000);
    await someone.seeNo(/de två sista sekunderna gå förlorat/);
    someone.seesNothingUntoward();
  }));

test('the browser is asked once, ever, to keep what is stored', () =>
  asReader(site, { init: () => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => {
      sessionStorage.asked = Number(sessionStorage.asked ?? 0) + 1;
      return false;
    };
  } }, async (someone) => {
    await someone.open(GOAL);
    assert.equal(await someone.page.evaluate(() => sessionStorage.asked), undefined, 'not before there is something to keep');
    await write(someone, 'Ett');
    await eventually(async () => assert.ok(await someone.page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith('asked:persist')))));
    await someone.reload();
    await write(someone, 'Två');
    await someone.page.waitForTimeout(200);
    assert.equal(await someone.page.evaluate(() => sessionStorage.asked), '1');
  }));

test('where the browser clears storage after seven days the reader is told, and reminded of what is in no file', () =>
  asReader(site, { acceptDownloads: true, init: () => Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' }) }, async (someone) => {
    const session = await someone.context.newCDPSession(someone.page);
    await someone.open(GOAL);
    await write(someone, 'Gammal snart');
    await someone.page.addInitScript(() => {
      const now = Date.now;
      Date.now = () => now() + 4 * 86_400_000;
    });
    await someone.reload();
    await someone.see(/raderar det en webbplats har sparat när du inte har besökt den på sju dagar.*1 anteckning finns inte i någon fil/);
    const file = await download(someone, () => someone.page.locator('.message').getByRole('button', { name: 'Spara som fil' }).click());
    assert.match(file, /Gammal snart/);
    await someone.openNotes();
    await someone.see(/Senast sparade som fil/);
    await someone.seeNo(/1 anteckning finns inte i någon fil/);
    await session.detach();
  }));

// ---- writing

test('what was typed and not saved is there after a reload, is offered, and is never put over anything', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await openDialog(someone);
    await field(someone).fill('Halv tanke');
    await eventually(async () => assert.ok(await someone.page.evaluate((prefix) => Object.keys({ ...localStorage }).some((key) => key.startsWith(prefix)), `${PREFIX}draft:`)));
    await someone.reload();
    await someone.see(/Du har en text som inte är sparad/);
    // A new text about the same thing stands beside it.
    await openDialog(someone);
    assert.equal(await field(someone).inputValue(), '');
    await dialog(someone).getByText('Halv tanke').waitFor();
    await field(someone).fill('En annan tanke');
    await dialog(someone).getByRole('button', { name: 'Fortsätt' }).click();
    await eventually(async () => assert.equal(await field(someone).inputValue(), 'Halv tanke'));
    await field(someone).fill('Hel tanke');
    // Once the dialog is closed the page may be left at once: what is saved lies among the unsaved texts no longer.
    await someone.page.evaluate((prefix) => {
      const left = () => Object.keys({ ...localStorage }).filter((key) => key.startsWith(prefix)).length;
      document.querySelector('dialog').addEventListener('close', () => (window.leftAtClose = left()), { once: true });
    }, `${PREFIX}draft:`);
    await save(someone);
    await closed(someone);
    assert.equal(await someone.page.evaluate(() => window.leftAtClose), 1);
    await someone.openNotes();
    await eventually(async () => assert.deepEqual((await allTexts(someone)).sort(), ['En annan tanke', 'Hel tanke']));
    await someone.see('Inte sparat än');
    await someone.button(/^Kasta det osparade/).click();
    await eventually(async () => assert.deepEqual(await allTexts(someone), ['Hel tanke']));
    await someone.reload();
    await someone.seeNo('Inte sparat än');
    someone.seesNothingUntoward();
  }));

test('what is typed while a note is being saved is kept as a change that is not saved', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await openDialog(someone);
    await field(someone).fill('Ett ord');
    await field(someone).evaluate((area) => {
      area.form.requestSubmit();
      area.value = 'Ett ord till';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await closed(someone);
    await someone.see(SAVED);
    await someone.openNotes();
    await eventually(async () => assert.deepEqual((await allTexts(someone)).sort(), ['Ett ord', 'Ett ord till']));
    await someone.see('Inte sparat än');
    someone.seesNothingUntoward();
  }));

test('kinds, one-press bookmarks, own assessments with reason and rule, and a note about one amount', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    const bookmark = someone.button(/^Bokmärk/);
    await bookmark.click();
    await someone.see(/Bokmärket är satt/);
    await eventually(async () => assert.equal(await bookmark.getAttribute('aria-pressed'), 'true'));
    await bookmark.click();
    await eventually(async () => assert.equal(await bookmark.getAttribute('aria-pressed'), 'false'));
    await someone.push('Ångra');
    await eventually(async () => assert.equal(await bookmark.getAttribute('aria-pressed'), 'true'));
    await write(someone, 'Vem gör det?', 'Fråga');
    await openDialog(someone);
    await dialog(someone).getByRole('radio', { name: 'Gult' }).check();
    await dialog(someone).getByText('Egen bedömning, inte Malmö stads').waitFor();
    await save(someone);
    await someone.hear('Skriv varför du bedömer så, eller din regel för färgen.');
    await dialog(someone).getByLabel('Varför bedömer du så?').fill('Hälften är påbörjat');
    await dialog(someone).getByLabel(/^Din regel/).fill('Gult: mer än hälften är påbörjat');
    await dialog(someone).getByLabel(/^Etiketter/).fill('möte, klimat');
    await save(someone);
    await closed(someone);
    // The rule is carried over to the next assessment.
    await openDialog(someone);
    await dialog(someone).getByRole('radio', { name: 'Grönt' }).check();
    assert.equal(await dialog(someone).getByLabel(/^Din regel/).inputValue(), 'Gult: mer än hälften är påbörjat');
    await someone.press('Escape');
    await someone.open('2025/budget/income-statement/');
    await openDialog(someone, /^Anteckna: Bidrag/);
    const part = dialog(someone).getByLabel('Vad gäller den?');
    await part.selectOption({ index: 2 });
    await field(someone).fill('Om ett belopp');
    await save(someone);
    await closed(someone);
    await someone.openNotes();
    await someone.see('Egen bedömning, inte Malmö stads');
    await someone.see('Gult: mer än hälften är påbörjat');
    await someone.see('Skriven på dataversion 2025.1.');
    const list = someone.page.locator('.notes-list > li');
    await eventually(async () => assert.equal(await list.count(), 4));
    // Narrowing: by kind, by tag, by words; sorting; all of it stays out of the address.
    await someone.push('Fråga');
    await eventually(async () => assert.equal(await list.count(), 1));
    await someone.see('1 av 4 anteckningar visas.');
    await someone.push('Visa alla');
    await someone.field('Etikett').selectOption('klimat');
    await eventually(async () => assert.equal(await list.count(), 1));
    await someone.push('Visa alla');
    await someone.field('Sök i anteckningarna').fill('BELOPP');
    await eventually(async () => assert.equal(await list.count(), 1));
    const about = list.first().getByRole('link').first();
    assert.match(await about.innerText(), /Bidrag, /);
    await someone.push('Visa alla');
    await someone.field('Ordning').selectOption({ label: 'Efter slag' });
    await eventually(async () => assert.match(await list.first().innerText(), /^Kommentar/));
    assert.equal(someone.where(), 'anteckningar/');
    await axeFindsNothing(someone, 'notes of every kind');
    someone.seesNothingUntoward();
  }));

test('a note about something that is not in the data is listed with its quoted title', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await someone.page.evaluate(() => {
      const button = document.querySelector('[data-act="note"]');
      button.dataset.anchor = 'goal/borttaget-mal';
      button.dataset.quote = 'Ett mål som fanns förut';
    });
    await write(someone, 'Vart tog det vägen?');
    await someone.openNotes();
    await someone.see('Ett mål som fanns förut');
    await someone.see('Det anteckningen gäller finns inte i den här datan.');
    await someone.see('Vart tog det vägen?');
  }));

test('what she types, has opened or has focused on the page of notes stays while another tab writes', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    for (const text of ['Ett om träd', 'Två om vägar']) await write(someone, text);
    await someone.openNotes();
    await eventually(async () => assert.equal((await texts(someone)).length, 2));
    await asReader(site, { from: someone.context }, async (other) => {
      await other.open(GOAL);
      // While the file is being looked for the button that it comes through is the same.
      await someone.page.evaluate(() => (globalThis.chooser = document.querySelector('.notebook input[type=file]')));
      const words = someone.field('Sök i anteckningarna');
      await words.fill('om vägar');
      await words.evaluate((field) => {
        globalThis.typedInto = field;
        field.setSelectionRange(3, 5);
      });
      await write(other, 'Tre om vägar');
      await eventually(async () => assert.deepEqual((await texts(someone)).sort(), ['Tre om vägar', 'Två om vägar']));
      assert.deepEqual(
        await words.evaluate((field) => [field === globalThis.typedInto, document.activeElement === field, field.value, field.selectionStart, field.selectionEnd]),
        [true, true, 'om vägar', 3, 5],
      );
      assert.ok(await someone.page.evaluate(() => globalThis.chooser.isConnected));
      const edit = someone.page.locator('.notes-list > li').filter({ hasText: 'Två om vägar' }).getByRole('button', { name: /^Ändra/ });
      await edit.focus();
      await write(other, 'Fyra om vägar');
      await eventually(async () => assert.equal((await texts(someone)).length, 3));
      assert.ok(await edit.evaluate((button) => document.activeElement === button));
      // A kind that is chosen with a key keeps the focus, and all is shown again.
      const kind = someone.page.getByRole('button', { name: 'Fråga', exact: true });
      await kind.focus();
      await someone.press('Enter');
      await someone.see('Ingen anteckning passar urvalet.');
      assert.ok(await kind.evaluate((button) => document.activeElement === button && button.getAttribute('aria-pressed') === 'true'));
      await someone.push('Visa alla');
      await eventually(async () => assert.equal((await texts(someone)).length, 4));
      assert.equal(await words.inputValue(), '');
    });
    // Whoever deletes an entry in the middle goes on with the one after it, not at the top.
    const entries = someone.page.locator('.notes-list > li');
    const after = await entries.nth(2).locator('.note-text').innerText();
    await entries.nth(1).getByRole('button', { name: /^Ta bort/ }).click();
    await eventually(async () => assert.equal(await entries.count(), 3));
    await eventually(async () => assert.equal(await someone.page.evaluate(() => document.activeElement.closest('li')?.querySelector('.note-text')?.textContent), after));
    // Whoever says no to erasing goes on where she was.
    await someone.push('Radera allt …');
    await eventually(async () => assert.equal(await someone.page.evaluate(() => document.activeElement.id), 'erase-file'));
    await someone.page.getByRole('group', { name: 'Radera allt på den här enheten' }).getByRole('button', { name: 'Avbryt' }).click();
    await eventually(async () => assert.equal(await someone.page.evaluate(() => document.activeElement.id), 'erase-ask'));
    noPanic(someone);
  }));

test('without the second module the page of notes leads to where they are rescued', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'Kvar ändå');
    await someone.page.route(/pages[^/]*\.wasm$/, (route) => route.abort());
    await someone.openNotes();
    await someone.follow('Visa och ladda ner dina anteckningar ändå');
    await someone.seeHeading('Rädda dina anteckningar');
    await someone.see('Poster som hittades: 1.');
  }));

// ---- files, copies, erasing

test('bringing a file in is shown first, done in one go, can be taken back, and leaves a copy of what was there', async () => {
  const folder = freshFolder('files');
  mkdirSync(folder.folder, { recursive: true });
  try {
    await asReader(site, { acceptDownloads: true }, async (someone) => {
      await someone.open(GOAL);
      await write(someone, 'Min text');
      await someone.openNotes();
      const file = path.join(folder.folder, 'notes.jsonld');
      const page = JSON.parse(await download(someone, () => someone.push('Spara som fil')));
      const [mine] = page.items;
      const another = structuredClone(mine);
      another.id = 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e';
      another.body[0].value = 'Ny från filen';
      mine.body[0].value = 'Ändrad i filen';
      mine.malkarta.revision.zz = 1;
      page.items.push(another, { ...another, id: 'http://example.org/x' }, { type: 'Annotation', body: 'x', target: 'http://example.org/' });
      writeFileSync(file, JSON.stringify(page));
      await someone.button(/^Ta bort/).click();
      await someone.push('Ångra');
      await someone.see('Det senaste är ångrat.');
      await someone.page.locator('input[type=file]').setInputFiles(file);
      const plan = someone.page.locator('.plan');
      await plan.waitFor();
      await someone.seeNo('Det senaste är ångrat.');
      const said = await plan.innerText();
      assert.match(said, /1: Ny\b/);
      assert.match(said, /Nummer 3 i filen/);
      assert.match(said, /Nummer 4 i filen: En annotering om något annat/);
      assert.deepEqual(await texts(someone), ['Min text'], 'nothing changes before the reader says yes');
      await plan.getByRole('button', { name: 'Läs in', exact: true }).click();
      await eventually(async () => assert.deepEqual((await texts(someone)).filter((text) => /filen/.test(text)).sort(), ['Ny från filen', 'Ändrad i filen']));
      await someone.push('Ångra');
      await eventually(async () => assert.deepEqual(await texts(someone), ['Min text']));
      // The copy is there after a reload, too.
      await someone.page.locator('input[type=file]').setInputFiles(file);
      await plan.getByLabel(/Ta tillbaka anteckningar/).check();
      await plan.getByRole('button', { name: 'Läs in', exact: true }).click();
      await eventually(async () => assert.ok((await texts(someone)).length > 1));
      await someone.reload();
      await someone.page.locator('details.copies summary').click();
      await someone.page.getByRole('button', { name: /^Ta tillbaka kopian/ }).last().click();
      await eventually(async () => assert.ok((await texts(someone)).includes('Min text')));
      noPanic(someone);
    });
  } finally {
    folder.remove();
  }
});

test('several notes are deleted at once and come back', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    for (const text of ['Ett', 'Två', 'Tre']) await write(someone, text);
    await someone.openNotes();
    await someone.push('Ta bort de 3 som visas');
    await someone.see('3 anteckningar är borttagna.');
    await eventually(async () => assert.deepEqual(await texts(someone), []));
    await someone.push('Ångra');
    await eventually(async () => assert.deepEqual((await texts(someone)).sort(), ['Ett', 'Tre', 'Två']));
  }));

test('erasing everything offers a file first and leaves nothing of this site and everything of others', () =>
  asReader(site, { acceptDownloads: true }, async (someone) => {
    await someone.open(GOAL);
    for (const text of ['Ett', 'Två']) await write(someone, text);
    await someone.page.evaluate(() => localStorage.setItem('malkarta:/annan/:note:x', 'deras'));
    await openDialog(someone);
    await field(someone).fill('Osparad');
    await someone.press('Escape');
    await someone.openNotes();
    await someone.push('Ta bort de 2 som visas');
    await someone.push('Ångra');
    await asReader(site, { from: someone.context }, async (other) => {
      await other.openNotes();
      await eventually(async () => assert.equal((await allTexts(other)).length, 3));
      await someone.push('Radera allt …');
      assert.match(await download(someone, () => someone.push('Spara som fil först')), /Ett/);
      await someone.push('Radera allt nu');
      await someone.see('Allt är raderat från den här webbläsaren.');
      await eventually(async () => assert.deepEqual(await other.page.locator('.notes-list > li').count(), 0));
    });
    const left = await someone.page.evaluate(
      (name) =>
        new Promise((done) => {
          indexedDB.open(name).onsuccess = ({ target }) => {
            target.result.transaction('texts').objectStore('texts').getAllKeys().onsuccess = ({ target: { result } }) => {
              target.result.close();
              done([...Object.keys({ ...localStorage }), ...result]);
            };
          };
        }),
      `malkarta:${BASE}`,
    );
    assert.deepEqual(left, ['malkarta:/annan/:note:x']);
    await someone.reload();
    await someone.see(/Du har inga anteckningar än/);
    noPanic(someone);
  }));

// ---- where the application does not start

const seeRescued = async (someone, words) => {
  await someone.see(/Poster som hittades/);
  // Raw texts are folded.
  await someone.page.locator('details').evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
  for (const text of words) await someone.see(text);
  const file = JSON.parse(await download(someone, () => someone.push('Ladda ner allt som en fil')));
  const all = file['malkarta-rescue'].map(({ text }) => text).join('\n');
  for (const text of words) assert.ok(all.includes(text), `${text} is in the file`);
  return JSON.stringify(file);
};

test('without WebAssembly the page says where notes can be rescued, and there they are, from both stores', async () => {
  const profile = freshFolder();
  const folder = freshFolder('rescued');
  mkdirSync(folder.folder, { recursive: true });
  try {
    const whole = await chromium.launchPersistentContext(profile.folder, launchOptions());
    const writer = await reader(site, { from: whole });
    await writer.open(GOAL);
    await write(writer, 'Ska räddas <b>hel</b>');
    await write(writer, 'Bara i databasen');
    await writer.page.evaluate((prefix) => {
      for (const [key, text] of Object.entries({ ...localStorage })) if (text.includes('Bara i databasen')) localStorage.removeItem(key);
      localStorage.setItem(`${prefix}note:07070707-0707-4707-8707-070707070707~1`, 'trasig men kvar');
      localStorage.setItem('malkarta:/annan/:note:x', 'deras');
    }, PREFIX);
    await whole.close();
    const locked = await chromium.launchPersistentContext(profile.folder, { ...launchOptions(['--js-flags=--jitless']), acceptDownloads: true });
    const someone = await reader(site, { from: locked });
    await someone.openStatic('2025/karta/');
    await someone.follow('Visa och ladda ner dina anteckningar ändå');
    await someone.seeHeading('Rädda dina anteckningar');
    await someone.see('Poster som hittades: 3.');
    const rescued = await seeRescued(someone, ['Ska räddas <b>hel</b>', 'Bara i databasen', 'trasig men kvar']);
    assert.doesNotMatch(rescued, /deras/);
    assert.match(await download(someone, () => someone.push('Ladda ner som text')), /Ska räddas/);
    await axeFindsNothing(someone, 'rescue');
    someone.seesNothingUntoward();
    await locked.close();
    // The file is brought in again by the application.
    const file = path.join(folder.folder, 'rescued.json');
    writeFileSync(file, rescued);
    await asReader(site, {}, async (other) => {
      await other.openNotes();
      await other.page.locator('input[type=file]').setInputFiles(file);
      await other.page.locator('.plan').getByRole('button', { name: 'Läs in', exact: true }).click();
      await eventually(async () => assert.deepEqual((await texts(other)).sort(), ['Bara i databasen', 'Ska räddas <b>hel</b>']));
    });
  } finally {
    profile.remove();
    folder.remove();
  }
});

test('looking for notes makes no database, and shows what was saved', () =>
  asReader(site, { acceptDownloads: true }, async (someone) => {
    await someone.openStatic('en/radda/');
    await someone.see('There are no notes in this browser.');
    assert.deepEqual(await someone.page.evaluate(() => indexedDB.databases()), []);
    await someone.open(GOAL);
    await write(someone, 'Före felet');
    await someone.openStatic('radda/');
    await seeRescued(someone, ['Före felet']);
  }));

test('the page that rescues notes is there without a network', () =>
  asReader(site, { offline: true, acceptDownloads: true }, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'På tåget');
    await someone.readyOffline();
    await someone.context.setOffline(true);
    await someone.openStatic('radda/');
    await seeRescued(someone, ['På tåget']);
    await someone.context.setOffline(false);
  }));
