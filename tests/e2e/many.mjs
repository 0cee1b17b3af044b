// Tables with more rows than any that is published, for a journey and a benchmark.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, buildOf, dataPath } from './driver.mjs';

/** Files of the site and what to put in their place: the published tables, and one with each number of rows. */
export function withManyRows(counts) {
  const file = dataPath('budget');
  const data = JSON.parse(readFileSync(path.join(DIST, file), 'utf8'));
  const areas = data.tables.find((table) => table.id === 'budget-areas');
  const [line] = areas.rows;
  for (const count of counts) {
    const rows = Array.from({ length: count }, (_, i) => ({
      ...line,
      id: `row-${i}`,
      label: { sv: `Rad ${i} av många`, en: `Row ${i} of many` },
      cells: { allocation: ((i * 7919) % 1000) + 1 },
    }));
    data.tables.push({ ...areas, id: `rows-${count}`, rows });
  }
  const content = Buffer.from(JSON.stringify(data));
  const vouch = (bytes) => {
    const all = JSON.parse(bytes);
    const entry = all.datasets.at(-1).files.find((each) => each.name === 'budget');
    Object.assign(entry, { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    return JSON.stringify(all);
  };
  return [
    [file, () => content],
    [buildOf().manifest, vouch],
  ];
}
