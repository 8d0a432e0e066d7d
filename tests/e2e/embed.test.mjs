// The app in frames of other pages: plain, isolated and sandboxed ones of another origin, and the same one. What it
// tells and hears, that its wall is its own, and the room that makes the code. The first test is in every browser.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { PATIENCE, Site, launchChromium, lookAt, settled, write } from './lib.mjs';

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const EXAMPLE = '21 25 28\n17\n17 22 17 19 17';

let site;
let host;
before(async () => { [site, host] = await Promise.all([Site.open(), openHost()]); });
after(() => Promise.all([site.close(), host.close()]));

/** Somebody else's site: it serves whatever page a test has put there. */
async function openHost() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const { body, headers } = pages.get(request.url) ?? { body: '' };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  // Another origin than the app's, by its name: frames of one site share more.
  const url = `http://localhost:${server.address().port}`;
  const put = (body, headers = {}) => {
    const path = `/${pages.size}.html`;
    pages.set(path, { body: `<!doctype html><title>A page</title>${body}`, headers });
    return url + path;
  };
  const close = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  return { put, close };
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const element = (base, attributes) => `<script src="${base}embed.js"></script>
  <icewall-embed id="wall" ${Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></icewall-embed>
  <script>
    window.told = [];
    for (const kind of ['ready', 'result', 'day', 'stale']) {
      document.addEventListener('icewall-' + kind, ({ detail }) => window.told.push([kind, detail]));
    }
  </script>`;

const sandboxed = (base, allow) => `<iframe sandbox="${allow}" width="900" height="800" title="App"
    src="${base}?embed=1#/wall?text=${encodeURIComponent(EXAMPLE)}&amp;num_teams=2"></iframe>
  <script>window.told = []; addEventListener('message', ({ data }) => window.told.push([data.icewall, data]));</script>`;

/**
 * Opens a page of somebody else's in Chromium: as in a private window, where a frame may keep nothing and has no
 * service worker, or with a profile of its own.
 */
async function visit(url, body, { profile } = {}) {
  const options = { locale: 'en-US', viewport: { width: 1000, height: 900 } };
  const visitor = profile ? await launchChromium(profile, options) : await site.browser.newContext(options);
  const page = await visitor.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(url);
    await body(page);
    assert.deepEqual(complaints, []);
  } finally {
    await visitor.close();
  }
}

/** The frame of the app in a page. */
async function appFrame(page) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const frame = page.frames().find((frame) => frame.url().includes('embed=1'));
    if (frame) return frame;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error('the page has no frame of the app');
}

/** Waits for a result with so many days. */
const days = (page, wanted) => page.waitForFunction(
  (wanted) => window.told.findLast(([kind]) => kind === 'result')?.[1].days === wanted, wanted, { timeout: PATIENCE });
const lastOf = (page, kind) => page.evaluate((kind) => window.told.findLast(([told]) => told === kind)?.[1], kind);

for (const family of ['chromium', 'firefox', 'webkit']) {
  if (!isWanted(family)) continue;

  /** Opens a page of somebody else's; `body` gets the visitor, and what waits for a result with so many days. */
  const abroad = async (url, body) => {
    const visitor = await launch({ family, sharedMemory: true });
    try {
      await visitor.open(url);
      await body(visitor, (wanted) => visitor.waitFor(`${wanted} days`, (wanted) => {
        const last = window.told.findLast(([kind]) => kind === 'result');
        return last?.[1].days === wanted && last[1];
      }, wanted));
    } finally {
      await visitor.close();
    }
  };

  test(`an element in a plain page of another origin tells its result and takes another wall: ${family}`, () =>
    abroad(host.put(element(site.plain.url, { profiles: EXAMPLE })), async (visitor, result) => {
      assert.equal((await result(13)).cost, 32_233_500);
      await visitor.evaluate(() => { document.getElementById('wall').crews = 4; });
      assert.equal((await result(26)).crews, 4);
      await visitor.evaluate(() => { document.getElementById('wall').profiles = '29 29'; });
      assert.equal((await result(1)).sections, 2);
    }));

  test(`an isolated page has threads: ${family}`, () =>
    abroad(host.put(element(site.isolated.url, { profiles: EXAMPLE }), ISOLATED), async (_, result) => {
      assert.equal((await result(13)).threads > 1, true);
    }));

  // WebKit takes 'self' in a page's policy for the frame's origin, which here is none: it lets nothing in.
  const allow = family === 'webkit' ? 'allow-scripts allow-same-origin' : 'allow-scripts';
  test(`a sandboxed frame computes by itself (${allow}): ${family}`, () =>
    abroad(host.put(sandboxed(site.plain.url, allow)), async (visitor, result) => {
      assert.equal((await result(48)).threads, 1);
      await visitor.evaluate(() => document.querySelector('iframe').contentWindow.postMessage({ icewall: 'set', profiles: '28' }, '*'));
      await result(2);
    }));
}

