// A static file server as plain as the plainest host: files, index.html of folders,
// 404.html for the rest. No rewriting, loopback only. `./dev serve` runs it from the
// command line; the browser tests call `serve` and use its hooks to be a worse host.
//
//   node server.mjs --root DIR [--port 8080] [--base /sub/path/]
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 50;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * Starts a server and resolves, once it listens, to
 * `{ address, base, port, requests, close() }`; `requests` is the list of what was asked for.
 *
 * @param {object} options
 * @param {string} options.root the folder to serve
 * @param {number} [options.port] the first port to try; 0 takes any free one
 * @param {string} [options.base] the path under which the folder appears
 * @param {Record<string, string>} [options.headers] sent with every answer
 * @param {(request, response) => unknown} [options.answer] asked first; when it resolves to
 *   something true it has answered the request itself (a cut file, a wrong status, …)
 */
export async function serve({ root, port = 8080, base = '/', headers = {}, answer = () => false }) {
  const folder = await realpath(root);
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push({ method: request.method, url: request.url });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      if (!(await answer(request, response))) await respond(folder, prefix, request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else plain(response, 500, `${error.message}\n`);
    }
  });
  const taken = await listen(server, port);
  return {
    address: `http://${HOST}:${taken}${prefix}`,
    base: prefix,
    port: taken,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

// Listens on the first free port from `first` on.
async function listen(server, first) {
  for (let port = first; ; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!busy || port >= Math.min(first + PORTS_TO_TRY, 65535)) throw error;
    }
  }
}

async function respond(folder, prefix, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return plain(response, 405, 'Only GET and HEAD.\n');
  }
  const [asked, query] = split(request.url);
  if (`${asked}/` === prefix) return redirect(response, prefix, query);
  if (!asked.startsWith(prefix)) return plain(response, 404, `Nothing here: the site is at ${prefix}\n`);

  const name = decoded(asked.slice(prefix.length));
  if (name === undefined) return plain(response, 400, 'This address cannot be read.\n');

  const found = await lookUp(folder, name);
  if (found?.kind === 'folder') return redirect(response, `${asked}/`, query);
  if (found?.kind === 'file') return send(request, response, 200, found);
  const missing = await lookUp(folder, '404.html');
  if (missing?.kind === 'file') return send(request, response, 404, missing);
  return plain(response, 404, 'Not found.\n');
}

// The path of an address, with doubled slashes at its start made single (a redirect to
// `//name/` would leave the host), and its query with the question mark.
function split(url) {
  const mark = url.indexOf('?');
  const [asked, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
  return [asked.replace(/^\/+/, '/'), query];
}

// The file name in an address; undefined where it is malformed or climbs.
function decoded(name) {
  try {
    const text = decodeURIComponent(name);
    const climbs = text.split('/').some((part) => part === '..' || part === '.');
    return climbs || /[\0\\]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

// What a name stands for: a file, a folder asked for without its slash, or nothing.
async function lookUp(folder, name) {
  const wanted = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  try {
    const file = await realpath(path.join(folder, wanted));
    if (!file.startsWith(folder + path.sep)) return undefined; // a link that leads out
    const info = await stat(file);
    if (info.isFile()) return { kind: 'file', file, info };
    return (await lookUp(folder, `${name}/`))?.kind === 'file' ? { kind: 'folder' } : undefined;
  } catch {
    return undefined;
  }
}

async function send(request, response, status, { file, info }) {
  const tag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs * 1000).toString(36)}"`;
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', tag);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 200 && request.headers['if-none-match'] === tag) return response.writeHead(304).end();
  response.setHeader('Content-Type', TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
  response.setHeader('Content-Length', info.size);
  response.writeHead(status);
  if (request.method === 'HEAD') return response.end();
  await new Promise((resolve, reject) => {
    response.on('close', resolve);
    createReadStream(file).on('error', reject).pipe(response);
  });
}

function redirect(response, to, query) {
  response.writeHead(301, { Location: to + query, 'Content-Length': 0 }).end();
}

function plain(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

// ---- the command line

function options(words) {
  const known = { '--root': 'root', '--port': 'port', '--base': 'base' };
  const given = {};
  for (let i = 0; i < words.length; i += 2) {
    const name = known[words[i]];
    if (!name || words[i + 1] === undefined) throw new Error(`what is '${words[i]}'?`);
    given[name] = words[i + 1];
  }
  if (given.root === undefined) throw new Error('which folder? --root DIR');
  const port = Number(given.port ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`'${given.port}' is not a port`);
  return { ...given, port };
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  try {
    const wanted = options(process.argv.slice(2));
    const server = await serve(wanted);
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, async () => {
        await server.close();
        process.exit(0);
      });
    }
    if (wanted.port !== 0 && server.port !== wanted.port) console.log(`Port ${wanted.port} is taken.`);
    console.log(`Serving ${wanted.root} at ${server.address} (Ctrl+C stops)`);
  } catch (error) {
    console.error(`server.mjs: ${error.message}`);
    process.exit(1);
  }
}
