// Running axe on what a reader has before her.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with what axe finds; `only` names the rules where not all are wanted. */
export async function axeFindsNothing(reader, what, only) {
  // The page's own policy forbids foreign scripts; the browser's debugger does not ask it.
  await reader.page.evaluate(`globalThis.axe ? 0 : void (() => {${axe}})()`);
  const found = await reader.page.evaluate(async (only) => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) });
    const why = (node) => node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '';
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${why(node)})`).join('; ')}`);
  }, only);
  assert.deepEqual(found, [], what);
}
