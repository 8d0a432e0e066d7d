// What the browser tests share: a browser with an empty profile, the page served isolated or
// plain, waiting on the page's hooks, reading its figures. It holds no test, and makes no wall
// (walls.mjs does).

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { startServer } from './server.mjs';

const BROWSER = process.env.ICEWALL_CHROMIUM ?? '/usr/bin/chromium';
/** Another folder than dist/ to test. */
const SITE = process.env.ICEWALL_SITE;
/** How late every step comes, in milliseconds: a test may not pass because it is quick. */
const DELAY = Number(process.env.ICEWALL_DELAY ?? 0);
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** How long anything that is waited for may take on a slow, busy machine, in milliseconds. */
export const PATIENCE = 30_000;

/** Starts a Chromium without any visitor; with a folder for a profile, one visitor whose browser keeps things. */
export function launchChromium(profile, { args = [], ...options } = {}) {
  const browser = { executablePath: BROWSER, slowMo: DELAY, args: [...FLAGS, ...args], ...options };
  return profile ? chromium.launchPersistentContext(profile, browser) : chromium.launch(browser);
}

/** A browser and two servers: one isolated (threads), one plain (one thread); and a folder for what a visitor opens. */
export class Site {
  static async open() {
    const options = SITE ? { dir: SITE } : {};
    const [isolated, plain, browser, folder] = await Promise.all([
      startServer(options),
      startServer({ ...options, isolated: false }),
      launchChromium(),
      mkdtemp(join(tmpdir(), 'icewall-')),
    ]);
    return Object.assign(new Site(), { isolated, plain, browser, folder });
  }

  async close() {
    await this.browser.close();
    await Promise.all([this.isolated.close(), this.plain.close(), rm(this.folder, { recursive: true })]);
  }

  /**
   * Opens the page as a new visitor, does `body(page)`, and fails on anything that the browser
   * complained of meanwhile.
   * @param {object} options
   * @param {boolean} [options.plain] without the headers that allow threads
   * @param {string} [options.query] the address's query
   * @param {RegExp[]} [options.forgive] complaints that the test provokes
   * @param {(page) => Promise<void>} [options.before] what to do before the page is opened
   * @param {boolean} [options.wait] whether to wait for the first result
   * @param {object} [options.context] what Playwright knows of the visitor
   * @param {(page) => Promise<T>} body
   */
  async visit({ plain = false, query = '', forgive = [], before, wait = true, context = {} }, body) {
    const visitor = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-US',
      // The service worker has tests of its own.
      serviceWorkers: 'block',
      ...context,
    });
    const page = await visitor.newPage();
    const complaints = collectComplaints(page);
    try {
      page.setDefaultTimeout(PATIENCE);
      await before?.(page);
      await page.goto((plain ? this.plain : this.isolated).url + query);
      if (wait) await settled(page, 0);
      const result = await body(page);
      assert.deepEqual(complaints.filter((text) => !forgive.some((known) => known.test(text))), []);
      return result;
    } catch (error) {
      // What the browser complained of is often the cause.
      error.message = [error.message, ...complaints].join('\n');
      throw error;
    } finally {
      await visitor.close();
    }
  }
}

/** Everything the browser complains of: errors, refused scripts and styles, missing files; `when` adds words to each. */
export function collectComplaints(page, when = () => '') {
  const complaints = [];
  const complain = (text) => complaints.push(text + when());
  page.on('console', (message) => {
    // A broken policy (CSP) and a missing file are told here as well.
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** The hooks on `<html>`. */
export async function hooks(page) {
  const { state, run, engine, threads, runMs } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  return { state, run: Number(run), engine, threads: Number(threads), ms: Number(runMs) };
}

/** Waits until nothing is computed and more than `run` results were painted; gives the hooks. */
export async function settled(page, run = -1) {
  await inState(page, 'idle', run);
  return hooks(page);
}

/** Waits for a state, and for more than `run` results. A page that has failed is not waited for. */
export async function inState(page, wanted, run = -1) {
  const there = ([wanted, number]) => {
    const { state, run } = document.documentElement.dataset;
    return (state === 'failed' || (state === wanted && Number(run) > number)) && state;
  };
  const reached = await page.waitForFunction(there, [wanted, run], { timeout: PATIENCE });
  assert.equal(await reached.jsonValue(), wanted);
}

/** Does something that leads to a new result, and waits for it. */
export async function renewed(page, deed) {
  const { run } = await hooks(page);
  await deed();
  return settled(page, run);
}

/** Replaces the wall's text as somebody who types would. A fault gives no new result: `faulty`. */
export async function write(page, text, { faulty = false } = {}) {
  const type = () => page.fill('#wall-text', text);
  if (!faulty) return renewed(page, type);
  await type();
  return settled(page);
}

/** Chooses a file in the page's picker. */
export function choose(page, file) {
  return page.setInputFiles('.wall input[type=file] >> nth=0', file);
}

/** Drops a file on the page. */
export async function drop(page, name, content) {
  const transfer = await page.evaluateHandle(([name, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], name));
    return transfer;
  }, [name, content]);
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', kind, { dataTransfer: transfer });
  }
}

