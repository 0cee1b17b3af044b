// How long drawing takes: our charts beside D3, Chart.js and ECharts in the same browser run, as ratios; and how long a
// change of unit, phase or order takes at a quarter of this machine's speed. Medians of 30; nothing here fails.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAPTOP, asReader, closeBrowser, openSite } from './driver.mjs';
import { withManyRows } from './many.mjs';
import { stopwatch } from './stopwatch.mjs';

const RUNS = 30;
const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules');
const PEERS = ['d3/dist/d3.min.js', 'chart.js/dist/chart.umd.js', 'echarts/dist/echarts.min.js'];
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(1)} ms`;

/** Draws a table in every way by turns, in the page; milliseconds of each until its layout is known. */
const draw = ({ table, runs }) =>
  (async () => {
    const ours = await window.malkartaPages();
    const place = document.createElement('div');
    place.style.width = '1000px';
    document.body.append(place);
    const first = await ours.picture(`2025/budget/${table}/`, '', 'bars');
    const parsed = new DOMParser().parseFromString(first.svg, 'image/svg+xml');
    const rows = [...parsed.querySelectorAll('.mark')].map((mark) => {
      const label = mark.querySelector('title').textContent;
      const value = Number(label.match(/: ([\d\s\u00a0]+)/)[1].replace(/\D/g, ''));
      return { label: label.split(', ')[0], value };
    });
    const high = rows.length * 26 + 60;
    const ways = {
      ours: async () => {
        const { svg } = await ours.picture(`2025/budget/${table}/`, '', 'bars');
        place.innerHTML = svg;
      },
      D3: () => {
        const x = d3.scaleLinear([0, d3.max(rows, (d) => d.value)], [300, 940]);
        const y = d3.scaleBand(rows.map((d) => d.label), [40, high - 20]).padding(0.3);
        const svg = d3.create('svg').attr('viewBox', [0, 0, 1000, high]).attr('role', 'group');
        svg.append('g').attr('transform', 'translate(0,40)').call(d3.axisTop(x).ticks(7).tickSize(-high + 60));
        const row = svg.selectAll('.row').data(rows).join('g').attr('role', 'img').attr('aria-label', (d) => `${d.label}: ${d.value}`);
        row.append('rect').attr('x', 300).attr('y', (d) => y(d.label)).attr('width', (d) => x(d.value) - 300).attr('height', y.bandwidth());
        row.append('text').attr('x', 0).attr('y', (d) => y(d.label) + y.bandwidth() / 2).text((d) => d.label);
        row.append('text').attr('x', (d) => x(d.value) + 6).attr('y', (d) => y(d.label) + y.bandwidth() / 2).text((d) => d.value);
        place.replaceChildren(svg.node());
      },
      'Chart.js': () => {
        place.innerHTML = '<canvas></canvas>';
        const canvas = place.firstChild;
        canvas.width = 1000;
        canvas.height = high;
        const chart = new Chart(canvas, {
          type: 'bar',
          data: { labels: rows.map((d) => d.label), datasets: [{ data: rows.map((d) => d.value) }] },
          options: { indexAxis: 'y', animation: false, responsive: false, plugins: { legend: { display: false } } },
        });
        return () => chart.destroy();
      },
      ECharts: () => {
        place.replaceChildren();
        const chart = echarts.init(place, null, { renderer: 'svg', width: 1000, height: high });
        chart.setOption({
          animation: false,
          xAxis: { type: 'value' },
          yAxis: { type: 'category', data: rows.map((d) => d.label), inverse: true },
          series: [{ type: 'bar', data: rows.map((d) => d.value), label: { show: true, position: 'right' } }],
        });
        return () => chart.dispose();
      },
    };
    const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
    for (let run = -3; run < runs; run += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const start = performance.now();
        const end = await way();
        place.getBoundingClientRect();
        if (run >= 0) times[name].push(performance.now() - start);
        end?.();
        await new Promise((done) => setTimeout(done));
      }
    }
    place.remove();
    return { rows: rows.length, times };
  })();

/** Follows two links of a choice by turns; milliseconds until the part of the new chart in the window stands, and until all of it does. */
const change = ({ group, names, runs }) =>
  (async () => {
    const times = { window: [], all: [] };
    const marks = () => document.querySelectorAll('[data-block=chart] .mark').length;
    const whole = marks();
    for (let run = -2; run < runs; run += 1) {
      const links = [...document.querySelectorAll('.choice')].find((each) => each.textContent.startsWith(group)).querySelectorAll('a');
      const link = [...links].find((each) => each.textContent.trim() === names[Math.abs(run) % 2]);
      const chart = document.querySelector('[data-block=chart]');
      let isDrawn = false;
      new MutationObserver((_, all) => (all.disconnect(), (isDrawn = true))).observe(chart, { childList: true, subtree: true });
      const start = performance.now();
      const time = await untilPainted(
        () => link.click(),
        () => isDrawn,
      );
      while (marks() < whole) await untilPainted(() => {});
      if (run >= 0) {
        times.window.push(time);
        times.all.push(performance.now() - start);
      }
      await rest();
    }
    return times;
  })();

const site = await openSite();
for (const [file, altered] of withManyRows([500, 1000])) site.alter(file, altered);
try {
  await asReader(site, { viewport: LAPTOP, bypassCSP: true }, async (reader) => {
    await reader.open('2025/budget/budget-areas/?enhet=tkr');
    for (const file of PEERS) await reader.page.addScriptTag({ path: path.join(modules, file) });
    for (const table of ['budget-areas', 'rows-1000']) {
      const { rows, times } = await reader.page.evaluate(draw, { table, runs: RUNS });
      const own = median(times.ours);
      const others = Object.entries(times).filter(([name]) => name !== 'ours');
      console.log(`${rows} bars: ours ${ms(own)}; ${others.map(([name, all]) => `${name} ${ms(median(all))} (ours is ${(own / median(all)).toFixed(2)} of it)`).join('; ')}`);
    }
  });
  await asReader(site, { viewport: LAPTOP }, async (reader) => {
    for (const [what, page, group, names] of [
      ['unit, income statement', '2025/budget/income-statement/?enhet=mkr', 'Enhet', ['tkr', 'mkr']],
      ['phase, income statement', '2025/budget/income-statement/?kolumn=change', 'Visa', ['Prognos 2024', 'Budget 2025']],
      ['order, 19 budget areas', '2025/budget/budget-areas/?ordning=tryckt', 'Ordning', ['Störst först', 'Som i källan']],
      ['unit, 19 budget areas', '2025/budget/budget-areas/?enhet=mkr', 'Enhet', ['tkr', 'mkr']],
      ['order, 500 rows', '2025/budget/rows-500/?ordning=tryckt', 'Ordning', ['Störst först', 'Som i källan']],
    ]) {
      if (page.includes('rows-500')) {
        // A page that only the altered data has: come to it inside the application.
        await reader.open('2025/budget/budget-areas/?enhet=mkr');
        await reader.page.evaluate(() => {
          const link = document.querySelector('main a[href]');
          link.setAttribute('href', '../rows-500/?ordning=tryckt');
          link.click();
        });
        await reader.page.waitForFunction(() => document.querySelectorAll('table.amounts tbody tr').length > 400);
      } else await reader.open(page);
      const session = await reader.context.newCDPSession(reader.page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await reader.page.evaluate(stopwatch);
      const times = await reader.page.evaluate(change, { group, names, runs: RUNS });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      console.log(`change of ${what}, at 4x throttling: ${ms(median(times.window))} until what the window shows stands, ${ms(median(times.all))} until all of the chart does`);
    }
  });
} finally {
  await closeBrowser();
  await site.close();
}
