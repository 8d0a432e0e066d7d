// Saved walls in Firefox and WebKitGTK, whose databases end their transactions in ways of their own: a database
// of the first version is renewed, a wall is opened, another saved and there after a reload. Not for what the
// room can do: that is tested in Chromium.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { contentWith, makeFirst } from './saved.mjs';
import { startServer } from './server.mjs';

const FIXTURE = new URL('../fixtures/saved_version_2.json', import.meta.url);

const isIdle = () => document.documentElement.dataset.state === 'idle' && Number(document.documentElement.dataset.run) > 0;

/** Waits until just these walls are in the list. */
function listed(visitor, names) {
  return visitor.waitFor(`the walls ${names}`, (names) => {
    const there = [...document.querySelectorAll('.saved-wall .saved-name')].map((name) => name.textContent);
    return JSON.stringify(there.sort()) === names;
  }, JSON.stringify(names));
}

for (const family of ['firefox', 'webkit'].filter(isWanted)) {
  test(`${family}: walls are renewed, opened, saved, and there after a reload`, async () => {
    const host = await startServer({ ...(process.env.ICEWALL_SITE && { dir: process.env.ICEWALL_SITE }) });
    // The service worker has tests of its own.
    const visitor = await launch({ family, serviceWorkers: false });
    try {
      const old = JSON.parse(await readFile(FIXTURE, 'utf8'));
      await visitor.open(`${host.url}api.html`);
      await makeFirst(visitor, [old]);
      await visitor.open(host.url);
      await visitor.waitFor('the first result', isIdle);
      await visitor.go('#/saved');
      await listed(visitor, [old.name]);
      await visitor.click('.saved-name button');
      await visitor.waitFor('the wall to be open', (text) => document.querySelector('#wall-text').value === text, old.text);
      await visitor.waitFor('its result', isIdle);
      await visitor.go('#/saved');
      await visitor.waitFor('the field', () => document.querySelector('#saved-as') !== null);
      await visitor.type('#saved-as', 'Once more');
      await visitor.waitFor('the wall to be told', () => !document.querySelector('.saved-new button').disabled);
      await visitor.click('.saved-new button');
      await listed(visitor, ['Once more', old.name]);
      const { version, walls, profiles, bytes } = await contentWith(visitor, 1);
      assert.equal(version, 2);
      assert.deepEqual(walls.map(({ schema, sections }) => [schema, sections]), [[3, 4], [3, 4]]);
      assert.deepEqual([profiles.length, bytes.length], [1, 2]);
      await visitor.open(`${host.url}?again#/saved`);
      await listed(visitor, ['Once more', old.name]);
    } finally {
      await visitor.close();
      await host.close();
    }
  });
}
