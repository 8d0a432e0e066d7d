// Chromium, Firefox and WebKitGTK behind one small interface, for what must hold in all three: a
// browser with an empty profile, opening an address, evaluating in the page, clicking, typing, waiting. It holds no
// test and knows nothing of the page. What is tested in Chromium alone uses lib.mjs.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities } from 'selenium-webdriver';

import { launchChromium } from './lib.mjs';

const FIREFOX = process.env.ICEWALL_FIREFOX ?? '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = process.env.ICEWALL_WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';

/** How long anything that is waited for may take: three browsers on a slow, busy machine. */
const PATIENCE = 60_000;
/** How often the page is asked meanwhile, and how long one answer may take. */
const PAUSE = 100;
const ANSWER = 10_000;

/** Whether a browser belongs to this run: all do, unless ICEWALL_BROWSERS says Chromium alone. */
export function isWanted(family) {
  const only = process.env.ICEWALL_BROWSERS ?? '';
  if (only !== '' && only !== 'chromium') {
    throw new Error(`ICEWALL_BROWSERS is “${only}”; it may be chromium, or be left out for all browsers.`);
  }
  return only === '' || family === only;
}

/**
 * Starts a browser with an empty profile: a new visitor.
 * @param {object} options
 * @param {'chromium' | 'firefox' | 'webkit'} options.family
 * @param {boolean} [options.sharedMemory] whether WebKitGTK may share memory; others always do
 * @param {boolean} [options.serviceWorkers] whether there are service workers; not for WebKitGTK
 * @returns {Promise<Visitor>}
 */
export async function launch({ family, sharedMemory = false, serviceWorkers = true }) {
  if (family === 'chromium') return startChromium(serviceWorkers);
  if (family === 'firefox') return startFirefox(serviceWorkers);
  return startWebKit(sharedMemory);
}

/** One visitor with one page, whatever the browser. */
class Visitor {
  /**
   * @param {object} driver
   * @param {(url: string) => Promise} driver.open
   * @param {(script: Function, args: unknown[]) => Promise} driver.evaluate
   * @param {() => Promise} driver.close
   */
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens an address in the page, and waits until it is that page's document that is asked. */
  async open(url) {
    await this.evaluate(() => { window.isLeft = true; });
    await within(PATIENCE, this.driver.open(url), `opening ${url}`);
    await this.waitFor('the page to be there', () => !window.isLeft && document.readyState !== 'loading');
  }

  /** Calls a function in the page; a promise is awaited. It sees nothing but its arguments. */
  evaluate(script, ...args) {
    return within(PATIENCE, this.driver.evaluate(script, args), 'a script');
  }

  /**
   * Asks the page until the function gives something true, and returns that. The page may be
   * loaded anew meanwhile.
   * @param {string} what is waited for, in words
   */
  async waitFor(what, script, ...args) {
    const end = performance.now() + PATIENCE;
    let last;
    while (performance.now() < end) {
      try {
        last = await within(ANSWER, this.driver.evaluate(script, args), 'a script');
        if (last) return last;
      } catch (error) {
        // A page that is just being left has no context to evaluate in.
        last = error;
      }
      await after(PAUSE);
    }
    throw new Error(`Waited in vain for ${what}; last: ${last}\n${await this.told()}`);
  }

  /** Goes to another fragment. */
  go(hash) {
    return this.evaluate((hash) => { window.location.hash = hash; }, hash);
  }

  /** Clicks the first element that is meant. */
  click(selector) {
    return this.evaluate((selector) => document.querySelector(selector).click(), selector);
  }

  /** Types into a field, or chooses of a list. */
  type(selector, text) {
    return this.evaluate((selector, text) => {
      const field = document.querySelector(selector);
      field.value = text;
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }, selector, text);
  }

  /** What the page says of itself, for who reads of a failure. */
  async told() {
    try {
      return await this.evaluate(() => [
        location.href, JSON.stringify({ ...document.documentElement.dataset }), document.body.innerText.slice(0, 500),
      ].join('\n'));
    } catch (error) {
      return `The page says nothing: ${error.message}`;
    }
  }

  async close() {
    await this.driver.close();
  }
}

/** A promise with a limit: a driver may lose an answer, such as when a page changes its process. */
async function within(ms, promise, what) {
  const limit = new AbortController();
  const late = after(ms, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`The browser gave no answer to ${what} for ${ms / 1000} s.`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => {});
    limit.abort();
  }
}

