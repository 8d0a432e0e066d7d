// The documentation in the built site: every link leads somewhere, no page asks for anything outside or against
// its policy, the app is live in it, and all of it is there without a network. What it says is made by book/.

import assert from 'node:assert/strict';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { PATIENCE, Site } from './lib.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const FOLDER = join(DIST, 'docs');
/** Addresses of the site that are no files: the service worker answers them. */
const ANSWERED = ['openapi.json', 'profiles/'];

let site;
let names;
before(async () => {
  site = await Site.open();
  names = (await readdir(FOLDER)).filter((name) => name.endsWith('.html') && name !== 'toc.html').sort();
});
after(() => site.close());

const visit = (options, body) => site.visit({ wait: false, ...options }, body);

/** The whole site's files, each with the ids that can be linked to, if it is a page. */
async function files() {
  const all = new Map();
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const html = path.endsWith('.html') ? await readFile(path, 'utf8') : '';
    all.set(path.slice(DIST.length), new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
  }
  return all;
}

test('every chapter is there', async () => {
  const summary = await readFile(new URL('../../docs/SUMMARY.md', import.meta.url), 'utf8');
  const chapters = [...summary.matchAll(/\]\((.+)\.md\)/g)].map(([, name]) => `${name}.html`);
  assert.ok(chapters.length >= 12);
  assert.deepEqual(names, chapters.sort());
});

test('every link, picture, script and frame leads somewhere, to its very place', async () => {
  const all = await files();
  let followed = 0;
  for (const name of names) {
    const html = await readFile(join(FOLDER, name), 'utf8');
    for (const [, link] of html.matchAll(/ (?:href|src|srcset|data-app)="([^"]+)"/g)) {
      if (/^(https:\/\/|data:)/.test(link)) continue;
      const [path, fragment] = link.replace(/\?.*?(#|$)/, '$1').split('#');
      const target = path === '' ? `docs/${name}` : posix.normalize(posix.join('docs', dirname(name), path));
      const file = target === './' || target.endsWith('/') ? posix.normalize(`${target}index.html`) : target;
      if (ANSWERED.includes(target)) continue;
      assert.ok(all.has(file), `${name}: ${link} leads nowhere`);
      if (fragment && !fragment.startsWith('/')) assert.ok(all.get(file).has(decodeURIComponent(fragment)), `${name}: ${link} has no such place`);
      followed += 1;
    }
  }
  assert.ok(followed > 200);
});

test('no page is against its policy or asks anybody else, light or dark', () =>
  visit({ query: 'docs/' }, async (page) => {
    const asked = new Set();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const name of names) {
        await page.goto(`${site.isolated.url}docs/${name}`);
        // What the page's own scripts do shows that they ran.
        await page.waitForSelector('#mdbook-sidebar a.active, .sidebar a.active', { state: 'attached' });
        const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const light = Math.max(...ground.match(/\d+/g).map(Number)) > 128;
        assert.equal(light, colorScheme === 'light', name);
      }
    }
    assert.deepEqual([...asked], [new URL(site.isolated.url).origin]);
  }));

