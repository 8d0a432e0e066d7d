// The server of the image, for real: nginx with docker/nginx.conf and the site as the image has it, on a free
// port, not as root. What it sends, and what a visitor's browser makes of it. No image is built here.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { compress } from '../../docker/compress.mjs';
import { PATIENCE, figures, hooks, launchChromium, settled } from './lib.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NGINX = process.env.ICEWALL_NGINX ?? '/usr/sbin/nginx';
/** The file of nginx's settings that loads the module brotli_static. */
const BROTLI = process.env.ICEWALL_NGINX_BROTLI ?? '/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf';
/** A user without any rights, on every Unix. */
const NOBODY = 65_534;

let folder;
let nginx;
let url;
let said = '';
let browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icewall-nginx-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}/icewall/`;
  await cp(join(ROOT, 'dist'), join(folder, 'www/icewall'), { recursive: true });
  await compress(join(folder, 'www/icewall'));
  await settings(port);
  await start();
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  if (nginx?.exitCode === null) {
    const ended = new Promise((done) => { nginx.once('exit', done); });
    nginx.kill('SIGQUIT');
    await ended;
  }
  await rm(folder, { recursive: true });
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The image's own settings, but for the port and the folders. */
async function settings(port) {
  let text = await readFile(join(ROOT, 'docker/nginx.conf'), 'utf8');
  for (const [from, to] of [['listen 8080;', `listen 127.0.0.1:${port};`], ['/srv/www', `${folder}/www`], ['/srv/run/', `${folder}/run/`]]) {
    assert.ok(text.includes(from), `docker/nginx.conf says ${from}`);
    text = text.replaceAll(from, to);
  }
  await mkdir(join(folder, 'run'));
  await mkdir(join(folder, 'modules'));
  await writeFile(join(folder, 'nginx.conf'), text);
  await cp(join(ROOT, 'docker/brotli'), join(folder, 'brotli'), { recursive: true });
  await symlink(BROTLI, join(folder, 'modules/brotli.conf'));
  await chmod(folder, 0o755);
  await chmod(join(folder, 'run'), 0o777);
}

async function start() {
  const user = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const args = ['-p', '/usr/share/nginx', '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  nginx = spawn(NGINX, args, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
  nginx.stderr.on('data', (text) => { said += text; });
  let started = true;
  nginx.on('error', (error) => { started = false; said += error.message; });
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      if ((await fetch(new URL('/health', url))).ok) return;
    } catch {
      // It is not up yet.
    }
    assert.ok(started && nginx.exitCode === null && Date.now() < end, `nginx does not run: ${said}`);
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

const get = (path, headers = {}) => fetch(new URL(path, url), { headers, redirect: 'manual' });

/** The first file of the built site with such a name, below its folder. */
async function named(pattern) {
  const all = await readdir(join(folder, 'www/icewall'), { recursive: true });
  const found = all.find((name) => pattern.test(name));
  assert.ok(found, `the site has ${pattern}`);
  return found;
}

test('it is healthy, and leads to the app', async () => {
  assert.equal(await (await get('/health')).text(), 'ok\n');
  const root = await get('/');
  assert.deepEqual([root.status, root.headers.get('Location')], [302, '/icewall/']);
  const page = await get('');
  assert.deepEqual([page.status, page.headers.get('Content-Type')], [200, 'text/html; charset=utf-8']);
  assert.equal(page.headers.get('Server'), 'nginx', 'no version is told');
});

test('every answer isolates, those that have nothing as well', async () => {
  for (const path of ['', 'nothing/here', await named(/_bg\.wasm$/), 'sw.js']) {
    const { headers } = await get(path);
    assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin', path);
    assert.equal(headers.get('Cross-Origin-Embedder-Policy'), 'require-corp', path);
    assert.equal(headers.get('Document-Isolation-Policy'), 'isolate-and-require-corp', path);
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
  }
});

test('workers get the policy that the page names', async () => {
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(await (await get('')).text());
  assert.equal((await get(await named(/worker\.js$/))).headers.get('Content-Security-Policy'), policy);
  assert.equal((await get('')).headers.get('Content-Security-Policy'), null);
});

test('what has a hash in its name is kept for good, all else is asked for each time', async () => {
  const kept = [
    /^icewall-app-[0-9a-f]+\.js$/, /^icewall-app-.*\.wasm$/, /^page-.*\.css$/, /^page-.*\.js$/, /^pages\/browse-.*\.js$/,
    /^engine\/.*\/worker\.js$/, /^engine\/.*single.*\.wasm$/, /^snippets-.*\.js$/, /^vendor\/.*\.js$/,
  ];
  for (const pattern of kept) {
    const { headers } = await get(await named(pattern));
    assert.equal(headers.get('Cache-Control'), 'public, max-age=31536000, immutable', String(pattern));
  }
  for (const path of ['', 'sw.js', 'embed.js', 'docs/', 'api.html', 'icons/icon.svg', 'samples/', 'profiles/1/']) {
    assert.equal((await get(path)).headers.get('Cache-Control'), 'no-cache', path);
  }
  const { headers } = await get('sw.js');
  const again = await get('sw.js', { 'If-None-Match': headers.get('ETag') });
  assert.equal(again.status, 304);
});

test('WebAssembly comes packed, as the browser likes it, and with its type', async () => {
  const name = await named(/^icewall-app-.*\.wasm$/);
  const raw = await readFile(join(folder, 'www/icewall', name));
  for (const [accepts, way] of [['gzip', 'gzip'], ['gzip, br', 'br'], ['identity', null]]) {
    const response = await get(name, { 'Accept-Encoding': accepts });
    assert.equal(response.headers.get('Content-Encoding'), way);
    assert.equal(response.headers.get('Content-Type'), 'application/wasm');
    const length = Number(response.headers.get('Content-Length'));
    assert.ok(way === null ? length === raw.length : length < raw.length / 2, `${way}: ${length} of ${raw.length}`);
    // fetch unpacks.
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(raw));
  }
});

test('a first visit has threads at once', () => visit('', async (page) => {
  await settled(page, 0);
  assert.equal((await hooks(page)).engine, 'threads');
  assert.equal((await figures(page)).finish, 'Finished on day 13');
}));

test('an address of the REST interface is answered in the browser, the first time and every other', () =>
  visit('profiles/1/days/3/', async (page, statuses) => {
    const answered = () => page.waitForSelector('text=390', { timeout: PATIENCE });
    await answered();
    assert.equal(statuses[0], 404, 'the server has no such file');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: PATIENCE });
    assert.equal((await page.goto(`${url}profiles/overview/?format=json`)).status(), 200);
    assert.deepEqual(JSON.parse(await page.textContent('body')), { day: null, cost: 32_233_500 });
    await page.goto(url);
    const posted = await page.evaluate(async () => {
      const sent = await fetch('profiles/config/', { method: 'POST', body: '{"num_teams": 4}', headers: { 'Content-Type': 'application/json' } });
      const now = await fetch('profiles/config/');
      return [sent.status, (await now.json()).num_teams];
    });
    assert.deepEqual(posted, [200, 4]);
  }));

test('it has complained of nothing', () => assert.equal(said, ''));

/** Opens an address as a new visitor; `body` gets the page and the status of each of its documents. */
async function visit(path, body) {
  const visitor = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
  const page = await visitor.newPage();
  page.setDefaultTimeout(PATIENCE);
  const statuses = [];
  page.on('response', (response) => response.request().isNavigationRequest() && statuses.push(response.status()));
  try {
    await page.goto(url + path);
    await body(page, statuses);
  } finally {
    await visitor.close();
  }
}
