// Reading without a network, and new builds: offered, never forced, refused when they are not whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { BASE, DIST, asReader, buildOf, closeBrowser, dataPath, eventually, freshFolder, launchOptions, openSite, pages, reader } from './driver.mjs';

let next;
before(() => (next = nextBuild()));
after(async () => {
  next.remove();
  await closeBrowser();
});

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A finished site that differs from `from` in its style sheet, as the next release would: new names, new digests. */
function nextBuild(from = DIST, mark = 'next') {
  const made = freshFolder('dist');
  const root = path.join(made.folder, 'dist');
  cpSync(from, root, { recursive: true });
  const at = (name) => path.join(root, name);
  const style = readFileSync(at('index.html'), 'utf8').match(/href="(?:\.\/)?(style\/site\.[0-9a-f]+\.css)"/)[1];
  const css = `${readFileSync(at(style), 'utf8')}\n/* ${mark} */\n`;
  const renamed = `style/site.${sha256(css).slice(0, 8)}.css`;
  writeFileSync(at(style), css);
  renameSync(at(style), at(renamed));
  const { build } = buildOf(root);
  const next = sha256(mark).slice(0, 12);
  const rewrite = (name) => {
    const text = readFileSync(at(name), 'utf8').replaceAll(style, renamed).replaceAll(build, next);
    writeFileSync(at(name), text);
    return text;
  };
  for (const page of pages(root)) rewrite(`${page.path}index.html`);
  const shell = rewrite('shell.html');
  rewrite('version.json');
  let worker = rewrite('sw.js');
  const files = JSON.parse(worker.match(/const FILES = (\{.*?\});/)[1]);
  files[renamed] = sha256(css);
  files['shell.html'] = sha256(shell);
  worker = worker.replace(/const FILES = \{.*?\};/, () => `const FILES = ${JSON.stringify(files)};`).replace(/const DIGEST = ".*?"/, `const DIGEST = "${sha256(JSON.stringify(files)).slice(0, 12)}"`);
  writeFileSync(at('sw.js'), worker);
  return { root, build: next, style: renamed, remove: made.remove };
}

/** A host whose folder can be exchanged while it is running, as by a deploy. */
async function host(root = DIST) {
  const now = { root };
  const site = await openSite();
  site.alter(/^/, (_, name) => {
    if (now.root === DIST) return undefined;
    try {
      return readFileSync(path.join(now.root, name === '' || name.endsWith('/') ? `${name}index.html` : name));
    } catch {
      return 404;
    }
  });
  return { ...site, deploy: (root) => (now.root = root) };
}

const buildShown = (someone) => someone.page.evaluate(() => document.querySelector('script[data-build]').dataset.build);
const lookForNewBuild = (someone) => someone.page.evaluate(() => navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true, () => false));
const caches = (someone) => someone.page.evaluate(() => globalThis.caches.keys());

const running = [];
/** A browser process of its own, on a profile on disk. */
async function started(profile) {
  const context = await chromium.launchPersistentContext(profile.folder, launchOptions());
  running.push(context);
  return context;
}

test('after one visit a new browser without a network opens the start page and deep links in both languages, from a sub-path', async () => {
  const profile = freshFolder();
  const site = await openSite();
  try {
    const first = await started(profile);
    const visitor = await (await reader(site, { from: first, offline: true })).open('');
    await visitor.readyOffline();
    visitor.seesNothingUntoward();
    await first.close();
    const asked = site.requests.length;
    await site.close();

    const second = await started(profile);
    const later = await reader(site, { from: second, offline: true });
    for (const [page, heading, language] of [
      ['2025/mal/klimatneutral/', /Mål: /, 'sv'],
      ['', /./, 'sv'],
      ['en/2025/karta/?vald=sdg/13', /goal map/, 'en'],
      ['2025/budget/income-statement/?enhet=mkr', /Resultaträkning/, 'sv'],
      ['en/2025/sdg/17/', /17/, 'en'],
      ['om', /./, 'sv'],
    ]) {
      await later.open(page);
      await later.seeHeading(heading);
      assert.equal(await later.page.evaluate(() => document.documentElement.lang), language);
      assert.ok((await later.page.title()).length > 10);
    }
    // Inside the application too, to a page that needs files which the first visit never asked for.
    await later.open('');
    await later.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Mål', exact: true }).click();
    await later.seeHeading('Målkarta');
    await later.open('finns/inte/');
    await later.seeHeading('Sidan finns inte');
    assert.deepEqual(later.foreign, []);
    assert.deepEqual(later.noise.filter((line) => !/net::ERR_|Failed to load resource/.test(line)), []);
    assert.equal(site.requests.length, asked, 'the host was not asked');
    await second.close();
  } finally {
    for (const context of running.splice(0)) await context.close().catch(() => {});
    await site.close().catch(() => {});
    profile.remove();
  }
});

test('the worker asks for nothing before the application has taken over, and for every file at most once more', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openStart();
      const names = () => site.requests.map((request) => new URL(request.url, 'http://x').pathname.slice(BASE.length));
      await someone.readyOffline();
      const asked = names();
      const worker = asked.indexOf('sw.js');
      assert.ok(worker > asked.indexOf(buildOf().wasm), 'the worker comes after the application');
      assert.ok(asked.indexOf('shell.html') > worker);
      for (const name of new Set(asked)) assert.ok(asked.filter((other) => other === name).length <= 2, `${name} was asked for more than twice`);
    });
  }));

