// What the tests of saved walls share: ways through the room, and the database behind it, opened as a stranger
// would. It holds no test.

import { setTimeout as after } from 'node:timers/promises';

/** How long a workshop may take to come up on a slow, busy machine, in milliseconds. */
const PATIENCE = 60_000;

/** Goes to a part of the page. */
export const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);

/** Waits until the room has said this. */
export const said = (page, words) => page.waitForSelector(`.saved-said:has-text("${words}")`);

/** The names in the list, in order. */
export const names = (page) => page.locator('.saved-wall .saved-name').allTextContents();

/** Waits until there are so many walls in the list. */
export const count = (page, wanted) =>
  page.waitForFunction((wanted) => document.querySelectorAll('.saved-wall').length === wanted, wanted);

const row = (name) => `.saved-wall:has(.saved-name button:text-is("${name}"))`;

/** Unfolds a wall's row, unless it is. */
export async function unfold(page, name) {
  const more = page.locator(`${row(name)} .saved-more`);
  if (await more.getAttribute('aria-expanded') === 'false') await more.click();
}

/** Does something with a wall: a button below its row. */
export async function act(page, what, name) {
  await unfold(page, name);
  await page.click(`${row(name)} .saved-do >> text="${what}"`);
}

/** Saves the wall that is shown. */
export async function save(page, name) {
  await go(page, 'Saved');
  await page.fill('#saved-as', name);
  await page.click('.saved-new button');
  await said(page, `${name} is saved`);
}

/** Adds the walls of a file. */
export const add = (page, name, text) =>
  page.setInputFiles('.saved-files input', { name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** Puts what opens the database into the page. */
function prepare(page) {
  return page.evaluate(() => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const name = `icewall ${new URL('./', document.baseURI).pathname} walls`;
    window.openWalls = async (version, make) => {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => make?.(opening.result);
      return { database: await done(opening), done };
    };
  });
}

/** Puts a value into a store of the database; a text as its bytes. */
export async function put(page, store, value, key) {
  await prepare(page);
  return page.evaluate(async ([store, value, key]) => {
    const { database, done } = await window.openWalls();
    const kept = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    await done(database.transaction(store, 'readwrite').objectStore(store).put(kept, key));
    database.close();
  }, [store, value, key]);
}

/** Takes a value out of a store of the database. */
export async function take(page, store, key) {
  await prepare(page);
  return page.evaluate(async ([store, key]) => {
    const { database, done } = await window.openWalls();
    await done(database.transaction(store, 'readwrite').objectStore(store).delete(key));
    database.close();
  }, [store, key]);
}

/** What the database holds: its version, the records, and how many bytes each text takes. */
export async function content(page) {
  await prepare(page);
  return page.evaluate(async () => {
    const { database, done } = await window.openWalls();
    const all = (store) => done(database.transaction(store).objectStore(store).getAll());
    const [walls, texts, profiles] = await Promise.all(['walls', 'texts', 'profiles'].map(all));
    database.close();
    return { version: database.version, walls, profiles, bytes: texts.map((text) => text.length) };
  });
}

/** The same as soon as so many runs are kept by profile: they follow their wall when the workshop has said them. */
export async function contentWith(page, runs) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const there = await content(page);
    if (there.profiles.length >= runs || performance.now() > end) return there;
    await after(100);
  }
}

/** The database as it was in its first version, with these records; a text that stands in one lies apart. */
export async function makeFirst(page, records) {
  await prepare(page);
  return page.evaluate(async (records) => {
    const { database } = await window.openWalls(1, (database) => {
      database.createObjectStore('walls', { autoIncrement: true });
      database.createObjectStore('texts');
    });
    const transaction = database.transaction(['walls', 'texts'], 'readwrite');
    records.forEach((record, index) => {
      const { text, ...rest } = record;
      transaction.objectStore('walls').put(record.schema ? rest : record, index + 1);
      if (record.schema) transaction.objectStore('texts').put(new TextEncoder().encode(text), index + 1);
    });
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
  }, records);
}

/** Holds the database open, deaf to newer versions; made anew in this version where there is none. */
export async function hold(page, version) {
  await prepare(page);
  return page.evaluate(async (version) => {
    const { database } = await window.openWalls(version, (database) => {
      if (!database.objectStoreNames.contains('walls')) database.createObjectStore('walls', { autoIncrement: true });
    });
    window.letGo = () => database.close();
  }, version);
}
