// The engine behind the page: a test's hold on the engines that the page started, and a way to
// speak to an engine of its own, in the words of web/protocol. It checks nothing.

import { dayReply, dayRequest, REPLY, runReply, runRequest } from './messages.mjs';

/** Keeps the page's engines in `window.engines`, the latest last. For `before` of a visit. */
export function holdEngines(page) {
  return page.addInitScript((run) => {
    window.engines = [];
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        // Not those of a pool, nor the workshops of the rooms.
        if (!/\/worker\.js(?!.*\bof=)/.test(given[0])) return;
        window.engines.push(this);
        this.addEventListener('message', ({ data }) => {
          if (data.message?.[0] === run) window.logged = data.logged;
        });
      }
    };
  }, REPLY.Run);
}

/**
 * Lets the page's workers tell when the engine logged each line, in milliseconds of the worker's
 * clock: `window.logged` has those of the last run. A line costs nothing but a place in a list
 * then, while the browser's console takes up to a millisecond for one. For `before` of a visit
 * with `?log=debug`.
 */
export async function timeLog(page) {
  await holdEngines(page);
  const prelude = `{
    const logged = [];
    for (const kind of ['debug', 'info', 'log']) console[kind] = (text) => logged.push([performance.now(), text]);
    const post = self.postMessage.bind(self);
    self.postMessage = (data, transferred) => post({ ...data, logged: logged.splice(0) }, transferred);
  }`;
  await page.context().route(/\/worker\.js/, async (route) => {
    const response = await route.fetch();
    const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
    await route.fulfill({ headers, body: `${prelude}\n${await response.text()}` });
  });
}

/** The time between two lines of the last run, told by how they begin, in milliseconds. */
export async function between(page, from, to) {
  const at = (lines, begins) => lines.find(([, text]) => text.startsWith(begins))?.[0] ?? NaN;
  const lines = await page.evaluate(() => window.logged);
  return at(lines, to) - at(lines, from);
}

/**
 * Runs each configuration (JSON text) in an engine of the test's own, started in the page as the
 * page starts it, and asks for days. The page's thread is free meanwhile.
 * @param {string} query the worker's query, such as `?engine=single`
 * @param {{text: string, days: number[], profiles: number}[]} cases
 * @returns {Promise<{summary, days}[]>} each case's summary, and each day's figures (null: past the end)
 */
export async function compute(page, query, cases) {
  const asked = cases.map(({ text, days, profiles }, at) => ({
    text,
    run: runRequest(at + 1, 400),
    days: days.map((day) => dayRequest(day, day, profiles)),
  }));
  const heard = await page.evaluate(exchange, [query, asked, REPLY]);
  return heard.map(({ run, days }) => {
    const { outcome, diagnostics } = runReply(run);
    if (!outcome) throw new Error(JSON.stringify(diagnostics));
    return { summary: outcome.summary, days: days.map((day) => dayReply(day).figures) };
  });
}

/** In the page: posts each request to an engine and waits for its reply. */
async function exchange([query, asked, REPLY]) {
  const folder = document.querySelector('meta[name=icewall-engine]').content;
  const { openWorker } = await import(performance.getEntriesByType('resource').find(({ name }) => /js\/worker\.js/.test(name)).name);
  const worker = openWorker(`${folder}worker.js${query}`);
  const heard = [];
  let wake = () => {};
  worker.onmessage = ({ data }) => { heard.push(data); wake(); };
  worker.onerror = (event) => { heard.push({ failed: event.message }); wake(); };
  const next = async (kind) => {
    for (;;) {
      while (heard.length === 0) await new Promise((resolve) => { wake = resolve; });
      const { message, failed } = heard.shift();
      if (failed) throw new Error(failed);
      if (message[0] === kind) return [...message];
    }
  };
  await next(REPLY.Ready);
  const results = [];
  for (const { text, run, days } of asked) {
    const bytes = new TextEncoder().encode(text);
    worker.postMessage({ message: new Uint8Array(run), text: bytes }, [bytes.buffer]);
    const result = { run: await next(REPLY.Run), days: [] };
    for (const day of days) {
      worker.postMessage({ message: new Uint8Array(day) });
      result.days.push(await next(REPLY.Day));
    }
    results.push(result);
  }
  worker.terminate();
  return results;
}
