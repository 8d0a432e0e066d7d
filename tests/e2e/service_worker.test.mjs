// What the service worker brings, in Chromium on a host without headers: the REST API, one wall for
// page, tabs and API, threads without a reload, the app without a network, a new version in its turn.
// The figures themselves are tested in tests/suite.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, choose, figures, hooks, pool, read, settled, write } from './lib.mjs';
import { startServer } from './server.mjs';
import { EXAMPLE, heights, lines } from './walls.mjs';

const ALLOWED = { serviceWorkers: 'allow' };

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Opens the page as a new visitor and waits until the service worker serves it. */
function visit(options, body) {
  return site.visit({ plain: true, context: ALLOWED, ...options }, async (page) => {
    await served(page);
    return body(page);
  });
}

const served = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: PATIENCE });
const threads = (page) => page.waitForFunction(() => document.documentElement.dataset.engine === 'threads', null, { timeout: PATIENCE });

/** Asks the API from the page: status, media type, and the body as JSON where it is some. */
async function ask(page, path, init) {
  const [status, type, body] = await page.evaluate(async ([path, init]) => {
    const response = await fetch(path, init);
    return [response.status, response.headers.get('Content-Type'), await response.text()];
  }, [path, init]);
  return { status, type, body: /json/.test(type ?? '') ? JSON.parse(body) : body };
}

const post = (page, body, type = 'application/json') =>
  ask(page, 'profiles/config/', { method: 'POST', body, headers: { 'Content-Type': type } });

/** Waits until the page says that the wall is finished on a day. */
const finished = (page, day) => page.waitForFunction(
  (words) => document.querySelector('.answer-finish')?.textContent === words, `Finished on day ${day}`, { timeout: PATIENCE });

/** Waits until the API says so many days for the wall: what the page showed is kept a moment later. */
async function keptDays(page, days) {
  for (const end = Date.now() + PATIENCE; ;) {
    const { profiles } = (await ask(page, 'profiles/')).body;
    const last = Math.max(...profiles.map((profile) => profile.last_day));
    if (last === days) return;
    assert.ok(Date.now() < end, `the API still says ${last} days`);
  }
}

test('a first visit has its result by one thread at once, then threads, without a reload', () =>
  site.visit({ plain: true, context: ALLOWED }, async (page) => {
    const opened = await page.evaluate(() => performance.timeOrigin);
    await threads(page);
    const { threads: pool } = await settled(page, 1);
    assert.ok(pool > 1);
    assert.equal(await page.evaluate(() => performance.timeOrigin), opened, 'it is the same page');
    assert.equal((await figures(page)).cost, 32_233_500);
    await page.click('.badge');
    assert.match(await read(page, '#engine-details'), /with shared memory/);
    // Days are asked of the new engine.
    await write(page, `${EXAMPLE}\n29`);
    assert.equal((await figures(page)).cost, 32_233_500 + 195 * 1900);
  }));

/** In the page: a service worker that takes over late, as on a busy machine. */
function late(ms) {
  const workers = navigator.serviceWorker;
  const listen = workers.addEventListener.bind(workers);
  const { get: controller } = Object.getOwnPropertyDescriptor(ServiceWorkerContainer.prototype, 'controller');
  const heard = [];
  let isThere = false;
  Object.defineProperty(workers, 'controller', { get: () => (isThere ? controller.call(workers) : null) });
  workers.addEventListener = (kind, ear, options) => (kind === 'controllerchange' ? heard.push(ear) : listen(kind, ear, options));
  listen('controllerchange', (event) => setTimeout(() => {
    isThere = true;
    for (const ear of heard) ear(event);
  }, ms));
}

test('a service worker that takes over late still brings threads', () =>
  site.visit({ plain: true, context: ALLOWED, before: (page) => page.addInitScript(late, 4000) }, async (page) => {
    await threads(page);
    assert.ok(await page.evaluate(() => performance.now()) > 4000);
  }));

