// A new visitor who comes straight to a room, in Firefox and WebKitGTK, of a host that sends the headers for
// threads: engine and workshop start their workers while the service worker is taking over. Not for what a room
// can do: see log.test.mjs.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { startServer } from './server.mjs';

/** Which of the two is first is chance. */
const VISITS = 2;
/** A worker that is not up after ten seconds is started again: so long may nothing take. */
const MOST_MS = 10_000;

for (const [family, sharedMemory] of [['firefox', true], ['webkit', true], ['webkit', false]]) {
  if (!isWanted(family)) continue;
  test(`${family}${sharedMemory ? '' : ' without shared memory'}: a room is there on the first visit`, async () => {
    const host = await startServer({ ...(process.env.ICEWALL_SITE && { dir: process.env.ICEWALL_SITE }) });
    try {
      for (let visit = 0; visit < VISITS; visit += 1) {
        const visitor = await launch({ family, sharedMemory });
        try {
          await visitor.open(`${host.url}#/log`);
          await visitor.waitFor('the lines', () => document.querySelector('#rooms')?.innerText.includes('Added 1 foot'));
          const ms = await visitor.evaluate(() => performance.now());
          assert.ok(ms < MOST_MS, `visit ${visit + 1} took ${Math.round(ms)} ms`);
          const { engine } = await visitor.evaluate(() => ({ ...document.documentElement.dataset }));
          assert.equal(engine, sharedMemory ? 'threads' : 'single');
        } finally {
          await visitor.close();
        }
      }
    } finally {
      await host.close();
    }
  });
}
