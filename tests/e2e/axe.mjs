// Running axe on what a reader has before her.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, a line for each rule that is broken; `only` names the rules where not all are wanted. */
export async function axeFinds(reader, only) {
  // The page's own policy forbids foreign scripts; the browser's debugger does not ask it.
  await reader.page.evaluate(`globalThis.axe ? 0 : void (() => {${axe}})()`);
  return reader.page.evaluate(async (only) => {
    const { violations, incomplete } = await globalThis.axe.run(document, { resultTypes: ['violations', 'incomplete'], preload: false, ...(only && { runOnly: only }) });
    const why = (node) => node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '';
    // A word in the colour of its ground is left undecided, as it could be hidden on purpose. Here nothing is hidden so.
    const unseen = incomplete.map((v) => ({ ...v, nodes: v.nodes.filter((node) => node.any[0]?.data?.messageKey === 'equalRatio') })).filter((v) => v.nodes.length > 0);
    return [...violations, ...unseen].map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${why(node)})`).join('; ')}`);
  }, only);
}

/** Fails with what axe finds. */
export async function axeFindsNothing(reader, what, only) {
  assert.deepEqual(await axeFinds(reader, only), [], what);
}
