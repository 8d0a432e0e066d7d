// On a page of the REST API: takes the theme that the visitor chose in the app, and sends the form
// (the policy forbids a form to send itself). It knows nothing of what is answered.
'use strict';

(() => {
  try {
    const theme = localStorage.getItem('icewall-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing has the theme of the system.
  }

  /** What a body is, told from its first character. */
  const typeOf = (body) => (/^\s*\{/.test(body) ? 'application/json' : 'text/plain');

  async function send(form) {
    const body = form.elements.body.value;
    const said = form.querySelector('output');
    try {
      const response = await fetch(form.dataset.path, {
        method: form.dataset.method, body, headers: { 'Content-Type': typeOf(body), Accept: 'application/json' },
      });
      const answer = await response.json();
      said.textContent = `${response.status}\n${JSON.stringify(answer, null, 2)}`;
    } catch (error) {
      said.textContent = `It could not be sent: ${error.message}`;
    }
  }

  addEventListener('submit', (event) => {
    event.preventDefault();
    send(event.target);
  });
})();
