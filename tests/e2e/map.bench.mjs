// How long the goal map takes from an act to the next picture, beside the same map drawn with D3 in the same browser:
// pointing at a node, choosing it, filtering. Medians at a quarter of the processor's speed, on the bundled data and on
// a generated city of 300 goals and 2 000 connections. It measures and never fails: `./dev bench`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST, LAPTOP, buildOf, closeBrowser, dataPath, openSite, reader } from './driver.mjs';
import { stopwatch } from './stopwatch.mjs';

const ROUNDS = 30;
const SLOWER = 4;
const SEED = 20250101;
const require = createRequire(import.meta.url);
// The packages say that they are modules; their bundled form stands beside.
const d3 = ['d3-selection', 'd3-path', 'd3-shape'].map((name) => path.join(path.dirname(require.resolve(name)), `../dist/${name}.min.js`));

/** Numbers that are the same on every run. */
const random = (seed) => () => (seed = (seed * 1664525 + 1013904223) % 4294967296) / 4294967296;

/** A city like the bundled one, larger: 30 areas of 10 goals with 2 000 connections to global goals. */
function generated(bundled) {
  const next = random(SEED);
  const city = structuredClone(bundled);
  city.areas = Array.from({ length: 30 }, (_, i) => ({ ...bundled.areas[i % 6], id: `omrade-${i}` }));
  city.assignments = [];
  const mark = bundled.goals[0].sdgs[0];
  let connections = 0;
  city.goals = Array.from({ length: 300 }, (_, i) => {
    const wanted = Math.round((2000 / 300) * (i + 1)) - connections;
    const numbers = new Set();
    while (numbers.size < Math.min(wanted, 17)) numbers.add(1 + Math.floor(next() * 17));
    connections += numbers.size;
    const sdgs = [...numbers].sort((a, b) => a - b).map((number) => ({ ...mark, number, printed_name: city.sdgs[number - 1].name.sv }));
    // Ids stand once in a dataset.
    const own = (entry) => entry && { ...entry, id: `${entry.id}-${i}` };
    const pattern = bundled.goals[i % 12];
    const parts = { activities: pattern.activities.map(own), follow_up: (pattern.follow_up ?? []).map(own), outcome: own(pattern.outcome) };
    return { ...pattern, ...parts, id: `mal-${i}`, area: `omrade-${Math.floor(i / 10)}`, sdgs };
  });
  return { city, connections };
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** In the page of Målkarta. */
async function measureOurs(rounds) {
  const svg = () => document.querySelector('[data-chart=goal-map] .wide-only svg');
  const nodes = () => [...svg().querySelectorAll('[data-mark^="goal"]')];
  const hover = [];
  const select = [];
  const described = [];
  const filter = [];
  for (let round = 0; round < rounds; round += 1) {
    const node = nodes()[(round * 7) % nodes().length];
    hover.push(await untilPainted(() => node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))));
    node.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse' }));
    await rest();
  }
  // A group of goals is not chosen but opened: there an area is chosen.
  const choosable = () => [...svg().querySelectorAll('[data-mark^="goal/"], [data-mark^="area/"]')];
  for (let round = 0; round < rounds; round += 1) {
    const all = choosable();
    const node = all[(round * 5 + 1) % all.length];
    const mark = node.getAttribute('data-mark');
    if (node.classList.contains('is-chosen')) continue;
    // Where a reader is who chooses with keys.
    node.focus();
    await rest();
    const title = () => document.querySelector('.chosen-title')?.textContent;
    const before = title();
    // Both are asked for with one press.
    const told = untilPainted(
      () => {},
      () => title() !== undefined && title() !== before,
    );
    select.push(
      await untilPainted(
        () => node.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })),
        () => svg().querySelector(`[data-mark="${mark}"]`)?.classList.contains('is-chosen'),
      ),
    );
    described.push(await told);
    await rest();
  }
  for (let round = 0; round < rounds; round += 1) {
    const list = document.querySelector('#f-sdg');
    const options = [...list.options].slice(1);
    const option = options[(round * 3) % options.length];
    if (option.selected) continue;
    const said = () => `${document.querySelector('#left')?.textContent} ${document.querySelector('.chosen-filters')?.textContent}`;
    const before = said();
    // By hand: a choice made with keys waits until the keys rest.
    list.focus();
    list.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await rest();
    filter.push(
      await untilPainted(
        () => {
          list.value = option.value;
          list.dispatchEvent(new Event('change', { bubbles: true }));
        },
        () => said() !== before,
      ),
    );
    await rest();
  }
  return { hover, select, described, filter };
}

