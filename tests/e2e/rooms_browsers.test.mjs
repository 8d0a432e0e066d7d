// What is kept, shared and compared, in Firefox and WebKitGTK, one visit through it: a link, kept as one's own; undo;
// two plans side by side; a file; the palette; the settings; and all of it after another load. What each can do is
// tested in Chromium.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { startServer } from './server.mjs';

const press = (visitor, selector, key, ctrlKey = false) => visitor.evaluate((selector, key, ctrlKey) => {
  document.querySelector(selector).dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
}, selector, key, ctrlKey);

/** Waits until a part of the page says this. */
const says = (visitor, selector, words) => visitor.waitFor(`“${words}” in ${selector}`, (selector, words) => {
  const text = document.querySelector(selector)?.textContent ?? '';
  return text.replaceAll(/\s+/g, ' ').includes(words);
}, selector, words);

const there = (visitor, selector) => visitor.waitFor(selector, (selector) => document.querySelector(selector) !== null, selector);

/** Waits until the comparison has so many crews in A and in B. */
const crews = (visitor, a, b) => visitor.waitFor(`${a} crews in A, ${b} in B`, (a, b) => {
  const row = [...document.querySelectorAll('.compare-figures tbody tr')].find((row) => row.cells[0].textContent === 'Crews');
  return row && row.cells[1].textContent === a && row.cells[2].textContent === b;
}, a, b);

/** Waits until the wall has this text and its result is there. */
const shown = (visitor, text, finish) => visitor.waitFor(`the wall ${text}`, (text, finish) =>
  document.querySelector('#wall-text')?.value === text && document.documentElement.dataset.state === 'idle'
  && document.querySelector('.answer-finish').textContent.replaceAll(/\s+/g, ' ').endsWith(finish), text, finish);

async function visit(visitor, url) {
  const wall = '21 25\n17';
  await visitor.open(`${url}#/wall?text=21%2025%0A17&num_teams=2`);
  await shown(visitor, wall, 'day 18');
  await says(visitor, '.linked', 'came with a link');
  await visitor.click('.linked button');
  await says(visitor, '.saved', 'Saved in this browser.');

  await visitor.type('#wall-text', '29');
  await shown(visitor, '29', 'day 1');
  await visitor.click('.undo button');
  await shown(visitor, wall, 'day 18');

  await there(visitor, '#commands dialog');
  await visitor.go('#/wall?text=28&num_teams=2');
  await shown(visitor, '28', 'day 2');
  await says(visitor, '.linked', 'came with a link');
  await visitor.click('.put-back');
  await shown(visitor, wall, 'day 18');

  await visitor.go('#/compare');
  await there(visitor, '.compare-do button');
  await visitor.click('.compare-do button');
  await crews(visitor, '2', '2');
  await visitor.type('#field-num_teams', '3');
  await crews(visitor, '2', '3');
  await visitor.waitFor('the curves', () => document.querySelectorAll('.compare-plot .series').length === 4);

  await visitor.go('#/export');
  await there(visitor, '.export-choice');
  await visitor.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      window.offered = file;
      return make(file);
    };
  });
  await visitor.click('.export-choice:nth-of-type(2) input');
  await says(visitor, '.export-do .primary', 'results-by-day.csv');
  await visitor.click('.export-do .primary');
  await says(visitor, '.export-do [role=status]', 'saved.');
  const text = await visitor.evaluate(() => window.offered.text());
  assert.equal(text.slice(0, text.indexOf('\n')), 'day,date,profile,ice,cost,cost_until');

  await press(visitor, 'body', 'k', true);
  await there(visitor, '.palette[open] input');
  await visitor.type('.palette[open] input', 'history');
  await press(visitor, '.palette[open] input', 'Enter');
  await says(visitor, '.history-list', 'Crews 2 → 3');

  await visitor.go('#/settings');
  await there(visitor, '#settings-locale');
  await visitor.type('#settings-locale', 'de-DE');
  await says(visitor, '.settings', '32.233.500');

  await visitor.open(`${url}?again#/compare`);
  await crews(visitor, '2', '3');
  await visitor.go('#/settings');
  await says(visitor, '.settings', '32.233.500');
}

for (const family of ['firefox', 'webkit'].filter(isWanted)) {
  test(`${family}: a link, undo, a comparison, a file, the palette and the settings, and all of it after another load`, async () => {
    const host = await startServer({ ...(process.env.ICEWALL_SITE && { dir: process.env.ICEWALL_SITE }) });
    // The service worker has tests of its own.
    const visitor = await launch({ family, serviceWorkers: false });
    try {
      await visit(visitor, host.url);
    } finally {
      await visitor.close();
      await host.close();
    }
  });
}
