// The element `<icewall-embed>` for other pages: the app in a frame that is as high as what it shows, with events
// for what comes of it. One script, no dependency: `<script src="…/icewall/embed.js" async></script>`. What it
// takes and tells stands in embed.d.ts. It computes nothing and keeps nothing.
'use strict';

(() => {
  /** Where the app is: beside this script. */
  const base = new URL('./', document.currentScript.src).href;
  /** What an element takes beside parameters of the model, which are named by their JSON keys with dashes. */
  const OWN = ['profiles', 'crews', 'link', 'theme', 'hide', 'height'];
  const PARAMETERS = [
    'volume-ice-per-foot', 'cost-per-volume', 'target-height', 'max-section-count', 'build-rate', 'cpu-worktime',
    'start-date', 'dispatch', 'crew-wage', 'overhead-per-day',
  ];
  /** The lowest frame, before it has told how high it is, in CSS pixels. */
  const LOWEST = 240;

  class IcewallEmbed extends HTMLElement {
    static observedAttributes = [...OWN, ...PARAMETERS];

    #frame = null;
    #ready = false;
    #result = null;
    #hear = ({ source, data }) => {
      if (source === this.#frame?.contentWindow && typeof data?.icewall === 'string') this.#heard(data);
    };

    connectedCallback() {
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('title') ?? 'Icewall';
      // Threads where this page has them.
      frame.allow = 'cross-origin-isolated; clipboard-write';
      frame.src = this.#address({ embed: true });
      Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
      this.#frame = frame;
      this.#fit(LOWEST);
      addEventListener('message', this.#hear);
      (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(frame);
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#frame = null;
      this.#ready = false;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === 'theme') this.#say({ icewall: 'theme', theme: now });
      else if (name === 'height') this.#fit(LOWEST);
      else if (name === 'hide' || name === 'link') this.connectedCallback();
      else this.#set();
    }

    /** The wall as text: a line is a profile. */
    get profiles() { return this.getAttribute('profiles') ?? ''; }
    set profiles(text) { this.setAttribute('profiles', text); }

    /** How many crews; null: one for each section. */
    get crews() { return this.getAttribute('crews') ? Number(this.getAttribute('crews')) : null; }
    set crews(crews) { this.setAttribute('crews', crews ?? ''); }

    /** The last result; null until there is one. */
    get result() { return this.#result; }

    /** The address of the whole app with this wall. */
    get address() { return this.#address({ embed: false }); }

    /** Looks at a day; null lets it go. */
    lookAt(day) { this.#say({ icewall: 'day', day }); }

    #settings() {
      const settings = { num_teams: this.getAttribute('crews') ?? '' };
      for (const name of PARAMETERS) {
        if (this.hasAttribute(name)) settings[name.replaceAll('-', '_')] = this.getAttribute(name);
      }
      return settings;
    }

    #address({ embed }) {
      const address = new URL(base);
      if (embed) {
        address.searchParams.set('embed', '1');
        for (const name of ['theme', 'hide']) {
          if (this.getAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
        }
      }
      if (this.hasAttribute('link')) address.hash = `#/wall?v=1&w=${this.getAttribute('link')}`;
      else if (this.hasAttribute('profiles')) {
        const parts = new URLSearchParams({ text: this.profiles, ...this.#settings() });
        address.hash = `#/wall?${parts}`;
      }
      return address.href;
    }

    /** Gives the frame the wall that the attributes say. */
    #set() {
      this.#say({ icewall: 'set', profiles: this.hasAttribute('profiles') ? this.profiles : undefined, settings: this.#settings() });
    }

    #say(message) {
      // Until it is ready, its address says it all.
      if (this.#ready) this.#frame.contentWindow.postMessage(message, new URL(base).origin);
    }

    #heard({ icewall, ...detail }) {
      if (icewall === 'size') return this.#fit(detail.height);
      if (icewall === 'ready') this.#ready = true;
      if (icewall === 'result') this.#result = detail;
      this.dispatchEvent(new CustomEvent(`icewall-${icewall}`, { detail, bubbles: true, composed: true }));
    }

    #fit(height) {
      const fixed = Number(this.getAttribute('height'));
      this.#frame.style.height = `${fixed > 0 ? fixed : Math.max(height, LOWEST)}px`;
    }
  }

  customElements.define('icewall-embed', IcewallEmbed);
})();
