// The list of the API's routes, each with its parameters, a way to try it, its answer, and the
// request to copy. All it knows of the routes comes from openapi.json.
'use strict';

(() => {
  const byId = (id) => document.getElementById(id);
  const inPage = self.icewallApi.create(async () => {
    const folder = document.querySelector('meta[name="icewall-engine"]').content;
    const module = await import(new URL(`${folder}api/icewall_api.js`, document.baseURI).href);
    await module.default();
    return new module.Api();
  }, self.icewallStore);

  /** Asks the service worker or, where none serves this page, the engine in this page. */
  async function ask(method, address, body) {
    const contentType = body === undefined ? undefined : typeOf(body);
    let served = null;
    try {
      served = navigator.serviceWorker?.controller;
    } catch {
      // No service workers are allowed here.
    }
    if (served) {
      const headers = { Accept: 'application/json', ...(contentType && { 'Content-Type': contentType }) };
      return fetch(address, { method, body, headers });
    }
    const [path, query = ''] = address.split('?');
    return inPage.respond({
      method, path, query, accept: 'application/json', contentType,
      body: new TextEncoder().encode(body ?? ''), page: false, app: self.icewallStore.folder, style: '', script: '',
    });
  }

  /** What a body is, told from its first character. */
  const typeOf = (body) => (/^\s*\{/.test(body) ? 'application/json' : 'text/plain');

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const resolve = (description, part) => (part.$ref
    ? part.$ref.split('/').slice(1).reduce((found, key) => found[key], description)
    : part);

  /** The address that the fields of a form make. */
  function address(path, fields) {
    const query = new URLSearchParams();
    let filled = path.replace(/^\//, '');
    for (const { parameter, input } of fields) {
      if (parameter.in === 'path') filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value !== '') query.set(parameter.name, input.value);
    }
    return query.size ? `${filled}?${query}` : filled;
  }

  /** The request as a line of a program. */
  function asFetch(method, address, body) {
    const url = JSON.stringify(new URL(address, document.baseURI).href);
    if (body === undefined) return method === 'GET' ? `await fetch(${url})` : `await fetch(${url}, { method: '${method}' })`;
    const headers = `{ 'Content-Type': '${typeOf(body)}' }`;
    return `await fetch(${url}, { method: '${method}', headers: ${headers}, body: ${JSON.stringify(body)} })`;
  }

  async function copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = 'Copied.';
    } catch {
      said.textContent = text;
    }
  }

  /** The most of an answer that is shown, in characters. */
  const SHOWN = 20_000;

  async function shown(response) {
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    const pretty = isJson && text.length < 1e6 ? JSON.stringify(JSON.parse(text), null, 2) : text;
    const rest = pretty.length > SHOWN ? `\n… and ${(pretty.length - SHOWN).toLocaleString()} characters more` : '';
    return `${response.status}\n${pretty.slice(0, SHOWN)}${rest}`;
  }

  let number = 0;

  function field(parameter) {
    const id = `field-${number += 1}`;
    const example = parameter.example ?? parameter.schema?.example ?? parameter.schema?.default;
    const options = parameter.schema?.enum;
    const input = options
      ? element('select', { id }, ...(parameter.required ? [] : [element('option', { value: '', textContent: '(none)' })]),
        ...options.map((value) => element('option', { value, textContent: value })))
      : element('input', { id, value: parameter.in === 'path' ? (example ?? 1) : '', placeholder: example ?? '', size: 8 });
    const label = element('label', { htmlFor: id, textContent: parameter.name, title: parameter.description ?? '' });
    return { parameter, input, view: element('div', {}, label, input) };
  }

  function route(description, path, method, operation) {
    const fields = (operation.parameters ?? []).map((part) => field(resolve(description, part)));
    const hasBody = operation.requestBody !== undefined;
    const id = `body-${number += 1}`;
    const body = element('textarea', { id, rows: 5, spellcheck: false, value: hasBody ? '{"num_teams": 4}' : '' });
    const sent = () => (hasBody ? body.value : undefined);
    const here = () => address(path, fields);
    const output = element('output', {});
    const said = element('span', { role: 'status' });
    const button = (textContent, act) => {
      const made = element('button', { type: 'button', textContent });
      made.addEventListener('click', act);
      return made;
    };
    const form = element('form', {},
      ...(operation.description ? [element('p', { textContent: operation.description })] : []),
      ...(fields.length ? [element('div', { className: 'fields' }, ...fields.map(({ view }) => view))] : []),
      ...(hasBody ? [element('div', {}, element('label', { htmlFor: id, textContent: 'Body: JSON, INI or bare lines' }), body)] : []),
      element('div', { className: 'tools' },
        element('button', { textContent: 'Try it' }),
        button('Copy as URL', () => copy(new URL(here(), document.baseURI).href, said)),
        button('Copy as fetch', () => copy(asFetch(method, here(), sent()), said)),
        said),
      output);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.stopPropagation();
      output.textContent = '…';
      try {
        output.textContent = await shown(await ask(method, here(), sent()));
      } catch (error) {
        output.textContent = `No answer: ${error.message ?? error}`;
      }
    });
    const summary = element('summary', {}, element('code', { textContent: `${method} ${path.replace(/^\//, '')}` }),
      element('span', { textContent: operation.summary ?? '' }));
    return element('li', {}, element('details', { className: 'route' }, summary, form));
  }

  async function start() {
    const response = await ask('GET', 'openapi.json');
    const description = await response.json();
    for (const [path, item] of Object.entries(description.paths)) {
      for (const method of ['get', 'post']) {
        if (item[method]) byId('routes').append(route(description, path, method.toUpperCase(), item[method]));
      }
    }
    byId('said').textContent = '';
  }

  start().catch((error) => { byId('said').textContent = `The list could not be made: ${error.message ?? error}`; });
})();
