// Notes: kept, told as saved only when they are, never lost by a full, shared, damaged or foreign storage.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { BASE, SOAK, asReader, closeBrowser, eventually, forEach, freshFolder, openSite } from './driver.mjs';
import { axeFindsNothing } from './axe.mjs';

const FIXTURES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/notes');
const PREFIX = `malkarta:${BASE}:note:`;
const SAVED = 'Sparad i den här webbläsaren.';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

const dialog = (someone) => someone.page.getByRole('dialog');
const openDialog = async (someone, about = /^Anteckna/) => {
  await someone.button(about).click();
  await dialog(someone).waitFor();
};
const type = (someone, text) => dialog(someone).getByRole('textbox').first().fill(text);
const save = async (someone) => dialog(someone).getByRole('button', { name: 'Spara', exact: true }).click();
const closed = (someone) => dialog(someone).waitFor({ state: 'hidden' });
const write = async (someone, text) => {
  await openDialog(someone);
  await type(someone, text);
  await save(someone);
  await closed(someone);
  await someone.see(SAVED);
};
const stored = (someone) => someone.page.evaluate((prefix) => Object.entries({ ...localStorage }).filter(([key]) => key.startsWith(prefix)), PREFIX);
/** What lies in the database of this site. */
const databaseOf = (someone) =>
  someone.page.evaluate(
    (name) =>
      new Promise((done) => {
        indexedDB.open(name).onsuccess = ({ target }) => {
          const texts = target.result.transaction('texts').objectStore('texts');
          texts.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
            texts.getAll().onsuccess = ({ target: { result } }) => {
              target.result.close();
              done(keys.map((key, place) => [key, result[place]]).filter(([key]) => key.includes(':note:')));
            };
          };
        };
      }),
    `malkarta:${BASE}`,
  );
const texts = (someone) => someone.page.locator('.notes-list .note-text').allInnerTexts();
const GOAL = '2025/mal/klimatneutral/';

test('a note about a goal, an assignment, a global goal and a table row is saved, listed and kept over a reload', () =>
  asReader(site, {}, async (someone) => {
    for (const page of [GOAL, '2025/uppdrag/klimatinvesteringsplan/', '2025/sdg/13/', '2025/budget/income-statement/']) {
      await someone.open(page);
      await write(someone, `Om ${page}`);
      assert.match(await someone.button(/^Anteckna/).innerText(), /\(1\)/, 'the button says that there is a note');
    }
    await someone.openNotes();
    await eventually(async () => assert.equal((await texts(someone)).length, 4));
    await someone.reload();
    await eventually(async () => assert.deepEqual((await texts(someone)).sort(), [GOAL, '2025/uppdrag/klimatinvesteringsplan/', '2025/sdg/13/', '2025/budget/income-statement/'].map((page) => `Om ${page}`).sort()));
    await someone.see(/Egen anteckning, inte Malmö stads/);
    const way = someone.page.locator('.notes-list a').last();
    await way.click();
    await someone.seeAddress(/^2025\//);
    someone.seesNothingUntoward();
  }));

test('saved is said only when the note was read back equal', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await someone.page.evaluate(() => {
      // A storage that takes what it is given and gives back something else.
      const get = Storage.prototype.getItem;
      Storage.prototype.getItem = function (key) {
        const text = get.call(this, key);
        return text && key.includes(':note:') ? text.slice(0, -20) : text;
      };
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (text, key) {
        return put.call(this, text.slice(0, -20), key);
      };
    });
    await openDialog(someone);
    await type(someone, 'Kommer detta fram?');
    await save(someone);
    await someone.hear(/Inte sparad/);
    await someone.seeNo(SAVED);
    assert.equal(await dialog(someone).getByRole('textbox').first().inputValue(), 'Kommer detta fram?', 'the text stays in the dialog');
  }));

test('a note that is empty is not saved, and the dialog says so', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await openDialog(someone);
    await type(someone, '   ');
    await save(someone);
    await someone.hear('Skriv något innan du sparar.');
    assert.deepEqual(await stored(someone), []);
  }));

