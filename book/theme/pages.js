// What mdBook's pages lack for the keyboard: the list of chapters is opened by a button, and what scrolls sideways can
// be scrolled by keys. Not for looks (book.css), nor for the app in the pages (app.js).

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
})();
