// The visitor's own wall, kept in this browser: one record that the page, every tab and the
// service worker share. A record is always replaced as a whole, so two of them never mix.
//
// A record is {version, text, settings, sections, stored}: the wall's text (a string, or a Blob where it
// is large), the parameter fields as [key, what was typed], how many sections the wall has, and what
// text and fields say as bytes that are quick to read (core/src/stored.rs), where there are any. The text
// and the bytes stand apart, so that nobody fetches what they do not need.
'use strict';

self.icewallStore = (() => {
  // All pages of one host share an origin: the folder tells one Icewall from another. The page for
  // unknown addresses stands anywhere, so it says where the app is.
  const base = self.document?.querySelector('meta[name="icewall-base"]')?.content ?? './';
  const folder = new URL(base, self.document?.baseURI ?? self.location.href).pathname;
  const name = `icewall ${folder}`;
  const RECORDS = 'configuration';
  const OWN = 'own';
  const TEXT = 'text';
  const STORED = 'stored';

  let opening = null;

  function open() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
      request.onblocked = () => reject(new Error('Another tab holds an older store open.'));
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        // A newer version of the app, or the visitor clearing the site's data, must not wait.
        database.onversionchange = () => { database.close(); opening = null; };
        database.onclose = () => { opening = null; };
        resolve(database);
      };
    });
    opening.catch(() => { opening = null; });
    return opening;
  }

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  /** The record without its text and bytes; null where nothing was kept yet. */
  async function head() {
    const records = (await open()).transaction(RECORDS).objectStore(RECORDS);
    return (await done(records.get(OWN))) ?? null;
  }

  /** The record with its text; null where nothing was kept yet. */
  async function read() {
    const records = (await open()).transaction(RECORDS).objectStore(RECORDS);
    const [own, text] = await Promise.all([done(records.get(OWN)), done(records.get(TEXT))]);
    return own ? { ...own, text } : null;
  }

  /** The record with its bytes; null where it has none. */
  async function bytes() {
    const records = (await open()).transaction(RECORDS).objectStore(RECORDS);
    const [own, stored] = await Promise.all([done(records.get(OWN)), done(records.get(STORED))]);
    // A version of the app that knows no bytes leaves those of an older record lying there.
    return own?.stored ? { ...own, stored } : null;
  }

  /**
   * Puts a record in place of the one there is, and tells every tab.
   * @param {{text: string | Blob, settings: string[][], sections: number, stored?: Uint8Array}} wall
   * @param {number} [expected] the version that is to be replaced; any, where it is left out
   * @returns {Promise<number | null>} the new version; null where another record came first
   */
  async function write(wall, expected) {
    const transaction = (await open()).transaction(RECORDS, 'readwrite');
    const records = transaction.objectStore(RECORDS);
    const now = (await done(records.get(OWN)))?.version ?? 0;
    if (expected !== undefined && expected !== now) return null;
    const version = now + 1;
    const { text, stored, ...own } = wall;
    records.put({ ...own, version, stored: stored !== undefined }, OWN);
    records.put(text, TEXT);
    if (stored) records.put(stored, STORED);
    else records.delete(STORED);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    channel()?.postMessage({ version });
    return version;
  }

  let speaking = null;

  /** The word that goes round; none in a browser that has no such thing. */
  function channel() {
    try {
      speaking ??= new BroadcastChannel(name);
    } catch {
      return null;
    }
    return speaking;
  }

  /** Calls back with the version whenever somebody else has put a record. */
  function watch(changed) {
    channel()?.addEventListener('message', ({ data }) => changed(data.version));
  }

  return { folder, head, read, bytes, write, watch };
})();