test('the dialog is used by keyboard, Escape keeps what was typed, and focus returns', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    const button = someone.button(/^Anteckna/);
    await button.focus();
    await someone.press('Enter');
    await dialog(someone).waitFor();
    assert.equal((await someone.focus()).tag, 'textarea', 'focus is in the text');
    await someone.page.keyboard.type('Halv tanke');
    await someone.press('Escape');
    await closed(someone);
    assert.match((await someone.focus()).name, /^Anteckna/, 'focus is back on the button');
    await someone.press('Enter');
    await dialog(someone).waitFor();
    assert.equal(await dialog(someone).getByRole('textbox').first().inputValue(), 'Halv tanke');
    await someone.press('Tab', 'Enter');
    await closed(someone);
    await someone.see(SAVED);
    assert.equal((await stored(someone)).length, 1);
    someone.seesNothingUntoward();
  }));

test('a note is changed, deleted and brought back', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'Första texten');
    await someone.openNotes();
    await someone.see('Första texten');
    await someone.button(/^Ändra/).click();
    await type(someone, 'Andra texten');
    await save(someone);
    await closed(someone);
    await eventually(async () => assert.deepEqual(await texts(someone), ['Andra texten']));
    await someone.button(/^Ta bort/).click();
    await eventually(async () => assert.deepEqual(await texts(someone), []));
    await someone.push('Ångra');
    await eventually(async () => assert.deepEqual(await texts(someone), ['Andra texten']));
    await someone.reload();
    await eventually(async () => assert.deepEqual(await texts(someone), ['Andra texten']));
    someone.seesNothingUntoward();
  }));

test('two tabs never overwrite each other, and each shows what the other saved', () =>
  asReader(site, {}, async (one) => {
    await one.open(GOAL);
    await asReader(site, { from: one.context }, async (two) => {
      await two.openNotes();
      const count = SOAK ? 20 : 4;
      for (let i = 0; i < count; i += 1) await write(one, `Flik ett, ${i}`);
      await eventually(async () => assert.equal((await texts(two)).length, count));
      await two.open(GOAL);
      await Promise.all([write(one, 'Samtidigt, ett'), write(two, 'Samtidigt, två')]);
      await two.openNotes();
      await eventually(async () => assert.equal((await texts(two)).length, count + 2));
    });
  }));

test('one note changed in two tabs keeps both texts', () =>
  asReader(site, {}, async (one) => {
    await one.open(GOAL);
    await write(one, 'Ursprung');
    await one.openNotes();
    await asReader(site, { from: one.context }, async (two) => {
      await two.openNotes();
      for (const someone of [one, two]) await someone.button(/^Ändra/).click();
      await type(one, 'Text från ett');
      await type(two, 'Text från två');
      await Promise.all([save(one), save(two)]);
      await two.reload();
      await eventually(async () => {
        const shown = (await two.page.locator('.notes-list').innerText());
        assert.match(shown, /Text från ett/);
        assert.match(shown, /Text från två/);
      });
      await two.see(/ändrats på två ställen/);
    });
  }));

