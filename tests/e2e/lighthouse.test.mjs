// Lighthouse, mobile preset: accessibility, best practices and search engines at 100. Performance is told, never asserted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { launchOptions, openSite } from './driver.mjs';

const DEBUG_PORT = 9330 + (process.pid % 300);

let site;
let browser;
before(async () => {
  site = await openSite({ base: '/' });
  browser = await chromium.launch(launchOptions([`--remote-debugging-port=${DEBUG_PORT}`]));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const [what, page] of [['start page', ''], ['map', '2025/karta/'], ['chart', '2025/budget/income-statement/']]) {
  test(`the ${what} has 100 for accessibility, best practices and search engines`, async (t) => {
    const { lhr } = await lighthouse(`${site.address}${page}`, { port: DEBUG_PORT, logLevel: 'silent', output: 'json' });
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    const lost = (category) =>
      lhr.categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${id}: ${lhr.audits[id].title} ${JSON.stringify(lhr.audits[id].details?.items?.slice(0, 3) ?? '').slice(0, 600)}`);
    t.diagnostic(`${what}: performance ${score('performance')}, largest paint ${lhr.audits['largest-contentful-paint'].displayValue}, layout shift ${lhr.audits['cumulative-layout-shift'].displayValue}`);
    for (const category of ['accessibility', 'best-practices', 'seo']) assert.equal(score(category), 100, `${category}: ${lost(category).join('\n')}`);
  });
}