test('a result has every member that its types declare, and no other', () =>
  visit(host.put(element(site.plain.url, { profiles: EXAMPLE, crews: '4', 'start-date': '2024-08-11' })), async (page) => {
    await days(page, 26);
    const types = await readFile(new URL('../../static/embed.d.ts', import.meta.url), 'utf8');
    const [, body] = /interface IcewallResult \{([^}]+)\}/.exec(types);
    const declared = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const result = await lastOf(page, 'result');
    assert.deepEqual(Object.keys(result).sort(), declared.sort());
    assert.deepEqual([result.finishDate, result.utilisation, result.profiles], ['2024-09-05', 837, 3]);
  }));

test('days go both ways, a fault is told, and the frame is as high as its page', () =>
  visit(host.put(element(site.plain.url, { profiles: EXAMPLE, hide: 'parameters,figures', theme: 'dark' })), async (page) => {
    await days(page, 13);
    await page.evaluate(() => document.getElementById('wall').lookAt(5));
    await page.waitForFunction(() => window.told.findLast(([kind]) => kind === 'day')?.[1].day === 5);
    const app = await appFrame(page);
    assert.equal(await app.evaluate(() => document.documentElement.dataset.theme), 'dark');
    assert.equal(await app.locator('.parameters').isVisible(), false);
    assert.equal(await app.locator('.charts').isVisible(), true);
    for (const part of ['.head-places', '.linked', '.wall-tools', '.badge']) {
      assert.equal(await app.locator(part).isVisible(), false, part);
    }
    const fits = async () => {
      const outside = await page.evaluate(() => document.getElementById('wall').getBoundingClientRect().height);
      const inside = await app.evaluate(() => document.body.getBoundingClientRect().height);
      return Math.abs(outside - inside) <= 2;
    };
    // A moment later: the frame is told.
    for (const end = Date.now() + PATIENCE; !await fits();) assert.ok(Date.now() < end, 'the frame does not fit');
    await page.evaluate(() => { document.getElementById('wall').theme = null; document.getElementById('wall').setAttribute('theme', 'light'); });
    await app.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    await app.fill('#wall-text', '21 40');
    await page.waitForFunction(() => window.told.findLast(([kind]) => kind === 'stale')?.[1].stale === true);
    assert.equal((await lastOf(page, 'result')).days, 13, 'the last good result stays');
  }));

const engine = (app, wanted) => app.waitForFunction((wanted) => document.documentElement.dataset.engine === wanted, wanted, { timeout: PATIENCE });

test('in Chromium a plain page of another site has threads a moment later', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'icewall-profile-'));
  try {
    await mkdir(join(profile, 'Default'));
    // Frames of other sites may keep things, apart for each site: what a frame needs for a service worker.
    const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    await visit(host.put(element(site.plain.url, { profiles: EXAMPLE })), async (page) => {
      await days(page, 13);
      await engine(await appFrame(page), 'threads');
    }, { profile });
  } finally {
    await rm(profile, { recursive: true });
  }
});