test('a full storage is told, the text stays in the dialog, earlier notes are untouched and saving to a file works', () =>
  asReader(site, { acceptDownloads: true }, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'Innan det blev fullt');
    const before = await stored(someone);
    await someone.page.evaluate(() => {
      for (let size = 1 << 20; size > 0; size >>= 1) {
        try {
          for (let i = 0; ; i += 1) localStorage.setItem(`fyllnad-${size}-${i}`, 'x'.repeat(size));
        } catch { /* full at this size */ }
      }
    });
    const inDatabase = await databaseOf(someone);
    // A database of gigabytes cannot be filled in a test: it says what a full one says.
    await someone.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    // Told each time anew: what still stands in a live region from the time before is heard by nobody.
    await someone.page.evaluate(() => {
      globalThis.told = 0;
      const region = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('[role=status], [role=alert], [aria-live]');
      new MutationObserver((changes) => {
        if (changes.some(({ target }) => /utrymme för den här webbplatsen är fullt/.test(region(target)?.textContent ?? ''))) globalThis.told += 1;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const tries = SOAK ? 200 : 20;
    for (let i = 0; i < tries; i += 1) {
      await openDialog(someone);
      await type(someone, `Får inte plats ${i} ${'x'.repeat(200)}`);
      await someone.page.evaluate(() => (globalThis.told = 0));
      await save(someone);
      await eventually(async () => assert.ok((await someone.page.evaluate(() => globalThis.told)) > 0, `not told the ${i + 1}th time`));
      assert.match(await dialog(someone).getByRole('textbox').first().inputValue(), /^Får inte plats/);
      await someone.press('Escape');
      await closed(someone);
    }
    console.log(`# quota full: ${tries} of ${tries} told`);
    assert.deepEqual(await stored(someone), before);
    assert.deepEqual(await databaseOf(someone), inDatabase);
    await someone.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mina anteckningar', exact: true }).click();
    await someone.see('Innan det blev fullt');
    const [download] = await Promise.all([someone.page.waitForEvent('download'), someone.push('Spara som fil')]);
    assert.match(readFileSync(await download.path(), 'utf8'), /Innan det blev fullt/);
  }));

test('notes go into a file and come back from it in another browser, and coming twice changes nothing', async () => {
  const folder = freshFolder('export');
  try {
    const file = path.join(folder.folder, 'anteckningar.jsonld');
    await asReader(site, { acceptDownloads: true }, async (someone) => {
      await someone.open(GOAL);
      await write(someone, 'Ska följa med: å ä ö "citat" <b>inte fet</b>');
      await someone.openNotes();
      const [download] = await Promise.all([someone.page.waitForEvent('download'), someone.push('Spara som fil')]);
      assert.match(download.suggestedFilename(), /\.jsonld$/);
      await download.saveAs(file);
      assert.equal(JSON.parse(readFileSync(file, 'utf8')).type, 'AnnotationPage');
    });
    await asReader(site, {}, async (other) => {
      await other.openNotes();
      for (const time of ['first', 'second']) {
        await other.page.locator('input[type=file]').setInputFiles(file);
        await other.see(/anteckning/i);
        const plan = other.page.locator('.plan');
        await plan.waitFor();
        assert.deepEqual(await texts(other), time === 'first' ? [] : ['Ska följa med: å ä ö "citat" <b>inte fet</b>'], 'nothing changes before the reader says yes');
        await plan.getByRole('button').first().click();
        await eventually(async () => assert.deepEqual(await texts(other), ['Ska följa med: å ä ö "citat" <b>inte fet</b>']));
      }
      await other.reload();
      await eventually(async () => assert.equal((await texts(other)).length, 1));
      other.seesNothingUntoward();
    });
  } finally {
    folder.remove();
  }
});

test('a file that is something else is refused in words, and nothing changes', async () => {
  const folder = freshFolder('import');
  mkdirSync(folder.folder, { recursive: true });
  try {
    await asReader(site, {}, async (someone) => {
      await someone.openNotes();
      for (const [name, content] of [['bild.jsonld', '\u0000\u0001PNG'], ['tom.jsonld', ''], ['annat.json', '{"a":1}'], ['halv.jsonld', readFileSync(path.join(FIXTURES, 'form-1-page.jsonld'), 'utf8').slice(0, 300)]]) {
        const file = path.join(folder.folder, name);
        writeFileSync(file, content);
        await someone.page.locator('input[type=file]').setInputFiles(file);
        await eventually(async () => assert.ok((await someone.page.locator('.notebook [role=status]').innerText()).length > 20, `nothing was said about ${name}`));
        await someone.page.reload();
        await someone.seeLive();
      }
      assert.deepEqual(await stored(someone), []);
      assert.deepEqual(someone.noise.filter((line) => /exception|panic/i.test(line)), []);
    });
  } finally {
    folder.remove();
  }
});

test('damaged, newer and foreign entries are left as they are, told, and can be downloaded; other notes are unaffected', () =>
  asReader(site, { acceptDownloads: true }, async (someone) => {
    await someone.open(GOAL);
    await write(someone, 'Hel anteckning');
    const whole = readFileSync(path.join(FIXTURES, 'form-1-comment.txt'), 'utf8');
    const planted = {
      [`${PREFIX}07070707-0707-4707-8707-070707070707~0000000000000001`]: whole.slice(0, whole.length / 2),
      [`${PREFIX}07070707-0707-4707-8707-070707070708~0000000000000002`]: whole.replace('malkarta-note 1', 'malkarta-note 99'),
      [`${PREFIX}07070707-0707-4707-8707-070707070709~0000000000000003`]: 'inte alls en anteckning',
      [`${PREFIX}`]: '',
      'malkarta:/annan/:note:x': 'en annan webbplats på samma värd',
      theme: '{"dark":true}',
      '\ud800 trasig nyckel': '\udfff trasigt värde',
    };
    await someone.page.evaluate((planted) => Object.entries(planted).forEach(([key, value]) => localStorage.setItem(key, value)), planted);
    await someone.openNotes();
    await someone.see('Hel anteckning');
    await someone.see('Anteckningar som inte går att läsa');
    await someone.see(/gick inte att läsa\. De är kvar som de är och kan laddas ner/);
    const rescue = someone.page.locator('.notebook section').filter({ hasText: 'inte går att läsa' }).getByRole('button').first();
    const [download] = await Promise.all([someone.page.waitForEvent('download'), rescue.click()]);
    const rescued = readFileSync(await download.path(), 'utf8');
    assert.match(rescued, /inte alls en anteckning/);
    assert.doesNotMatch(rescued, /en annan webbplats/, 'what belongs to others is not taken along');
    await someone.open(GOAL);
    await write(someone, 'En till');
    const after = await someone.page.evaluate(() => ({ ...localStorage }));
    for (const [key, value] of Object.entries(planted)) assert.equal(after[key], value, `${key} is untouched`);
    assert.deepEqual(someone.noise.filter((line) => /exception|panic/i.test(line)), []);
  }));

test('a note of the first released form is read', () =>
  asReader(site, {}, async (someone) => {
    const raw = readFileSync(path.join(FIXTURES, 'form-1-comment.txt'), 'utf8');
    const digest = raw.split('\n')[0].split(' ')[2];
    await someone.openStatic('om/');
    await someone.page.evaluate(([key, raw]) => localStorage.setItem(key, raw), [`${PREFIX}07070707-0707-4707-8707-070707070707~${digest.slice(0, 16)}`, raw]);
    await someone.openNotes();
    await someone.see('Vad blir det av målet?');
  }));

test('hostile text in a note is shown as text', () =>
  asReader(site, {}, async (someone) => {
    await someone.open(GOAL);
    await write(someone, '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script> {{7*7}}');
    await someone.openNotes();
    await someone.see('<img src=x onerror="globalThis.ran=1">');
    assert.equal(await someone.page.evaluate(() => globalThis.ran), undefined);
    someone.seesNothingUntoward();
  }));

test('axe finds nothing in the dialog and on the page of notes, light and dark, 320 and 1280 px', () =>
  forEach(['', 'en/'], (language) =>
    asReader(site, {}, async (someone) => {
      await someone.open(`${language}${GOAL}`);
      const [note, saveName] = language ? [/^Add note/, 'Save'] : [/^Anteckna/, 'Spara'];
      for (const text of ['En', 'Två']) {
        await openDialog(someone, note);
        await type(someone, text);
        await dialog(someone).getByRole('button', { name: saveName, exact: true }).click();
        await closed(someone);
      }
      const look = async (what) => {
        for (const width of [1280, 320]) {
          await someone.page.setViewportSize({ width, height: 800 });
          for (const colorScheme of ['light', 'dark']) {
            await someone.page.emulateMedia({ colorScheme });
            await axeFindsNothing(someone, `${what} ${width} ${colorScheme}`);
          }
          await someone.seeNoSideways();
        }
      };
      await look('page with notes');
      await openDialog(someone, note);
      await look('dialog');
      await someone.press('Escape');
      await someone.open(`${language}anteckningar/`);
      await someone.see('Två');
      await someone.page.getByRole('button', { name: language ? /^Delete/ : /^Ta bort/ }).first().click();
      await someone.page.locator('.message').first().waitFor();
      await look('list with a message');
    }),
  ));
