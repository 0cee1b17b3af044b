// A site built anew from what the finished one was made of, with other data or another sender: what a publisher
// with such files would get. Knows how Trunk's folder looks and runs the site writer on it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, buildOf, freshFolder } from './driver.mjs';

const REPOSITORY = path.dirname(DIST);

/** `data(content, name)` and `sender(content)` give the new content of a data file and of site.json. */
export function rebuiltSite({ data = (content) => content, sender = (content) => content } = {}) {
  const made = freshFolder('rebuilt');
  const root = path.join(made.folder, 'dist');
  const at = (name) => path.join(root, name);
  cpSync(path.join(REPOSITORY, 'public'), root, { recursive: true });
  // What the compiler made: the site writer has given new names to the second module's files.
  const build = buildOf();
  for (const [name, staged] of [[build.script, build.script], [build.wasm, build.wasm], [build.pages, 'pages.js'], [build['pages-wasm'], 'pages_bg.wasm']]) {
    cpSync(path.join(DIST, name), at(staged));
  }
  const rewrite = (name, change) => {
    const text = JSON.stringify(change(JSON.parse(readFileSync(at(name), 'utf8'))));
    writeFileSync(at(name), text);
    return Buffer.from(text);
  };
  rewrite('site.json', sender);
  rewrite('data/manifest.json', (manifest) => {
    for (const file of manifest.datasets.flatMap((dataset) => dataset.files)) {
      const bytes = rewrite(`data/${file.path}`, (content) => data(content, file.name));
      Object.assign(file, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    return manifest;
  });
  execFileSync('cargo', ['run', '--quiet', '--bin', 'site', '--', 'build', root], { cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'pipe'] });
  return { root, remove: made.remove };
}