test('where a frame may keep nothing, as in a private window, one thread computes', () =>
  visit(host.put(element(site.plain.url, { profiles: EXAMPLE })), async (page) => {
    await days(page, 13);
    const app = await appFrame(page);
    await engine(app, 'single');
    await assert.rejects(app.evaluate(() => navigator.serviceWorker.register('sw.js')), /denied/);
  }));

test('the whole app opens with what the frame shows', () =>
  visit(host.put(element(site.plain.url, { profiles: EXAMPLE, crews: '2' })), async (page) => {
    await days(page, 48);
    const app = await appFrame(page);
    await app.fill('#wall-text', '20 20 # mine');
    await days(page, 10);
    await app.check('.choice:has-text("Heat map") input[name=view]');
    await page.evaluate(() => document.getElementById('wall').lookAt(3));
    await app.waitForSelector('.embed-open[href$="&view=heat&day=3"]', { state: 'attached' });
    const [opened] = await Promise.all([page.context().waitForEvent('page'), app.click('.embed-open')]);
    await settled(opened, 0);
    await opened.waitForSelector('text=Finished on day 10');
    assert.equal(await opened.inputValue('#wall-text'), '20 20 # mine');
    assert.equal(await opened.inputValue('#field-num_teams'), '2');
    assert.equal(await opened.inputValue('.day-field input'), '3');
    assert.ok(await opened.isChecked('.choice:has-text("Heat map") input[name=view]'));
    const whole = await page.context().newPage();
    await whole.goto(await page.evaluate(() => document.getElementById('wall').address));
    await whole.waitForSelector('text=Finished on day 48');
  }));

test('the wall of a frame is its own: the visitor’s is neither shown there nor changed', () =>
  site.visit({}, async (page) => {
    await write(page, '20 20\n20');
    await page.waitForFunction(() => icewallStore.read().then((own) => own?.text === '20 20\n20'), null, { timeout: PATIENCE });
    await page.evaluate(() => {
      window.told = [];
      addEventListener('message', ({ data }) => window.told.push([data.icewall, data]));
      document.body.innerHTML = '<iframe src="?embed=1" title="App" width="900" height="700"></iframe>';
    });
    await days(page, 13);
    await (await appFrame(page)).fill('#wall-text', '29');
    await days(page, 1);
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => icewallStore.read().then(({ text }) => text)), '20 20\n20');
  }));

test('the room makes code that works', async () => {
  const codes = await site.visit({ plain: true }, async (page) => {
    await page.check('.choice:has-text("Heat map") input[name=view]');
    await lookAt(page, 5);
    await page.evaluate(() => { location.hash = '#/embed'; });
    await page.waitForFunction(() => document.querySelector('#embed-code')?.value.startsWith('<iframe'), null, { timeout: PATIENCE });
    await page.check('text=Parameters');
    await page.uncheck('text=Parameters');
    await page.selectOption('.embed-choices select >> nth=0', 'dark');
    const frame = await page.inputValue('#embed-code');
    await page.check('text=An element that speaks with the page');
    return [frame, await page.inputValue('#embed-code')];
  });
  assert.match(codes[0], /embed=1&amp;theme=dark&amp;hide=parameters#\/wall\?v=1&amp;w=[\w-]+&amp;view=heat&amp;day=5"/);
  assert.match(codes[1], /<icewall-embed link="[\w-]+&amp;view=heat&amp;day=5" theme="dark" hide="parameters">/);
  for (const code of codes) {
    await visit(host.put(code), async (page) => {
      const app = await appFrame(page);
      await app.waitForSelector('text=Finished on day 13', { timeout: PATIENCE });
      assert.equal(await app.locator('.parameters').isVisible(), false);
      assert.ok(await app.isChecked('.choice:has-text("Heat map") input[name=view]'));
      assert.equal(await app.inputValue('.day-field input'), '5');
    });
  }
});
