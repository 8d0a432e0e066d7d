// Answers the REST API: reads the wall from the store, lets the engine's router answer, keeps what
// a POST changed. The service worker answers with it; so does the page where there is none.
//
// Requests are answered one after another: between reading the wall and answering, nothing else
// may take the engine.
'use strict';

self.icewallApi = (() => {
  /** Sections that are computed at most: beyond, a browser would stand still for too long. */
  const SECTIONS_MOST = 2_000_000;
  /** Bytes of a body that are read at most, for the same reason. */
  const BODY_MOST = 6 << 20;
  /** About how many characters of a log are written at once. */
  const PIECE = 1 << 16;
  /** What is answered about where nothing is kept. */
  const EXAMPLE = { version: 0, text: null, settings: [], sections: 0 };
  /** What the engine's `needs` says. */
  const NEED = { nothing: 0, configuration: 1, wall: 2, lines: 3 };
  /** Sections that are passed at a time on the way to a page of the log. */
  const STRIDE = 200_000;

  /** Whether a path below the app's folder is one of the API's. */
  const owns = (path) => /^(profiles(\/|$)|openapi\.json\/?$)/.test(path);

  // Between two steps that may take tens of milliseconds, others get a turn.
  const pause = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(); };
    port2.postMessage(null);
  });

  /**
   * @param {() => Promise<object>} load gives the engine's `Api`
   * @param {object} store where the wall is kept
   */
  function create(load, store) {
    /** The version of the wall that the engine holds, and which engine that is. */
    let known = null;
    let holder = null;
    let last = Promise.resolve();

    /** Does `deed` when all before it are done. */
    function inTurn(deed) {
      const result = last.then(deed);
      last = result.catch(() => {});
      return result;
    }

    /** What the store gives; the engine's own example where nothing is kept, or nothing can be. */
    async function kept(what) {
      try {
        return (await what()) ?? EXAMPLE;
      } catch (error) {
        console.warn('The store cannot be read:', error);
        return EXAMPLE;
      }
    }

    /** Brings the engine to the wall that is kept; gives that wall's version and sections. */
    async function bring(engine) {
      // One that was loaded anew, after a crash, holds nothing yet.
      if (engine !== holder) known = null;
      holder = engine;
      const head = await kept(store.head);
      if (known === head.version || head.sections > SECTIONS_MOST) return head;
      known = null;
      const record = await takeBytes(engine, head) ?? await takeText(engine);
      if (record.sections > SECTIONS_MOST) return record;
      known = record.version;
      await pause();
      return record;
    }

    /** Takes the wall from its bytes; null where there are none that fit. */
    async function takeBytes(engine, head) {
      const record = head.stored ? await kept(store.bytes) : EXAMPLE;
      if (!record.stored || record.sections > SECTIONS_MOST) return null;
      return timed(() => engine.takeStored(record.stored, record.settings)) ? record : null;
    }

    /** Takes the wall from its text. */
    async function takeText(engine) {
      const record = await kept(store.read);
      const { text, settings, sections } = record;
      if (record === EXAMPLE) {
        engine.takeExample();
      } else if (sections <= SECTIONS_MOST) {
        const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(await text.arrayBuffer());
        await pause();
        timed(() => engine.take(bytes, settings));
      }
      return record;
    }

    async function prepare(engine, need, request) {
      if (need === NEED.wall && timed(() => engine.simulate())) await pause();
      if (need === NEED.lines) while (timed(() => engine.walk(request, STRIDE))) await pause();
    }

    /** Milliseconds that the engine computed for the request that is being answered. */
    let spent = 0;

    function timed(deed) {
      const from = performance.now();
      const result = deed();
      spent += performance.now() - from;
      return result;
    }

    /** One try: null where the wall changed under a POST. */
    async function attempt(engine, request) {
      const need = engine.needs(request);
      if (need === NEED.nothing) return engine.answer(request);
      const record = await bring(engine);
      if (record.sections > SECTIONS_MOST) return engine.tooLarge(request, record.sections);
      // A height takes about three bytes.
      if (request.body.length > BODY_MOST) return engine.tooLarge(request, Math.floor(request.body.length / 3));
      if (need >= NEED.wall) {
        const refused = engine.refused(request);
        if (refused) return refused;
        await prepare(engine, need, request);
      }
      const answer = timed(() => engine.answer(request));
      if (!answer.change) return answer;
      const text = answer.change.text ?? (await kept(store.read)).text ?? engine.exampleText();
      return (await store.write({ ...answer.change, text }, record.version)) === null ? null : answer;
    }

    /**
     * @param {{method, path, query, accept, contentType, body: Uint8Array, page}} request
     * @returns {Promise<{status: number, headers: string[][], body?: string, log?: string}>}
     */
    function answer(request) {
      return inTurn(async () => {
        const engine = await load();
        spent = 0;
        for (let tries = 0; tries < 10; tries += 1) {
          const answer = await attempt(engine, request);
          if (answer) return { ...answer, headers: [...answer.headers, ['Server-Timing', `engine;dur=${spent.toFixed(1)}`]] };
        }
        throw new Error('The wall changed again and again while it was being set.');
      });
    }

    /** The work log in pieces, as much as is asked for at a time. */
    function log(format) {
      let begun = null;
      const close = () => begun?.log.free();
      return new ReadableStream({
        pull: (stream) => inTurn(async () => {
          const engine = await load();
          const { version } = await bring(engine);
          if (begun && (begun.engine !== engine || begun.version !== version)) {
            return stream.error(new Error('The wall was changed meanwhile.'));
          }
          begun ??= { engine, version, log: engine.openLog(format) };
          const piece = engine.piece(begun.log, PIECE);
          if (piece === undefined) {
            close();
            return stream.close();
          }
          stream.enqueue(new TextEncoder().encode(piece));
        }),
        cancel: close,
      }, { highWaterMark: 0 });
    }

    /** An answer as a `Response`. */
    async function respond(request) {
      const { status, headers, body, log: format } = await answer(request);
      return new Response(format ? log(format) : body, { status, headers });
    }

    return { respond };
  }

  return { create, owns };
})();