/** In an empty page with D3: the same columns, cards and curves; the same three acts. */
async function measureD3(rounds, data) {
  const ends = data.goals.flatMap((goal) => goal.sdgs.map((mark) => ({ from: `goal/${goal.id}`, to: `sdg/${mark.number}` })));
  const curve = d3.linkHorizontal();
  const lines = (words, most) => words.split(' ').reduce((all, word) => (`${all.at(-1)} ${word}`.length > most ? [...all, word] : [...all.slice(0, -1), `${all.at(-1)} ${word}`.trim()]), ['']);
  const panel = d3.select('body').append('div');
  const svg = d3.select('body').append('svg').attr('class', 'scene').attr('width', 960);
  const state = { lit: null, chosen: null, nodes: [], links: [] };
  const layout = (keep) => {
    const nodes = [];
    let y = 34;
    for (const area of data.areas) {
      const inside = data.goals.filter((goal) => goal.area === area.id && keep(goal));
      const top = y;
      for (const goal of inside) {
        const text = lines(`Mål: ${goal.title.sv}`, 50);
        nodes.push({ id: `goal/${goal.id}`, x: 224, y, width: 364, height: text.length * 17 + 30, text: [...text, 'Indikatorn bedöms · 3 händelser'] });
        y += text.length * 17 + 38;
      }
      if (inside.length) nodes.push({ id: `area/${area.id}`, x: 0, y: (top + y) / 2 - 24, width: 178, height: 48, text: lines(area.title.sv, 24) });
      y += 16;
    }
    data.sdgs.forEach((sdg, i) => nodes.push({ id: `sdg/${sdg.number}`, x: 746, y: 34 + (i * (y - 34)) / 17, width: 214, height: 34, text: lines(`${sdg.number} ${sdg.name.sv}`, 26) }));
    const by = new Map(nodes.map((node) => [node.id, node]));
    const links = [...data.goals.map((goal) => ({ from: `area/${goal.area}`, to: `goal/${goal.id}` })), ...ends].filter((link) => by.has(link.from) && by.has(link.to));
    const port = (node, right) => [node.x + (right ? node.width : 0), node.y + node.height / 2];
    for (const link of links) link.d = curve({ source: port(by.get(link.from), true), target: port(by.get(link.to), false) });
    svg.attr('height', y);
    return { nodes, links };
  };
  const draw = (keep) => {
    const { nodes, links } = layout(keep);
    const paths = svg.selectAll('g.link').data(links, (link) => `${link.from} ${link.to}`).join((enter) => enter.append('g').attr('class', 'mark link').call((g) => g.append('path').attr('fill', 'none').attr('class', 's-area-1')));
    paths.select('path').attr('d', (link) => link.d);
    const cards = svg.selectAll('a.node').data(nodes, (node) => node.id).join((enter) => {
      const card = enter.append('a').attr('class', 'mark node').attr('href', '#').attr('aria-label', (node) => node.text.join(' '));
      const group = card.append('g');
      group.append('rect').attr('class', 'f-card');
      group.append('rect').attr('class', 'f-area-1').attr('width', 4);
      return card;
    });
    cards.select('g').each(function (node) {
      const group = d3.select(this);
      group.selectAll('rect').attr('x', node.x).attr('y', node.y).attr('height', node.height);
      group.select('rect').attr('width', node.width);
      group.selectAll('text').data(node.text).join('text').attr('class', 't-ink').attr('font-size', 13).attr('x', node.x + 14).attr('y', (_, i) => node.y + 18 + i * 17).text((line) => line);
    });
    cards.on('pointerover', (_, node) => light(node.id)).on('pointerout', () => light(state.chosen)).on('click', (event, node) => {
      event.preventDefault();
      state.chosen = node.id;
      light(node.id);
      const joined = state.links.filter((link) => link.from === node.id || link.to === node.id);
      panel.html('').append('p').text(`Valt: ${node.text.join(' ')}`);
      panel.append('ul').selectAll('li').data(joined).join('li').text((link) => `${link.from} ${link.to} enligt källan`);
    });
    Object.assign(state, { nodes: cards, linked: paths, links });
  };
  const light = (id) => {
    const lit = new Set(id ? [id] : []);
    for (const link of state.links) {
      if (link.from === id) lit.add(link.to);
      if (link.to === id) lit.add(link.from);
    }
    for (const link of id ? state.links : []) {
      if (lit.has(link.from) && id.startsWith('area/')) lit.add(link.to);
      if (lit.has(link.to) && id.startsWith('sdg/')) lit.add(link.from);
    }
    svg.classed('has-lit', Boolean(id));
    state.nodes.classed('is-lit', (node) => lit.has(node.id)).classed('is-chosen', (node) => node.id === state.chosen);
    state.linked.classed('is-lit', (link) => lit.has(link.from) && lit.has(link.to));
  };
  draw(() => true);
  await rest();
  const goals = () => [...document.querySelectorAll('a.node')].filter((card) => d3.select(card).datum().id.startsWith('goal/'));
  const hover = [];
  const select = [];
  const filter = [];
  for (let round = 0; round < rounds; round += 1) {
    const node = goals()[(round * 7) % goals().length];
    hover.push(await untilPainted(() => node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))));
    node.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }));
    await rest();
  }
  for (let round = 0; round < rounds; round += 1) {
    const node = goals()[(round * 5 + 1) % goals().length];
    select.push(await untilPainted(() => node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))));
    await rest();
  }
  for (let round = 0; round < rounds; round += 1) {
    const number = 1 + ((round * 3) % 16);
    filter.push(await untilPainted(() => draw((goal) => goal.sdgs.some((mark) => mark.number === number))));
    await rest();
  }
  return { hover, select, filter };
}

