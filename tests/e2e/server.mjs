// Serves the built site as a host would: under its folder, gzipped, with or without the headers
// that isolate a page and so allow threads. `cargo xtask serve` runs it as a program; the browser
// tests call `startServer`. It is for 127.0.0.1 only and knows nothing of what it serves.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ini': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = /^(text|application)\/|svg/;

const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // Others may embed it.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Starts a server.
 * @param {object} options
 * @param {string} [options.dir] the folder with the site
 * @param {string} [options.base] the folder under which it is served, with both slashes
 * @param {boolean} [options.isolated] whether to send the headers that allow threads
 * @param {number} [options.port] 0 for any free port; a taken one is not an error: the next is tried
 * @param {(path: string) => unknown} [options.asked] hears of every request, and may hold its answer back
 * @returns {Promise<{url: string, close: () => Promise<void>}>} the page's address, and how to stop
 */
export async function startServer({ dir = DIST, base = '/icewall/', isolated = true, port = 0, asked } = {}) {
  const site = { dir: normalize(dir), base, headers: isolated ? ISOLATED : {}, gzipped: new Map(), asked };
  const server = createServer((request, response) => {
    answer(site, request, response).catch(error => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  const taken = await listen(server, port);
  const close = () =>
    new Promise(done => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}${base}`, close };
}

async function listen(server, port) {
  for (let attempt = port; ; attempt += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(attempt, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt >= port + 100) throw error;
    }
  }
}

async function answer(site, request, response) {
  const reply = (status, headers, body) => {
    response.writeHead(status, { ...site.headers, ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405, { Allow: 'GET, HEAD' });

  const path = request.url.split('?')[0];
  await site.asked?.(path);
  if (path === '/' || `${path}/` === site.base) return reply(302, { Location: site.base });

  const found = (await file(site, path)) ?? (await file(site, `${site.base}404.html`));
  if (!found) return reply(404, { 'Content-Type': 'text/plain' }, 'Not found\n');

  const status = found.asked === path ? 200 : 404;
  // `no-cache` means: ask each time. The tag makes the asking cheap.
  const headers = {
    'Content-Type': found.type, 'Cache-Control': 'no-cache', ETag: found.tag, Vary: 'Accept-Encoding',
    // As GitHub Pages does: a sandboxed frame has no origin of its own, and its modules ask for this.
    'Access-Control-Allow-Origin': '*',
  };
  if (status === 200 && request.headers['if-none-match'] === found.tag) return reply(304, headers);

  const packed = COMPRESSED.test(found.type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = packed ? await zipped(site, found) : found.bytes;
  if (packed) headers['Content-Encoding'] = 'gzip';
  return reply(status, { ...headers, 'Content-Length': body.length }, body);
}

/** The file that an address names, or null. */
async function file(site, path) {
  const name = path.startsWith(site.base) ? decoded(path.slice(site.base.length)) : null;
  if (name === null || name.includes('\0')) return null;
  const full = join(site.dir, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  if (!full.startsWith(site.dir.endsWith(sep) ? site.dir : site.dir + sep)) return null;
  try {
    if (!(await stat(full)).isFile()) return null;
    const bytes = await readFile(full);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    return { asked: path, bytes, tag, type: TYPES[extname(full)] ?? 'application/octet-stream' };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Packed once for each content: packing the page takes longer than sending it. */
async function zipped(site, { bytes, tag }) {
  if (!site.gzipped.has(tag)) site.gzipped.set(tag, promisify(gzip)(bytes, { level: 9 }));
  return site.gzipped.get(tag);
}

async function program() {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: '/icewall/' },
      dir: { type: 'string', default: DIST },
      plain: { type: 'boolean', default: false },
      port: { type: 'string', default: '8080' },
      'until-input-ends': { type: 'boolean', default: false },
    },
  });
  const { base, dir, plain, port } = values;
  const { url } = await startServer({ base, dir, isolated: !plain, port: Number(port) });
  console.log(`\nIcewall is at ${url}  (${plain ? 'plain: one thread' : 'isolated: threads'}; Ctrl-C ends it)`);
  if (values['until-input-ends']) process.stdin.on('end', () => process.exit()).resume();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await program();