test('a new build is offered and nothing is loaded anew until the reader says yes; what was typed stays until then', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openGoals('?vald=sdg/13');
      await someone.readyOffline();
      const old = await buildShown(someone);
      await someone.page.evaluate(() => (globalThis.stillHere = true));
      const typed = await startTyping(someone);
      site.deploy(next.root);
      await lookForNewBuild(someone);
      await someone.see(/En ny version av webbplatsen är hämtad/);
      assert.ok(await someone.page.evaluate(() => globalThis.stillHere), 'the page was not loaded anew');
      assert.equal(await buildShown(someone), old);
      await typed.isStillThere();
      await typed.putAway();
      await someone.push('Senare');
      await someone.seeNo(/En ny version av webbplatsen/);
      await someone.page.waitForTimeout(300);
      assert.ok(await someone.page.evaluate(() => globalThis.stillHere), '“later” changes nothing');
      await typed.takeUp();
      await typed.isStillThere();
      await typed.putAway();
      // The page goes on working with the files of its own build, also with those it has not read yet.
      await someone.page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Budget', exact: true }).click();
      await someone.seeAddress(/budget/);
      assert.equal(await buildShown(someone), old);
      assert.deepEqual(someone.foreign, []);
    });
  }));

test('the reader says yes: the new build is shown, and the old one leaves the browser', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openMoney('?enhet=mkr');
      await someone.readyOffline();
      site.deploy(next.root);
      await lookForNewBuild(someone);
      await someone.push('Byt till den nya versionen');
      await eventually(async () => assert.equal(await buildShown(someone), next.build));
      await someone.seeLive();
      await someone.seeAddress('2025/budget/income-statement/?enhet=mkr');
      await eventually(async () => {
        const kept = await caches(someone);
        assert.equal(kept.length, 1, kept.join(' '));
        assert.ok(kept[0].includes(next.build));
      });
      assert.equal(await someone.page.locator('.message').count(), 0);
    });
  }));

test('a tab of the old build keeps its files while another tab is already on the new one', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openStart();
      await someone.readyOffline();
      const old = await buildShown(someone);
      site.deploy(next.root);
      await asReader(site, { from: someone.context, offline: true }, async (other) => {
        await other.openStart();
        assert.equal(await buildShown(other), next.build, 'with a network a page comes from the host');
        await eventually(async () => assert.ok((await caches(other)).some((name) => name.includes(next.build))));
        await other.page.waitForTimeout(500);
        assert.equal(await buildShown(someone), old, 'the first tab was not touched');
        assert.ok((await caches(someone)).some((name) => name.includes(old)), 'its files are kept');
        await someone.follow('Om webbplatsen');
        await someone.seeAddress('om/');
        await eventually(async () => assert.equal((await someone.focus()).id, 'rubrik'));
        assert.equal(await someone.page.locator('.message').filter({ hasText: 'kunde inte' }).count(), 0);
      });
    });
  }));

for (const [what, spoil] of [
  ['missing', () => 404],
  ['different from its digest', (bytes) => Buffer.concat([bytes, Buffer.from('\n')])],
  ['answered with a page', () => '<!doctype html><title>Host</title>'],
]) {
  test(`a deploy of which one file is ${what} is refused, and the old build goes on working without a network`, () =>
    withHost(async (site) => {
      await asReader(site, { offline: true }, async (someone) => {
        await someone.openStart();
        await someone.readyOffline();
        const old = await buildShown(someone);
        site.deploy(next.root);
        site.alter(next.style, () => spoil(readFileSync(path.join(next.root, next.style))));
        await lookForNewBuild(someone);
        await someone.page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          while (registration.installing) await new Promise((next) => setTimeout(next, 50));
        });
        assert.equal(await someone.page.evaluate(() => navigator.serviceWorker.getRegistration().then((r) => r.waiting === null)), true, 'the half build does not wait');
        assert.equal(await someone.page.locator('.message').count(), 0, 'it is not offered');
        const kept = await caches(someone);
        assert.equal(kept.length, 1);
        assert.ok(kept[0].includes(old));
        await someone.context.setOffline(true);
        await someone.open('2025/mal/klimatneutral/');
        assert.equal(await buildShown(someone), old);
      });
    }));
}

test('a file is never answered with a page, not even by a host that answers everything with one', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openStart();
      await someone.readyOffline();
      site.alter(/never/, () => '<!doctype html><title>Host</title>');
      for (const name of ['data/never.json', 'never.js', 'never.wasm', 'style/never.css']) {
        const outcome = await someone.page.evaluate((name) => fetch(name).then((answer) => answer.headers.get('content-type'), () => 'refused'), name);
        assert.doesNotMatch(String(outcome), /html/, name);
      }
    });
  }));

test('a host that is slow to answer a known page is not waited for longer than the worker has patience', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openStart();
      await someone.readyOffline();
      let release;
      site.alter('om/', () => new Promise((resolve) => (release = () => resolve(undefined))));
      await someone.open('om/');
      await someone.seeTitle(/Målkarta$/);
      release?.();
    });
  }));

test('other sites of the same host keep what they have stored', () =>
  withHost(async (site) => {
    await asReader(site, { offline: true }, async (someone) => {
      await someone.openStatic('');
      await someone.page.evaluate(() => globalThis.caches.open('another-site'));
      await someone.seeLive();
      await someone.readyOffline();
      assert.ok((await caches(someone)).includes('another-site'));
    });
  }));

async function withHost(journey) {
  const site = await host();
  try {
    await journey(site);
  } finally {
    await site.close();
  }
}

/** Starts a note and leaves it unsaved. */
async function startTyping(someone) {
  const text = someone.page.getByRole('dialog').getByRole('textbox').first();
  const takeUp = () => someone.button(/^Anteckna/).click();
  await takeUp();
  await text.fill('Halvfärdig tanke');
  return { takeUp, isStillThere: async () => assert.equal(await text.inputValue(), 'Halvfärdig tanke'), putAway: () => someone.press('Escape') };
}