test('no page is wider than a telephone', () =>
  visit({ query: 'docs/', context: { viewport: { width: 360, height: 740 } } }, async (page) => {
    for (const name of names) {
      await page.goto(`${site.isolated.url}docs/${name}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, name);
    }
  }));

test('a picture that comes moves nothing', () =>
  visit({ query: 'docs/guide.html', context: { viewport: { width: 412, height: 823 } } }, async (page) => {
    let come;
    const seen = new Promise((resolve) => { come = resolve; });
    await page.route(/pictures\/.*\.png$/, (route) => seen.then(() => route.continue()));
    await page.reload({ waitUntil: 'domcontentloaded' });
    const heights = () => page.$$eval('main label > img', (all) => all.map((picture) => Math.round(picture.getBoundingClientRect().height)));
    const before = await heights();
    assert.ok(before.length > 5 && Math.min(...before) > 150, before.join());
    come();
    for (const picture of await page.locator('main label > img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((picture) => picture.decode());
    }
    assert.deepEqual(await heights(), before);
  }));

test('a word is found', () =>
  visit({ query: 'docs/problem.html' }, async (page) => {
    await page.keyboard.press('s');
    await page.keyboard.type('makespan');
    await page.waitForSelector('#mdbook-searchresults a[href*="model.html"], #searchresults a[href*="model.html"]');
  }));

/** The pages with a place for the app in them. */
const withApp = async () => {
  const texts = await Promise.all(names.map((name) => readFile(join(FOLDER, name), 'utf8')));
  return names.filter((_, at) => texts[at].includes('class="app-place"'));
};

/** The places of a page, with the picture that is seen there, and what else is. Nothing is moved. */
const places = (page) => page.$$eval('.app-place', (all) => Promise.all(all.map(async (place) => {
  const images = [...place.querySelectorAll('img')].filter((image) => image.checkVisibility());
  const [image] = images;
  // It may stand below what is in sight.
  image.loading = 'eager';
  await image.decode();
  const still = place.querySelector('.app-still');
  return {
    seen: images.length, picture: image.currentSrc.replace(/.*-(\w+-\w+)\.webp$/, '$1'), sharpness: Math.round(image.naturalWidth / place.clientWidth),
    fills: still.offsetHeight === place.clientHeight && image.clientWidth === place.clientWidth,
    button: place.querySelector('button').checkVisibility(), frames: place.querySelectorAll('iframe').length,
  };
})));

test('until the app comes, a picture of it stands in its place, in the colours of the page', async () => {
  const pages = await withApp();
  assert.ok(pages.length >= 4);
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, kind] of [[1280, 'wide'], [360, 'narrow']]) {
      await visit({ query: 'docs/', context: { colorScheme, viewport: { width, height: 900 } } }, async (page) => {
        for (const name of pages) {
          await page.goto(`${site.isolated.url}docs/${name}`);
          for (const place of await places(page)) {
            const picture = `${kind}-${colorScheme}`;
            assert.deepEqual(place, { seen: 1, picture, sharpness: 2, fills: true, button: true, frames: 0 }, `${name}, ${picture}`);
          }
        }
      });
    }
  }
});

test('no picture of the app is left over, and none is large', async () => {
  const files = (await readdir(join(FOLDER, 'pictures/app'))).map((name) => `pictures/app/${name}`);
  for (const file of files) {
    const { size } = await stat(join(FOLDER, file));
    assert.ok(size < 40_000, `${file} has ${size} bytes`);
  }
  const texts = await Promise.all(names.map((name) => readFile(join(FOLDER, name), 'utf8')));
  const shown = texts.flatMap((html) => [...html.matchAll(/ src(?:set)?="(pictures\/app\/[^"]+)"/g)].map(([, file]) => file));
  assert.deepEqual(files.sort(), [...new Set(shown)].sort());
});

test('the app is live in a page, once somebody reads it', () =>
  visit({ query: 'docs/problem.html' }, async (page) => {
    assert.equal(await page.locator('iframe').count(), 0);
    await page.mouse.move(200, 200);
    await page.locator('figure.app').scrollIntoViewIfNeeded();
    const app = page.frameLocator('figure.app iframe');
    await app.locator('text=Finished on day 26').waitFor({ timeout: PATIENCE });
    assert.equal(await page.locator('figure.app iframe').evaluate((frame) => frame.contentDocument.documentElement.dataset.engine), 'threads');
  }));

test('the app’s button starts it at once, where the picture was, and whoever pressed it goes on there', () =>
  visit({ query: 'docs/planner.html', context: { viewport: { width: 360, height: 900 } } }, async (page) => {
    const box = () => page.locator('.app-place').first().boundingBox();
    const before = await box();
    await page.evaluate(() => {
      window.shifted = [];
      // The list of chapters is put together at that time, too.
      const inText = ({ node }) => (node?.parentElement ?? node)?.closest('main');
      new PerformanceObserver((list) => {
        window.shifted.push(...list.getEntries().flatMap(({ sources }) => sources.filter(inText)).map(({ node }) => node.nodeName));
      }).observe({ type: 'layout-shift' });
      // Nobody has moved: the button alone does it.
      const button = document.querySelector('.app-place button');
      button.focus({ preventScroll: true });
      button.click();
    });
    await page.waitForFunction(() => !document.querySelector('.app-place').querySelector('.app-still'), null, { timeout: PATIENCE });
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'iframe');
    assert.deepEqual(await box(), before);
    assert.deepEqual(await page.evaluate(() => window.shifted), []);
    assert.equal(await page.locator('iframe').count(), 1, 'the other place waits');
  }));

test('the app in a page has the page’s colours, and changes with them', () =>
  visit({ query: 'docs/', context: { colorScheme: 'dark' } }, async (page) => {
    const theme = (name) => page.waitForFunction(
      (name) => document.querySelector('.app-place iframe')?.contentDocument?.documentElement?.dataset.theme === name, name, { timeout: PATIENCE });
    await page.mouse.move(200, 200);
    await theme('dark');
    await page.waitForSelector('.app-still', { state: 'detached', timeout: PATIENCE });
    await page.click('#mdbook-theme-toggle');
    await page.click('#mdbook-theme-light');
    await theme('light');
  }));

test('without scripts the picture stays, and nothing promises more', () =>
  visit({ query: 'docs/', context: { javaScriptEnabled: false } }, async (page) => {
    const picture = page.locator('.app-place img >> visible=true');
    assert.equal(await picture.count(), 1);
    assert.ok((await picture.boundingBox()).height > 500);
    assert.ok(!await page.locator('.app-place button').isVisible());
    assert.match(await page.locator('figcaption').innerText(), /the app needs scripts. Open it in the whole app$/);
  }));

test('the element in the documentation does what its code says', () =>
  visit({ query: 'docs/embedding.html' }, async (page) => {
    const said = (words) => page.waitForFunction((words) => document.getElementById('live-said').textContent === words, words, { timeout: PATIENCE });
    await said('2 crews, 20 days');
    await page.click('#live-more');
    await said('3 crews, 15 days');
    // What is shown as its code is what runs.
    const code = await page.locator('code.language-html').nth(1).textContent();
    const [, script] = /<script>\n([^]+?)<\/script>/.exec(code);
    const scripts = await page.$$eval('script[src*="page-"]', (all) => Promise.all(all.map(async ({ src }) => (await fetch(src)).text())));
    assert.ok(scripts.some((text) => text.trim() === script.trim()));
  }));

test('formulas and drawings are there without a script', () =>
  visit({ query: 'docs/', context: { javaScriptEnabled: false } }, async (page) => {
    await page.goto(`${site.isolated.url}docs/model.html`);
    assert.ok((await page.locator('.formula math').first().boundingBox()).height > 10);
    await page.goto(`${site.isolated.url}docs/architecture.html`);
    assert.equal(await page.locator('figure.diagram svg').count(), 4);
    const { width } = await page.locator('figure.diagram svg').first().boundingBox();
    assert.ok(width > 500, `${width}`);
  }));

test('the pages are there without a network, once the app was opened', () =>
  site.visit({ plain: true, context: { serviceWorkers: 'allow' }, forgive: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] }, async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: PATIENCE });
    // One request wakes the service worker, which goes on to keep the documentation.
    await page.evaluate(() => fetch('manifest.webmanifest'));
    const wanted = (await readdir(FOLDER, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
    const kept = () => page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((name) => name.startsWith('icewall'));
      const cache = await caches.open(name);
      return (await cache.keys()).filter(({ url }) => url.includes('/docs/')).length;
    });
    for (const end = Date.now() + PATIENCE; await kept() !== wanted;) {
      assert.ok(Date.now() < end, `${await kept()} of ${wanted} files are kept`);
      await new Promise((done) => { setTimeout(done, 100); });
    }
    await page.context().setOffline(true);
    for (const name of ['', 'guide.html']) {
      await page.goto(`${site.plain.url}docs/${name}`);
      await page.waitForSelector('main h1');
    }
    assert.ok(await page.locator('img').first().evaluate((image) => image.decode().then(() => image.naturalWidth)) > 300);
  }));