/** Playwright's. */
async function startChromium(serviceWorkers) {
  const browser = await launchChromium();
  const context = await browser.newContext({ serviceWorkers: serviceWorkers ? 'allow' : 'block' });
  const page = await context.newPage();
  return new Visitor({
    open: (url) => page.goto(url, { waitUntil: 'commit', timeout: PATIENCE }),
    // Playwright hands over one argument.
    evaluate: (script, args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`),
    close: () => browser.close(),
  });
}

/** Puppeteer's: it speaks WebDriver BiDi to the Firefox of the distribution. */
async function startFirefox(serviceWorkers) {
  await mustBeThere(FIREFOX, 'Firefox', 'firefox-esr', 'ICEWALL_FIREFOX');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    timeout: PATIENCE,
    extraPrefsFirefox: { 'dom.serviceWorkers.enabled': serviceWorkers },
  });
  const page = await browser.newPage();
  return new Visitor({
    open: (url) => page.goto(url, { waitUntil: 'domcontentloaded', timeout: PATIENCE }),
    evaluate: (script, args) => page.evaluate(script, ...args),
    close: () => browser.close(),
  });
}

/** Selenium's, and a driver of its own: WebKitGTK has no headless mode, so it gets a display. */
async function startWebKit(sharedMemory) {
  await mustBeThere(WEBKIT_DRIVER, 'WebKitGTK', 'webkit2gtk-driver xvfb xauth', 'ICEWALL_WEBKIT_DRIVER');
  const home = await mkdtemp(join(tmpdir(), 'icewall-webkit-'));
  const port = await freePort();
  const server = await startWebKitDriver(port, home, sharedMemory);
  const stop = async () => {
    await server.end().catch(() => {});
    // A process of the browser may write its last while the folder goes.
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const driver = await Promise.race([connect(`http://127.0.0.1:${port}`), server.failed]);
    await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
    return new Visitor({
      open: (url) => driver.get(url),
      evaluate: (script, args) => evaluateBySelenium(driver, script, args),
      // Whether it says goodbye or not, it is ended.
      close: () => within(ANSWER, driver.quit(), 'the end').catch(() => {}).then(stop),
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A session, as soon as the driver answers. */
async function connect(url) {
  // With another strategy this driver holds the first script back for as long as a page may load.
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', pageLoadStrategy: 'none' });
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await new Builder().usingServer(url).withCapabilities(capabilities).build();
    } catch (error) {
      if (!/ECONNREFUSED/.test(error) || performance.now() > end) throw error;
      await after(PAUSE);
    }
  }
}

/** Selenium tells little of an error in the page. */
async function evaluateBySelenium(driver, script, args) {
  const { value, error } = await driver.executeScript(`
    const run = async () => (${script})(...arguments[0]);
    return run().then((value) => ({ value }), (error) => ({ error: String(error) }));
  `, args);
  if (error) throw new Error(error);
  return value;
}

/** A display that starts afresh when its last window closes may miss that it is to end just then. */
const DISPLAY = '-screen 0 1280x1024x24 -noreset';

/** The driver on a display of its own; `end` ends both, and nothing else. */
async function startWebKitDriver(port, home, sharedMemory) {
  // The shell's input ends with this process, however that ends; then the driver is ended, and
  // xvfb-run takes its display down.
  const script = '"$0" "$@" & cat > /dev/null; kill $!; wait $!';
  const env = {
    ...process.env,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    JSC_useSharedArrayBuffer: sharedMemory ? '1' : '0',
  };
  const child = spawn('xvfb-run', ['-a', '-s', DISPLAY, 'sh', '-c', script, WEBKIT_DRIVER, `--port=${port}`], {
    env, stdio: ['pipe', 'ignore', 'ignore'], detached: true,
  });
  const ended = once(child, 'exit');
  const needs = (what) => { throw new Error(`WebKitGTK needs a display: install xvfb and xauth (${what}).`); };
  const failed = ended.then(([code]) => needs(`xvfb-run ended with ${code}`), (error) => needs(error.message));
  failed.catch(() => {});
  const end = async () => {
    child.stdin.end();
    await within(ANSWER, ended, 'the end of its driver');
  };
  return { end, failed };
}

/** A port that nobody has at the moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A browser that is missing fails its tests: what was not tried is not known to work. */
async function mustBeThere(path, name, packages, variable) {
  try {
    await access(path, constants.X_OK);
  } catch {
    throw new Error(
      `There is no ${name} at ${path}: install ${packages}, set ${variable} to its path, `
      + 'or set ICEWALL_BROWSERS=chromium to do with Chromium alone.',
    );
  }
}
