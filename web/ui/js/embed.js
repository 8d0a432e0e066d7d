// Words between the app in a frame and the page around it (static/embed.js is that page's end). It knows how they
// are sent, not what they mean.

/** Whether there is a page around this one. */
const framed = parent !== window;

/** Tells the page around: a kind, and members as names and values in turn. */
export function tell(kind, members) {
  if (!framed) return;
  const message = { icewall: kind };
  for (let at = 0; at < members.length; at += 2) message[members[at]] = members[at + 1] ?? null;
  // Whoever embeds the app may know what it shows: its wall is that page's, never the visitor's own.
  parent.postMessage(message, '*');
}

/** Hears the page around: `ear(kind, text, settings, day)`, settings as names and values in turn. */
export function hear(ear) {
  addEventListener('message', ({ source, data }) => {
    if (!framed || source !== parent || typeof data?.icewall !== 'string') return;
    if (data.icewall === 'theme') return theme(data.theme);
    const settings = Object.entries(data.settings ?? {}).flatMap(([name, value]) => [name, String(value ?? '')]);
    const day = Number.isSafeInteger(data.day) && data.day > 0 ? data.day : undefined;
    ear(data.icewall, typeof data.profiles === 'string' ? data.profiles : undefined, settings, day);
  });
}

function theme(name) {
  const { dataset } = document.documentElement;
  if (name === 'light' || name === 'dark') dataset.theme = name;
  else delete dataset.theme;
}

/** Tells how high the page is, now and whenever that changes. */
export function tellSize() {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    tell('size', ['height', height]);
  }).observe(document.body);
}
