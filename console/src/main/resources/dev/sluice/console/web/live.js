// What the pipeline tells by itself, by server-sent events: one connection for the whole page, however many listen.

import {signedOut} from './api.js';

const told = new EventTarget();
/** What a page that is opened later has to know at once. */
const LASTING = ['sample', 'latest'];
const last = new Map();
let source = null;
/** Whether a connection is wanted, and none is held because nobody sees the page. */
let resting = false;

/** The connection's state, for those who show it: 'open' or 'lost'. */
export const connection = new EventTarget();

/**
 * Listens to events of that name: 'sample', 'latest', 'redrive'. The last sample and the latest rows are told at once.
 *
 * @param {string} name
 * @param {function(any)} listener given what the event says
 * @returns {function()} stops listening
 */
export function listen(name, listener) {
  open();
  const handler = event => listener(event.detail);
  told.addEventListener(name, handler);
  if (last.has(name)) {
    const known = last.get(name);
    queueMicrotask(() => listener(known));
  }
  return () => told.removeEventListener(name, handler);
}

/** Ends the connection; the next who listens opens another. */
export function hangUp() {
  source?.close();
  source = null;
  last.clear();
}

function open() {
  if (source !== null) {
    return;
  }
  if (document.visibilityState === 'hidden') {
    resting = true;
    return;
  }
  source = new EventSource('/console/api/live');
  for (const name of ['sample', 'latest', 'redrive']) {
    source.addEventListener(name, event => {
      const detail = JSON.parse(event.data);
      if (LASTING.includes(name)) {
        last.set(name, detail);
      }
      told.dispatchEvent(new CustomEvent(name, {detail}));
    });
  }
  source.addEventListener('open', () => connection.dispatchEvent(new Event('open')));
  source.addEventListener('error', () => connection.dispatchEvent(new Event('lost')));
}

signedOut.addEventListener('signedout', () => {
  resting = false;
  hangUp();
});

// A browser has six connections for a pipeline, whatever number of pages is open, and pages that were left keep theirs: what
// nobody sees gives its own back, or the seventh page would load nothing.
document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? rest() : wake()));
addEventListener('pagehide', rest);
addEventListener('pageshow', wake);

function rest() {
  resting = resting || source !== null;
  hangUp();
}

function wake() {
  if (resting && document.visibilityState === 'visible') {
    resting = false;
    open();
  }
}