/** Sets the crews to a pool of so many. */
export function pool(page, crews) {
  return renewed(page, () => page.fill('#field-num_teams', String(crews)));
}

/** The digits of a text as one number: `32,233,500 Gold Dragons` → 32233500. */
export function whole(text) {
  const digits = text.replaceAll(/[^0-9]/g, '');
  assert.notEqual(digits, '', `a number in “${text}”`);
  return Number(digits);
}

/** A text without the difference between blanks. */
export function plainText(text) {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The text of an element. */
export async function read(page, selector) {
  return plainText(await page.textContent(selector));
}

/** The answer and the list of figures, as numbers where they are. */
export async function figures(page) {
  const terms = await page.$$eval('.figure-list > div', (list) =>
    list.map((entry) => [entry.querySelector('dt').textContent, entry.querySelector('dd').textContent]));
  return {
    finish: await read(page, '.answer-finish'),
    cost: whole(await read(page, '.answer-cost')),
    note: await read(page, '.answer-note'),
    terms: Object.fromEntries(terms.map(([term, value]) => [term, plainText(value)])),
  };
}

/** The exact figures of a day of the wall, by the field below the charts. */
export async function lookAt(page, day) {
  await page.fill('.day-field input', String(day));
  await page.press('.day-field input', 'Enter');
  return dayShown(page, day);
}

/** The first and the last day that the day axes show. */
export function shownDays(page) {
  return page.$eval('.day-slider', ({ min, max }) => [Number(min), Number(max)]);
}

/** The figures of the day that is looked at, once they are that day's. */
export async function dayShown(page, day) {
  const words = `Day ${day.toLocaleString('en-US')}`;
  await page.waitForFunction((words) => {
    const said = document.querySelector('.day-slider').getAttribute('aria-valuetext');
    return said.startsWith(`${words}:`) || said.startsWith(`${words},`);
  }, words);
  const [ice, cost, until] = (await read(page, '.day-figures')).split(' · ').slice(-3).map(whole);
  return { ice, cost, until };
}

/** A table's rows as lists of texts. */
export function rows(page, table) {
  return page.$$eval(`${table} tbody tr`, (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim())));
}

/**
 * Cancels the job of a line as soon as it is under way and `when` says `says`: milliseconds from the click until
 * the line says so. The page does it by itself: a job may end in the time that a word from here takes.
 */
export function cancelled(page, line, { when = line, says = '' } = {}) {
  return page.evaluate(({ line, when, says, patience }) => new Promise((resolve, reject) => {
    let from = null;
    const look = () => {
      const cancel = [...document.querySelectorAll(`${line} button`)]
        .find((button) => button.textContent === 'Cancel' && button.checkVisibility());
      if (from === null && cancel && document.querySelector(when)?.textContent.includes(says)) {
        from = performance.now();
        cancel.click();
      } else if (from !== null && document.querySelector(`${line} [role=status]`).textContent.startsWith('Cancelled')) {
        resolve(performance.now() - from);
      }
    };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    setTimeout(() => reject(new Error(`${line} was not cancelled`)), patience);
    look();
  }), { line, when, says, patience: PATIENCE });
}

/** The list of faults: where, and what is said. */
export async function faults(page) {
  const list = await page.$$eval('.faults-list > li', (list) => list.map((entry) => [
    entry.querySelector('.faults-place')?.textContent,
    (entry.querySelector('.faults-message') ?? entry).textContent,
  ]));
  return list.map(([place, message]) => ({ place: place ? plainText(place) : null, message: plainText(message) }));
}
