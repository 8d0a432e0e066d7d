// A file that is written piece by piece. Where the browser lets a page write into a file of the
// visitor's choice, a large one goes there as it comes; else it is put together and offered for download.

/** How many pieces are put together at a time, for the browser to lay them aside. */
const TOGETHER = 32;

/** Opens a file for writing; null where the visitor thinks better of it. */
export async function openFile(name, large) {
  if (!large || typeof showSaveFilePicker !== 'function') return new Download(name);
  try {
    const handle = await showSaveFilePicker({ suggestedName: name });
    return await handle.createWritable();
  } catch (error) {
    if (error.name === 'AbortError') return null;
    return new Download(name);
  }
}

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
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(this.parts));
    link.download = this.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
  }

  async abort() {
    this.parts = [];
  }
}
