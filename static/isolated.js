// In a hidden frame of the page, which the service worker isolates where the page itself is not:
// starts the engine's worker here, where threads are allowed, and hands its messages to the page.
// It knows nothing of what they say.
'use strict';

(() => {
  /** What of a message can be handed over instead of copied. */
  const buffers = (message) => [message?.message, message?.text, ...(message?.columns ?? [])]
    .filter((part) => ArrayBuffer.isView(part))
    .map((part) => part.buffer);

  async function start({ url, by }, port) {
    const { openWorker } = await import(by);
    const worker = openWorker(url);
    worker.onmessage = ({ data }) => port.postMessage(data, buffers(data));
    worker.onerror = (event) => port.postMessage({ failed: event.message || 'It could not be loaded.' });
    port.onmessage = ({ data }) => {
      if (data !== 'end') return worker.postMessage(data, buffers(data));
      worker.terminate();
      port.close();
    };
  }

  addEventListener('message', ({ data, source, origin, ports }) => {
    if (origin === location.origin && source === parent) start(data, ports[0]);
  });
  const threads = self.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
  parent.postMessage({ threads }, location.origin);
})();
