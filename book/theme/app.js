// The app in a page of the documentation. It computes as it comes, so nobody waits for it who has not begun to read:
// until then a picture of it stands in its place (book/src/frame.rs). It comes when that is in sight, or its button is
// pressed, lies beneath the picture until it is ready, and has the page's theme. Not for looks (book.css).

'use strict';

(() => {
  const root = document.documentElement;
  const theme = () => (['navy', 'coal', 'ayu'].some((name) => root.classList.contains(name)) ? 'dark' : 'light');
  /** An app that has not said after so long that it is ready, in milliseconds, may say itself what is wrong. */
  const PATIENCE = 10_000;
  /** One that is ready and has not grown for so long is whole. */
  const REST = 250;

  const places = [...document.querySelectorAll('.app-place')];
  const frameIn = (place) => place.querySelector('iframe');
  /** The place whose frame a message comes from. */
  const placeOf = (source) => places.find((place) => frameIn(place)?.contentWindow === source);
  /** What shows each app when it has come to rest. */
  const resting = new Map();

  const start = (place) => {
    if (frameIn(place)) return;
    const address = new URL(place.dataset.app, location.href);
    address.searchParams.set('theme', theme());
    const frame = document.createElement('iframe');
    Object.assign(frame, { title: place.dataset.title, src: address.href, inert: true });
    frame.addEventListener('load', () => setTimeout(show, PATIENCE, place));
    place.append(frame);
    place.querySelector('[role=status]').textContent = 'The app is starting…';
    place.querySelector('button').setAttribute('aria-disabled', 'true');
  };

  const show = (place) => {
    const [frame, still] = [frameIn(place), place.querySelector('.app-still')];
    if (!still) return;
    frame.inert = false;
    // Whoever pressed the button goes on in the app.
    if (still.contains(document.activeElement)) frame.focus({ preventScroll: true });
    still.remove();
  };

  const tellTheme = (place) => frameIn(place)?.contentWindow.postMessage({ icewall: 'theme', theme: theme() }, location.origin);
  new MutationObserver(() => places.forEach(tellTheme)).observe(root, { attributeFilter: ['class'] });
  addEventListener('message', ({ source, data }) => {
    const place = placeOf(source);
    if (!place || !['ready', 'size'].includes(data?.icewall)) return;
    // It may have been another one when the app began.
    if (data.icewall === 'ready') tellTheme(place);
    clearTimeout(resting.get(place));
    resting.set(place, setTimeout(show, REST, place));
  });

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) start(target);
  });
  const begun = new AbortController();
  const begin = () => {
    begun.abort();
    for (const place of places) seen.observe(place);
  };
  for (const deed of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll']) {
    addEventListener(deed, begin, { signal: begun.signal, passive: true });
  }
  for (const place of places) place.querySelector('button').addEventListener('click', () => start(place));
})();
