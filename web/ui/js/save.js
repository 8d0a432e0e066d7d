// A file that is written piece by piece. A large one goes where the visitor says as it comes, if the browser lets a
// page write there; else into the browser's own storage, and is offered for download from there. So no more than a
// piece of it is held. A small one, or one for which there is no such storage, is put together in memory.

/** Where large files lie in the browser's own storage until they are downloaded, each named by when it was begun. */
const FOLDER = 'icewall files';
/** For how long, in milliseconds: a download copies them, which takes its time. */
const KEPT = 3_600_000;
/** How many pieces are put together at a time, for the browser to lay them aside. */
const TOGETHER = 32;

/** Opens a file for writing; null where the visitor thinks better of it. */
export async function openFile(name, large) {
  if (large && typeof showSaveFilePicker === 'function') {
    try {
      const handle = await showSaveFilePicker({ suggestedName: name });
      return await handle.createWritable();
    } catch (error) {
      if (error.name === 'AbortError') return null;
    }
  }
  return (large && await Aside.open(name)) || new Download(name);
}

/** Offers a file for download. */
function offer(name, file) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(file);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}

/** A file in memory. */
class Download {
  constructor(name) {
    this.name = name;
    this.parts = [];
  }

  async write(bytes) {
    this.parts.push(bytes);
    if (this.parts.length >= TOGETHER) this.parts = [new Blob(this.parts)];
  }

  async close() {
    offer(this.name, new Blob(this.parts));
  }

  async abort() {
    this.parts = [];
  }
}

/** A file in the browser's own storage. */
class Aside {
  /** None where there is no such storage. */
  static async open(name) {
    try {
      const files = await folder(true);
      const handle = await files.getFileHandle(String(Date.now()), { create: true });
      return Object.assign(new Aside(), { name, files, handle, stream: await handle.createWritable() });
    } catch {
      return null;
    }
  }

  write(bytes) {
    return this.stream.write(bytes);
  }

  async close() {
    await this.stream.close();
    offer(this.name, await this.handle.getFile());
    setTimeout(tidy, KEPT + 1);
  }

  async abort() {
    await this.stream.abort();
    await this.files.removeEntry(this.handle.name);
  }
}

async function folder(create) {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create });
}

/** Takes away what was downloaded, or left lying, long ago. */
export async function tidy() {
  try {
    const files = await folder(false);
    for await (const name of files.keys()) {
      // One that is being written has a name that goes on.
      if (!(Number.parseInt(name, 10) > Date.now() - KEPT)) await files.removeEntry(name);
    }
  } catch {
    // There is no such storage, nothing lies in it, or another tab still writes into it.
  }
}
