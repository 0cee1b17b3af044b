// What goes wrong: data that is missing, cut or broken, no scripts, no WebAssembly, no storage.
// Each gets words in the reader's language, and what can be read stays readable.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { DIST, SOAK, asReader, buildOf, closeBrowser, dataPath, eventually, forEach, forEachPage, freshFolder, isEnglish, launchOptions, oneOfEachKind, openSite, reader, sample } from './driver.mjs';

let site;
before(async () => (site = await openSite()));
after(async () => {
  await closeBrowser();
  await site.close();
});

/** Serves the site with something altered for as long as the journey lasts. */
async function withAltered(changes, journey) {
  for (const [name, change] of changes) site.alter(name, change);
  try {
    await journey();
  } finally {
    site.heal();
  }
}

/** A data file with other content and a manifest that vouches for it. */
function rewritten(name, change) {
  const file = dataPath(name);
  const content = Buffer.from(JSON.stringify(change(JSON.parse(readFileSync(path.join(DIST, file), 'utf8')))));
  const { manifest } = buildOf();
  const vouch = (bytes) => {
    const listed = JSON.parse(bytes);
    for (const entry of listed.datasets.flatMap((set) => set.files)) {
      if (`data/${entry.path}` !== file) continue;
      entry.bytes = content.length;
      entry.sha256 = createHash('sha256').update(content).digest('hex');
    }
    return JSON.stringify(listed);
  };
  return [[file, () => content], [manifest, vouch]];
}

const goals = () => dataPath('goals');
const failed = { sv: /Datan kunde inte läsas\. Du ser den fasta sidan/, en: /The data could not be read\. You are reading the fixed page/ };

for (const [what, changes] of [
  ['missing', () => [[goals(), () => 404]]],
  ['cut', () => [[goals(), (bytes) => bytes.subarray(0, bytes.length / 2)]]],
  ['not the one that the manifest names', () => [[goals(), (bytes) => Buffer.concat([bytes, Buffer.from(' ')])]]],
  ['no JSON, though the manifest vouches for it', () => {
    const broken = Buffer.from('{"areas": [');
    const [, [manifest]] = rewritten('goals', (all) => all);
    const vouch = (bytes) => JSON.stringify(JSON.parse(bytes, function (key, value) {
      if (value?.name === 'goals') Object.assign(value, { bytes: broken.length, sha256: createHash('sha256').update(broken).digest('hex') });
      return value;
    }));
    return [[goals(), () => broken], [manifest, vouch]];
  }],
]) {
  test(`a data file that is ${what}: the static page stays and says so, in the language of the page`, () =>
    withAltered(changes(), () =>
      forEach(['2025/karta/?vald=sdg/13', 'en/2025/mal/klimatneutral/?data=2025.1'], (page) =>
        asReader(site, {}, async (someone) => {
          const language = isEnglish(page) ? 'en' : 'sv';
          await someone.openStatic(page);
          await someone.see(failed[language]);
          await someone.page.locator('.message summary').click();
          await someone.see(/goals\.json/);
          await someone.hear(failed[language]);
          assert.ok((await someone.page.locator('main').innerText()).length > 500, 'the page can be read');
          assert.deepEqual(someone.foreign, []);
        }),
      ),
    ));
}

test('a manifest, a site file or a part of the program that cannot be read: the page stays and says so when it is needed', () =>
  forEach([buildOf().manifest, buildOf().site, buildOf().pages, buildOf()['pages-wasm']], (file) =>
    withAltered([[file, () => 404]], () =>
      asReader(site, {}, async (someone) => {
        await someone.openGoals();
        const before = await someone.page.locator('main').innerText();
        await someone.follow('Lista');
        await someone.see(failed.sv);
        assert.equal(await someone.page.locator('main').innerText(), before, 'what was shown stays');
        await someone.page.locator('.message').getByRole('button', { name: 'Stäng' }).click();
      }),
    ), 1));

test('once the data is there again, trying again shows the page that was asked for', () =>
  asReader(site, {}, async (someone) => {
    await withAltered([[goals(), () => 404]], async () => {
      await someone.openStatic('2025/karta/?visa=lista');
      await someone.see(failed.sv);
    });
    await someone.push('Försök igen');
    await eventually(async () => assert.equal(await someone.page.locator('[data-block=map]').count(), 0));
    assert.equal(await someone.page.locator('.message').count(), 0);
  }));

test('one broken entry costs that entry: the page works and says what is missing', () =>
  withAltered(rewritten('goals', (all) => ({ ...all, goals: all.goals.map((goal, index) => (index === 3 ? { ...goal, area: 17 } : goal)) })), () =>
    asReader(site, {}, async (someone) => {
      await someone.openGoals('?vald=sdg/13');
      await someone.see(/En uppgift i datan gick inte att läsa och visas inte/);
      await eventually(async () => assert.equal(await someone.page.locator('[data-chart=goal-map] .wide-only svg [data-mark^="goal/"]').count(), 11));
      await someone.page.locator('.message summary').click();
      await someone.see(/goals\.json, goals\[3\]/);
    }),
  ));

