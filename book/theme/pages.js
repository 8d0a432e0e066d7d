// What mdBook's pages lack: for the keyboard, the list of chapters is opened by a button, and what scrolls
// sideways can be scrolled by keys; for who reads, the app. Not for looks (book.css).

'use strict';

(() => {
  const toggle = document.getElementById('mdbook-sidebar-toggle');
  const state = document.getElementById('mdbook-sidebar-toggle-anchor');
  toggle.addEventListener('click', () => state.click());

  const reach = () => {
    for (const element of document.querySelectorAll('pre > code, .table-wrapper, .formula, figure.diagram')) {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    }
  };
  new ResizeObserver(reach).observe(document.querySelector('main'));

  // The app computes as it comes. So nobody waits for it who has not begun to read, and it comes when it is in sight.
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const frame = document.createElement('iframe');
      frame.title = target.dataset.title;
      frame.src = target.dataset.app;
      target.replaceChildren(frame);
    }
  });
  const begun = new AbortController();
  const begin = () => {
    begun.abort();
    for (const place of document.querySelectorAll('.app-place')) seen.observe(place);
  };
  for (const deed of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll']) {
    addEventListener(deed, begin, { signal: begun.signal, passive: true });
  }
})();