const slowly = async (someone) => {
  const session = await someone.context.newCDPSession(someone.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
};

const site = await openSite();
const bundled = JSON.parse(readFileSync(path.join(DIST, dataPath('goals')), 'utf8'));
const { city, connections } = generated(bundled);
const start = readFileSync(path.join(DIST, 'index.html'), 'utf8');
const style = readFileSync(path.join(DIST, /href="\.\/(style\/[^"]*\.css)"/.exec(start)[1]), 'utf8');
console.log(`The goal map, medians of ${ROUNDS} in milliseconds at 1/${SLOWER} of the processor's speed, from the act to the next picture`);
try {
  for (const [name, data] of [['bundled data', bundled], [`generated city (${city.goals.length} goals, ${connections} connections)`, city]]) {
    if (data !== bundled) {
      const bytes = Buffer.from(JSON.stringify(data));
      const manifest = JSON.parse(readFileSync(path.join(DIST, buildOf().manifest), 'utf8'));
      const entry = manifest.datasets.at(-1).files.find((file) => file.name === 'goals');
      Object.assign(entry, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      site.alter(dataPath('goals'), () => bytes);
      site.alter(buildOf().manifest, () => JSON.stringify(manifest));
    }
    const one = await reader(site, { viewport: LAPTOP });
    await one.openGoals('?visa=karta');
    await one.page.locator('#filter > summary').click();
    await one.page.evaluate(stopwatch);
    await slowly(one);
    const ours = await one.page.evaluate(measureOurs, ROUNDS);
    const drawn = await one.page.locator('[data-chart=goal-map] .wide-only svg [data-mark]').count();
    await one.context.close();

    const other = await reader(site, { viewport: LAPTOP });
    await other.page.setContent('<!doctype html><body></body>');
    await other.page.addStyleTag({ content: style });
    for (const file of d3) await other.page.addScriptTag({ path: file });
    await other.page.evaluate(stopwatch);
    await slowly(other);
    const theirs = await other.page.evaluate(`(${measureD3})(${ROUNDS}, ${JSON.stringify({ areas: data.areas, goals: data.goals.map(({ id, area, title, sdgs }) => ({ id, area, title, sdgs: sdgs.map(({ number }) => ({ number })) })), sdgs: data.sdgs })})`);
    await other.context.close();

    console.log(`\n${name}${data === bundled ? '' : ` – the map groups itself (${drawn} nodes), D3 draws every goal`}`);
    console.log('           Målkarta      D3   ratio');
    // `described`: until the list of connections with their sources stands too; D3's choice writes its list at once.
    for (const act of ['hover', 'select', 'described', 'filter']) {
      const [a, b] = [median(ours[act]), median(theirs[act === 'described' ? 'select' : act])];
      console.log(`${act.padEnd(9)} ${a.toFixed(1).padStart(9)} ${b.toFixed(1).padStart(7)} ${(a / b).toFixed(2).padStart(7)}`);
    }
  }
} finally {
  await closeBrowser();
  await site.close();
}