test('the second visit is isolated, and never reloads by itself', () =>
  visit({}, async (page) => {
    let loads = 0;
    page.on('load', () => { loads += 1; });
    await page.reload();
    await settled(page, 0);
    assert.equal((await hooks(page)).engine, 'threads');
    assert.ok(await page.evaluate(() => crossOriginIsolated));
    assert.equal(await page.locator('iframe').count(), 0, 'no frame is needed');
    assert.equal(loads, 1);
  }));

test('the API answers about the example', () =>
  visit({}, async (page) => {
    assert.deepEqual((await ask(page, 'profiles/1/days/1/')).body, { day: 1, ice_amount: 585 });
    assert.deepEqual((await ask(page, 'profiles/overview')).body, { day: null, cost: 32_233_500 });
    assert.deepEqual((await ask(page, 'profiles/overview/1/?format=original')).body, { day: '1', cost: '3,334,500' });
    assert.equal((await ask(page, 'profiles/logs/?limit=1')).body.total, 105);
    // The page's fields begin with the model's values.
    assert.deepEqual((await ask(page, 'profiles/config/')).body, {
      volume_ice_per_foot: 195, cost_per_volume: 1900, target_height: 30, max_section_count: 2000, build_rate: 1, num_teams: null,
      cpu_worktime: 0.01, start_date: null, dispatch: 'file_order', crew_wage: 0, overhead_per_day: 0,
      profiles: [[21, 25, 28], [17], [17, 22, 17, 19, 17]],
    });
    assert.equal((await ask(page, 'openapi.json')).body.openapi, '3.1.0');
  }));

test('what is wrong is said, and nothing is taken over', () =>
  visit({ forgive: [/40[0-9]|413|415/] }, async (page) => {
    const cases = [
      ['profiles/0/', {}, 404, /has 3/],
      ['profiles/abc/days/1/', {}, 404, /has 3/],
      ['profiles/1/days/0/', {}, 400, /days start at 1/],
      ['profiles/?colour=1', {}, 400, /colour/],
      ['profiles/1/', { method: 'DELETE' }, 405, /GET/],
      ['profiles/nothing/at/all/', {}, 404, /no such route/],
      ['profiles/config/', { method: 'POST', body: '<a/>', headers: { 'Content-Type': 'text/xml' } }, 415, /json/],
    ];
    for (const [path, init, status, detail] of cases) {
      const answer = await ask(page, path, init);
      assert.equal(answer.status, status, path);
      assert.equal(answer.type, 'application/problem+json');
      assert.match(answer.body.detail, detail);
    }
    const refused = await post(page, '{"num_teams": 0, "profiles": [[31]]}');
    assert.equal(refused.status, 400);
    assert.deepEqual(refused.body.errors.map(({ pointer }) => pointer), ['/num_teams', '/profiles/0/0']);
    assert.equal((await post(page, '\0\u{fffd}', 'text/plain')).status, 400);
    const large = await post(page, '7 '.repeat(4 << 20), 'text/plain');
    assert.equal(large.status, 413);
    assert.deepEqual((await ask(page, 'profiles/config/')).body.profiles, [[21, 25, 28], [17], [17, 22, 17, 19, 17]]);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));

test('a POST shows up in the open page, and can be put back there', () =>
  visit({}, async (page) => {
    await write(page, '21 25 28\n17');
    await keptDays(page, 13);
    assert.deepEqual((await post(page, '20 20\n20', 'text/plain')).body, { status: 'success' });
    await finished(page, 10);
    assert.equal(await page.inputValue('#wall-text'), '20 20\n20');
    assert.match(await read(page, '.changed'), /changed the wall/);
    assert.equal((await post(page, '{"num_teams": 1, "crew_wage": 7, "dispatch": "longest_first"}')).status, 200);
    await finished(page, 30);
    assert.equal(await page.inputValue('#field-num_teams'), '1');
    assert.deepEqual([await page.inputValue('#field-dispatch'), await page.inputValue('#field-crew_wage')], ['longest_first', '7']);
    await page.click('text=Put back my wall');
    await finished(page, 10);
    await keptDays(page, 10);
    assert.equal((await ask(page, 'profiles/config/')).body.num_teams, null, 'the fields were put back as well');
  }));

test('what the page shows is what the API answers; a text with a fault is not', () =>
  visit({}, async (page) => {
    await write(page, '10\n20');
    await pool(page, 1);
    await keptDays(page, 30);
    assert.equal((await ask(page, 'profiles/config/')).body.num_teams, 1);
    await write(page, '10\n2O', { faulty: true });
    assert.deepEqual((await ask(page, 'profiles/config/')).body.profiles, [[10], [20]], 'the last good wall');
    await page.reload();
    await settled(page, 0);
    assert.equal(await page.inputValue('#wall-text'), '10\n20', 'the wall survives a reload');
    assert.equal((await figures(page)).finish, 'Finished on day 30');
  }));

test('the API reads the bytes beside the text, and the text where there are none that fit', () =>
  visit({}, async (page) => {
    const days = async () => Math.max(...(await ask(page, 'profiles/')).body.profiles.map((profile) => profile.last_day));
    // As a record of the page's own, whose text is then another.
    const kept = (stored, sections) => page.evaluate(async ([stored, sections]) => {
      const { settings, stored: bytes } = await icewallStore.bytes();
      const own = { bytes, broken: bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) }[stored];
      await icewallStore.write({ text: '25', settings, sections, stored: own });
      return bytes.length;
    }, [stored, sections]);
    for (const make of [() => write(page, '20\n'.repeat(100)), () => post(page, '20\n'.repeat(100), 'text/plain')]) {
      await make();
      await keptDays(page, 10);
      assert.ok(await kept('bytes', 100) <= 100 + 64, 'a byte a section');
      assert.equal(await days(), 10, 'from the bytes');
      await kept('broken', 1);
      assert.equal(await days(), 5, 'from the text');
      await kept('none', 1);
      assert.equal(await days(), 5, 'from the text');
      assert.equal(await page.evaluate(() => icewallStore.bytes()), null);
    }
  }));

