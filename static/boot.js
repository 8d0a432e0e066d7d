// Before and after the app: sets the theme before the first paint, loads the app, says so when
// that fails, and saves the visitor's text when the app dies. It knows nothing of the wall.
'use strict';

(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  const query = new URLSearchParams(location.search);
  // In a frame of another page it is compact, and shows what that page wants (static/styles/shell.css).
  const embedded = query.get('embed') === '1';
  if (embedded) {
    root.dataset.embed = '';
    root.dataset.hide = (query.get('hide') ?? '').replaceAll(',', ' ');
  }
  try {
    const theme = embedded ? query.get('theme') : localStorage.getItem('icewall-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing has the theme of the system.
  }

  let mounted = false;
  let ended = false;

  /** The app never came up: says why in place of "Loading…". */
  function fail(why) {
    if (ended) return;
    ended = true;
    root.dataset.state = 'failed';
    byId('loading').hidden = true;
    byId('failure').hidden = false;
    byId('failure-why').textContent = why;
  }

  /** The app is dead: its elements are still there, and so is the text in them. */
  function rescue(why) {
    if (!mounted) return fail(why);
    if (ended) return;
    ended = true;
    root.dataset.state = 'failed';
    const text = byId('wall-text')?.value ?? '';
    byId('app').inert = true;
    byId('rescue-why').textContent = why;
    byId('rescue-text').value = text;
    byId('rescue-text').hidden = text === '';
    byId('rescue-file').hidden = text !== '';
    byId('rescue').hidden = false;
    byId('rescue-copy').focus();
  }

  const text = () => byId('rescue-text');

  async function copy() {
    text().select();
    try {
      await navigator.clipboard.writeText(text().value);
      byId('rescue-said').textContent = 'Copied.';
    } catch {
      byId('rescue-said').textContent = 'The text is selected: copy it with the keyboard.';
    }
  }

  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text().value], { type: 'text/plain' }));
    link.download = 'wall.txt';
    link.click();
  }

  // A trap of the app's WebAssembly ends it. Any other error is somebody else's: an extension's,
  // or a single listener's.
  const isEnd = (error) => error instanceof WebAssembly.RuntimeError;
  const trapped = 'The page met a fault of its own, or ran out of memory.';
  addEventListener('error', ({ error }) => isEnd(error) && rescue(trapped));
  addEventListener('unhandledrejection', ({ reason }) => isEnd(reason) && rescue(trapped));
  addEventListener('icewall-mounted', () => { mounted = true; });

  /** The wall that this browser keeps; null where there is none, or it cannot be had at once. */
  async function own() {
    const late = new Promise((resolve) => { setTimeout(resolve, 1000, null); });
    try {
      return await Promise.race([icewallStore.read(), late]);
    } catch {
      return null;
    }
  }

  async function load() {
    byId('rescue-copy').addEventListener('click', copy);
    byId('rescue-save').addEventListener('click', save);
    byId('rescue-reload').addEventListener('click', () => location.reload());
    try {
      if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly.');
      const app = document.querySelector('meta[name="icewall-app"]');
      const [script, kept] = await Promise.all([import(new URL(app.content, document.baseURI).href), own()]);
      window.icewallKept = kept;
      await script.default({ module_or_path: new URL(app.dataset.wasm, document.baseURI) });
    } catch (error) {
      console.error(error);
      rescue(String(error?.message ?? error));
    }
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', load);
  else load();
})();
