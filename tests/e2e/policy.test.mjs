// The pages' policy (CSP) refuses nothing that they do, in all three engines: every room, the documentation, the
// API's pages, the embedded app. A script that stands first in each page hears what is refused, and a refusal on
// purpose shows that it does.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { startServer } from './server.mjs';
import { DIST, pagesOf } from './states.mjs';

const POLICY = /(<meta http-equiv="?Content-Security-Policy"?[^>]*>)/;
const HEARD = `if (!window.refused) {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    window.refused.push([violatedDirective, blockedURI, sourceFile, lineNumber].join(' '));
  });
}
`;
/** The first script of the pages that the service worker writes, where a browser has one. */
const WRITTEN = /^pages\/browse.*\.js$/;

let folder;
let server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icewall-policy-'));
  await cp(DIST, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const change = async (made) => writeFile(path, made(await readFile(path, 'utf8')));
    if (name.endsWith('.html')) await change((html) => html.replace(POLICY, '$1<script src="/icewall/heard.js"></script>'));
    if (WRITTEN.test(name)) await change((script) => HEARD + script);
  }
  await writeFile(join(folder, 'heard.js'), HEARD);
  server = await startServer({ dir: folder });
});
after(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

/** Waits until a page stands still: a service worker may take over and load it again. */
const still = (visitor) => visitor.waitFor('the page to stand still', () => new Promise((resolve) => {
  if (!document.body) return resolve(false);
  const { run, state } = document.documentElement.dataset;
  const seen = document.body.innerHTML.length;
  return setTimeout(() => resolve(document.body.innerHTML.length === seen && state === document.documentElement.dataset.state
    && (run === undefined || (state === 'idle' && Number(run) > 0)) && !/^(Looking|Loading)/.test(document.getElementById('said')?.textContent ?? '')), 500);
}));
const refused = (visitor) => visitor.evaluate(() => window.refused ?? ['nobody listens']);

/** Goes everywhere in one browser. */
async function goes(family) {
  const visitor = await launch({ family, sharedMemory: true, serviceWorkers: false });
  try {
    await visitor.open(server.url);
    await still(visitor);
    const rooms = await visitor.evaluate(() => [...document.querySelectorAll('.head-places a[href^="#/"]')].map((link) => link.hash.slice(2)));
    assert.ok(rooms.length >= 5, `${rooms}`);
    for (const room of rooms) {
      await visitor.evaluate((room) => { location.hash = `#/${room}`; }, room);
      if (room !== 'wall') await visitor.waitFor(`the room ${room}`, () => document.querySelector('#rooms > *') !== null);
      await still(visitor);
      assert.deepEqual(await refused(visitor), [], room);
    }
    const others = [...await pagesOf(), '?embed=1#/wall?text=21%2025%0A17'];
    for (const address of others) {
      await visitor.open(server.url + address);
      await still(visitor);
      assert.deepEqual(await refused(visitor), [], address);
    }
    await visitor.evaluate(() => { document.body.setAttribute('style', 'color: red'); });
    await visitor.evaluate(() => { document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.bad = 1' })); });
    await visitor.waitFor('a refusal on purpose', () => window.refused.length > 0);
    console.log(`${family}: nothing refused in ${rooms.length} rooms and on ${others.length} pages.`);
  } finally {
    await visitor.close();
  }
}

// No time is measured, and each waits much: they go at the same time.
test('the policy refuses nothing', { concurrency: true }, (t) => Promise.all(
  ['chromium', 'firefox', 'webkit'].filter(isWanted).map((family) => t.test(family, () => goes(family))),
));