// For each file a page that cannot be written without it.
const NEEDED = {
  sources: 'data/', goals: '2025/karta/', budget: '2025/budget/income-statement/', decisions: '2025/beslut/', followup: '2025/uppfoljning/',
  rights: '2025/rattigheter/', terms: 'ordlista/', contradictions: 'en/data/',
};

test('each data file that is missing is told by name on a page that needs it', () =>
  forEach(Object.entries(NEEDED), ([name, page]) =>
    withAltered([[dataPath(name), () => 404]], () =>
      asReader(site, {}, async (someone) => {
        await someone.openStatic(`${page}?data=2025.1`);
        await someone.see(failed[isEnglish(page) ? 'en' : 'sv']);
        await someone.page.locator('.message summary').click();
        await someone.see(new RegExp(`${name}\\.json`));
        assert.ok((await someone.page.locator('main').innerText()).length > 500, 'the page can be read');
      }),
    ), 1));

test('one broken entry of each data file is told with its place, and the page that needs the file is shown without it', () =>
  forEach(Object.entries(NEEDED), ([name, page]) => {
    let broken;
    const change = (all) => {
      // The last list of the file: other lists refer to the first one.
      broken = Object.keys(all).filter((key) => Array.isArray(all[key])).at(-1);
      return { ...all, [broken]: all[broken].map((entry, index) => (index === 0 ? { ...entry, id: 17 } : entry)) };
    };
    return withAltered(rewritten(name, change), () =>
      asReader(site, {}, async (someone) => {
        await someone.open(`${page}?data=2025.1`);
        await someone.see(isEnglish(page) ? /could not be read and (is|are) not shown/ : /gick inte att läsa och visas inte/);
        await someone.page.locator('.message summary').click();
        await someone.see(new RegExp(`${name}\\.json, ${broken}\\[0\\]`));
        // The one follow-up round is the whole of its page.
        assert.ok((await someone.page.locator('main').innerText()).length > (name === 'followup' ? 80 : 500), 'the page can be read');
        someone.seesNothingUntoward();
      }),
    );
  }, 1));

test('a data file that is missing is told when a page is come to inside the application', () =>
  withAltered([[goals(), () => 404]], () =>
    asReader(site, {}, async (someone) => {
      await someone.openMoney();
      await someone.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mål', exact: true }).click();
      await someone.see(failed.sv);
      await someone.button('Försök igen').waitFor();
    }),
  ));

test('without scripts every kind of page reads, and says what needs them', () =>
  forEachPage(site, [...oneOfEachKind('sv'), ...oneOfEachKind('en')], { javaScript: false }, async (someone, page) => {
    await someone.openStatic(page);
    assert.ok((await someone.page.locator('main').innerText()).length > 80);
    await someone.see(isEnglish(page) ? /need JavaScript and WebAssembly/ : /behöver JavaScript och WebAssembly/);
    // What only the running application can do is not offered.
    assert.equal(await someone.page.getByRole('button').filter({ visible: true }).count(), 0);
    someone.seesNothingUntoward();
  }));

test('without WebAssembly, as on locked-down machines, the static page stays and says what is missing', async () => {
  const locked = await chromium.launch(launchOptions(['--js-flags=--jitless']));
  try {
    for (const [page, words] of [['2025/karta/', /Urval och anteckningar behöver JavaScript och WebAssembly/], ['en/2025/budget/income-statement/', /need JavaScript and WebAssembly/]]) {
      const someone = await reader(site, { from: await locked.newContext() });
      await someone.openStatic(page);
      await someone.see(words);
      assert.equal(await someone.isLive(), false);
      assert.ok((await someone.page.locator('main').innerText()).length > 500);
      assert.equal(await someone.page.getByRole('button').filter({ visible: true }).count(), 0);
      someone.seesNothingUntoward();
    }
  } finally {
    await locked.close();
  }
});

test('when the program itself cannot be fetched the static page stays and says what is missing', () =>
  forEach(['script', 'wasm'], (part) =>
    withAltered([[buildOf()[part], () => 404]], () =>
      asReader(site, {}, async (someone) => {
        await someone.openStatic('2025/mal/klimatneutral/');
        await someone.see(/behöver JavaScript och WebAssembly/);
        assert.equal(await someone.isLive(), false);
      }),
    ), 1));