test('a wall that is a file is kept as one, with the file’s figures in the API and after a reload', () =>
  visit({}, async (page) => {
    const folder = await mkdtemp(join(tmpdir(), 'icewall-'));
    const path = join(folder, 'large.txt');
    await writeFile(path, '29\n'.repeat(30_000));
    await choose(page, path);
    await page.waitForFunction(() => /^30,000/.test(document.querySelector('.wall-size').textContent));
    const total = async () => (await ask(page, 'profiles/?limit=1')).body.total;
    for (const end = Date.now() + PATIENCE; await total() !== 30_000;) assert.ok(Date.now() < end);
    const version = () => page.evaluate(async () => (await icewallStore.head()).version);
    const before = await version();
    await page.reload();
    await settled(page, 0);
    assert.match(await read(page, '.wall-size'), /^30,000 profiles/);
    assert.equal(await version(), before, 'what is kept already is not kept again');
    await rm(folder, { recursive: true });
  }));

test('two tabs show the same wall, and POSTs at once never mix', () =>
  visit({}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(site.plain.url);
    await settled(other, 0);
    await write(page, '29 28');
    await finished(other, 2);
    const bodies = Array.from({ length: 8 }, (_, at) => ({ num_teams: at + 1, profiles: [[at + 1, at + 1], [at + 1]] }));
    const answers = await Promise.all(bodies.map((body, at) => post(at % 2 ? page : other, JSON.stringify(body))));
    assert.ok(answers.every(({ status }) => status === 200));
    const { num_teams: crews, profiles } = (await ask(page, 'profiles/config/')).body;
    assert.deepEqual(profiles, [[crews, crews], [crews]], 'one of them, whole');
    const words = `${crews} ${crews}\n${crews}`;
    for (const tab of [page, other]) {
      await tab.waitForFunction((words) => document.querySelector('#wall-text').value.trim() === words, words, { timeout: PATIENCE });
    }
  }));