test('the policy stops inline scripts, handlers, foreign requests and style attributes', () =>
  asReader(site, {}, async (someone) => {
    await someone.openStart();
    const outcome = await someone.page.evaluate(async () => {
      const violations = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const put = (html) => document.body.insertAdjacentHTML('beforeend', html);
      globalThis.ran = 0;
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran += 1';
      document.body.append(script);
      put('<img src="data:," onerror="globalThis.ran += 1">');
      put('<svg onload="globalThis.ran += 1"></svg>');
      put('<a id="bad" href="javascript:globalThis.ran += 1">x</a>');
      document.getElementById('bad').click();
      put('<p id="styled" style="color: rgb(1, 2, 3)">x</p><style>#styled { font-size: 77px }</style>');
      put('<iframe srcdoc="<script>parent.ran += 1</script>"></iframe>');
      put('<form action="https://example.org/"><button id="send">x</button></form>');
      const foreign = await fetch('https://example.org/').then(() => 'went out', () => 'stopped');
      const remote = document.createElement('script');
      remote.src = 'https://example.org/x.js';
      document.body.append(remote);
      document.getElementById('send').click();
      await new Promise((done) => setTimeout(done, 300));
      const style = getComputedStyle(document.getElementById('styled'));
      return { ran: globalThis.ran, foreign, colour: style.color, size: style.fontSize, violations: [...new Set(violations)].sort() };
    });
    assert.equal(outcome.ran, 0);
    assert.equal(outcome.foreign, 'stopped');
    assert.notEqual(outcome.colour, 'rgb(1, 2, 3)');
    assert.notEqual(outcome.size, '77px');
    for (const directive of ['connect-src', 'script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem']) assert.ok(outcome.violations.includes(directive), `${directive} in ${outcome.violations}`);
    assert.deepEqual(someone.foreign, []);
  }));

test('every page carries the policy as the first node of its head, and no inline script', () => {
  for (const page of SOAK ? sample('sv') : oneOfEachKind('sv').concat('../404.html', '../shell.html')) {
    const file = page.startsWith('../') ? page.slice(3) : `${page}index.html`;
    const html = readFileSync(path.join(DIST, file), 'utf8');
    assert.match(html, /<head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/, file);
    if (file !== '404.html') assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|\son[a-z]+="|\sstyle="|javascript:/i, file);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//, `${file} names another host`);
  }
});

test('with site data blocked everything but keeping notes works, and the reader is told', async () => {
  const profile = freshFolder();
  mkdirSync(path.join(profile.folder, 'Default'), { recursive: true });
  writeFileSync(path.join(profile.folder, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  const context = await chromium.launchPersistentContext(profile.folder, launchOptions());
  try {
    const someone = await reader(site, { from: context, offline: true });
    await someone.openGoals();
    const blocked = await someone.page.evaluate(() => {
      try {
        return localStorage.length < 0;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(blocked, 'SecurityError', 'this browser blocks site data');
    await someone.button(/^Anteckna/).click();
    await someone.see(/finns kvar tills du stänger fliken/);
    await someone.page.getByRole('dialog').getByRole('textbox').first().fill('Utan lagring');
    await someone.push('Spara');
    await someone.see(/Finns kvar tills du stänger fliken/);
    await someone.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mina anteckningar', exact: true }).click();
    await someone.see('Utan lagring');
    someone.seesNothingUntoward();
  } finally {
    await context.close();
    profile.remove();
  }
});

/** A page on the same host that shows the site in a frame which may run scripts and nothing else. */
const framed = (site) => `<!doctype html><html lang="sv"><title>Ram</title><iframe title="site" sandbox="allow-scripts" width="1000" height="700" src="${site.address}2025/mal/klimatneutral/"></iframe>`;

test('in a sandboxed frame on a host that allows its scripts the site works without storage', async () => {
  const open = await openSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  try {
    open.alter('ram.html', () => framed(open));
    await asReader(open, { offline: true }, async (someone) => {
      await someone.openStatic('ram.html');
      const frame = someone.page.frames().at(-1);
      await frame.waitForSelector('html.live', { state: 'attached' });
      await frame.getByRole('button', { name: /^Anteckna/ }).filter({ visible: true }).first().click();
      await frame.getByText(/finns kvar tills du stänger fliken/).first().waitFor();
      // The page around the frame has no icon, and Chromium lets no such frame take the focus by itself.
      assert.deepEqual(someone.noise.filter((line) => !/favicon\.ico|Blocked autofocusing/.test(line)), []);
    });
  } finally {
    await open.close();
  }
});

test('in a sandboxed frame on a plain host the static page stays readable', () =>
  withAltered([['ram.html', () => framed(site)]], () =>
    asReader(site, {}, async (someone) => {
      await someone.openStatic('ram.html');
      const frame = someone.page.frames().at(-1);
      await eventually(async () => assert.ok((await frame.locator('main').innerText()).length > 500));
      assert.equal(await frame.evaluate(() => document.documentElement.classList.contains('live')), false);
    }),
  ));