test('a navigation gets a page with links, and its form sends a body', () =>
  visit({ forgive: [/404/] }, async (page) => {
    await page.goto(`${site.plain.url}profiles/1/days/1/`);
    assert.match(await read(page, 'pre'), /"ice_amount": 585/);
    await Promise.all([page.waitForURL(/days\/2\//), page.click('text=Next day')]);
    assert.match(await read(page, 'main'), /Status 200/);
    await page.goto(`${site.plain.url}profiles/77/`);
    assert.match(await read(page, 'main'), /Status 404/);
    await page.goto(`${site.plain.url}profiles/config/`);
    await page.fill('textarea', '{"num_teams": 2}');
    await page.click('button:has-text("Send")');
    await page.waitForSelector('output:has-text("success")');
    await page.goto(`${site.plain.url}profiles/config/?format=json`);
    assert.equal(JSON.parse(await page.textContent('body')).num_teams, 2);
  }));

for (const [how, context] of [['by the service worker', ALLOWED], ['by the page where there is none', { serviceWorkers: 'block' }]]) {
  test(`the list of routes is there to be tried ${how}`, () =>
    site.visit({ plain: true, context }, async (page) => {
      if (context === ALLOWED) await served(page);
      await page.click('a[href="api.html"]');
      await page.click('summary:has-text("profiles/{profile}/days/{day}/")');
      const route = page.locator('details[open]');
      await route.locator('input >> nth=0').fill('3');
      await route.locator('text=Try it').click();
      await route.locator('output:has-text("200")').waitFor();
      assert.match(await route.locator('output').textContent(), /"ice_amount": 975/);
    }));

  test(`a deep link on a browser that never saw the app is answered ${how}`, () =>
    site.visit({ plain: true, context, query: 'profiles/2/overview/5/', wait: false, forgive: [/404/] }, async (page) => {
      await page.waitForSelector('pre:has-text("1852500")', { timeout: PATIENCE });
      assert.match(await read(page, 'main'), /Status 200/);
    }));
}

test('without a service worker the API answers about the visitor’s own wall, too', () =>
  site.visit({ plain: true, forgive: [/404/] }, async (page) => {
    await write(page, '29 28');
    const kept = () => page.evaluate(async () => (await icewallStore.read())?.text);
    for (const end = Date.now() + PATIENCE; await kept() !== '29 28';) assert.ok(Date.now() < end);
    await page.goto(`${site.plain.url}profiles/overview/`);
    await page.waitForSelector('pre:has-text("1111500")');
    await page.goto(`${site.plain.url}api.html`);
    await page.click('summary:has-text("POST profiles/config/")');
    await page.click('details[open] >> text=Try it');
    await page.waitForSelector('details[open] output:has-text("success")');
    await page.goto(site.plain.url);
    await settled(page, 0);
    assert.equal(await page.inputValue('#field-num_teams'), '4', 'and a POST there is in the app');
  }));

test('without a network the app and the API are still there', () =>
  visit({ forgive: [/ERR_INTERNET_DISCONNECTED/] }, async (page) => {
    await page.context().setOffline(true);
    await page.reload();
    const { engine } = await settled(page, 0);
    assert.equal(engine, 'threads');
    assert.deepEqual((await ask(page, 'profiles/1/days/3/')).body, { day: 3, ice_amount: 390 });
    await page.selectOption('.examples', 'forty');
    await page.waitForFunction(() => document.querySelector('.wall-size').textContent.match(/^40\sprofiles/));
  }));

test('a service worker that was stopped knows the wall when it is wanted again', () =>
  visit({}, async (page) => {
    // Nothing must be on its way when it is stopped.
    await threads(page);
    await post(page, '{"num_teams": 1}');
    await finished(page, 87);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    assert.deepEqual((await ask(page, 'profiles/1/days/1/')).body, { day: 1, ice_amount: 195 });
  }));

test('a hard reload goes past the service worker: one thread, and no reload of its own', () =>
  visit({}, async (page) => {
    let loads = 0;
    page.on('load', () => { loads += 1; });
    const devtools = await page.context().newCDPSession(page);
    await Promise.all([page.waitForEvent('load'), devtools.send('Page.reload', { ignoreCache: true })]);
    const { engine } = await settled(page, 0);
    assert.equal(engine, 'single');
    await page.waitForTimeout(3000);
    assert.equal(loads, 1);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));

test('a browser that stores nothing computes all the same', () =>
  site.visit({
    plain: true,
    context: ALLOWED,
    before: (page) => page.addInitScript(() => {
      const refuse = () => { throw new DOMException('The storage is blocked', 'SecurityError'); };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(navigator, 'serviceWorker', { get: refuse });
    }),
  }, async (page) => {
    assert.equal((await figures(page)).cost, 32_233_500);
    await write(page, '29');
    assert.equal((await hooks(page)).engine, 'single');
  }));

test('the log of 2,000 sections comes as a stream of lines', () =>
  visit({}, async (page) => {
    await post(page, lines(heights(2000, 30, 7), 2000), 'text/plain');
    const { body, type } = await ask(page, 'profiles/logs/?format=text');
    assert.equal(type, 'text/plain; charset=utf-8');
    const written = body.trimEnd().split('\n');
    assert.equal(written.length, (await ask(page, 'profiles/logs/?limit=1')).body.total);
    assert.match(written[0], /^INFO {5}Crew-1 {9} - Added 1 foot to section \d+ of profile 1 to reach \d+ feet on day 1$/);
  }));

test('a wall that would make the browser stand still is refused, with what to do instead', () =>
  visit({ forgive: [/413/] }, async (page) => {
    await page.evaluate(async (text) => {
      await icewallStore.write({ text, settings: [], sections: 2_000_001 });
    }, EXAMPLE);
    const answer = await ask(page, 'profiles/1/days/1/');
    assert.equal(answer.status, 413);
    assert.match(answer.body.detail, /2,000,001 sections/);
  }));

test('workers have a policy, and everything of the app is isolated', () =>
  visit({}, async (page) => {
    const headers = await page.evaluate(async () => {
      const engine = document.querySelector('meta[name=icewall-engine]').content;
      const worker = new Worker(`${engine}worker.js`, { type: 'module' });
      worker.terminate();
      const entries = performance.getEntriesByType('resource').map(({ name }) => name);
      return { served: entries.some((name) => name.endsWith('/worker.js')) };
    });
    assert.ok(headers.served);
    const [response] = await Promise.all([page.waitForResponse(/worker\.js/), page.reload()]);
    assert.match(response.headers()['content-security-policy'], /default-src 'none'/);
    assert.equal(response.headers()['cross-origin-embedder-policy'], 'require-corp');
  }));

test('a new version waits until the visitor lets it in, and leaves nothing of the old one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icewall-'));
  await cp(new URL('../../dist/', import.meta.url), folder, { recursive: true });
  const host = await startServer({ dir: folder, isolated: false });
  const visitor = await site.browser.newContext(ALLOWED);
  try {
    const page = await visitor.newPage();
    await page.goto(host.url);
    await served(page);
    const script = join(folder, 'sw.js');
    const old = (await readFile(script, 'utf8')).match(/version:"([0-9a-f]+)"/)[1];
    await writeFile(script, (await readFile(script, 'utf8')).replace(old, 'another'));
    await page.reload();
    await page.waitForSelector('.offer >> text=A new version of Icewall is ready', { timeout: PATIENCE });
    const names = () => page.evaluate(() => caches.keys());
    assert.ok((await names()).some((name) => name.endsWith(old)), 'the old one is in force');
    await Promise.all([page.waitForEvent('load'), page.click('.offer >> text=Load it')]);
    await settled(page, 0);
    assert.deepEqual((await names()).map((name) => name.split(' ').pop()), ['another']);
  } finally {
    await visitor.close();
    await host.close();
    await rm(folder, { recursive: true });
  }
});
