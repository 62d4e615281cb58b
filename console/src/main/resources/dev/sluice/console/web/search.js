// One search: what was asked, what was found so far, and how far back it has looked. It goes on until it has enough.

import {read, signedOut} from './api.js';

/** Rows that one request asks for. */
export const PAGE = 200;

/** More rows than these are not gathered: who wants more narrows the search. */
export const MOST = 100_000;

/** Searches that are remembered, so that going back finds the list as it was left. */
const REMEMBERED = 6;

const remembered = new Map();

/** Tells `changed` after each answer and when it starts or rests. */
export class Search extends EventTarget {
  rows = [];
  searchedBackTo;
  failed;
  ended = false;
  complete = false;
  running = false;
  stopped = false;
  at = new Date();
  #parameters;
  #cursor;
  #enough = 0;

  /** @param {Object<string, string>} parameters as the API names them */
  constructor(parameters) {
    super();
    this.#parameters = parameters;
  }

  /** Goes on until there are `enough` rows, or no more are to be found, or it is stopped. */
  want(enough) {
    this.#enough = Math.max(this.#enough, Math.min(enough, MOST));
    if (!this.running && !this.stopped && !this.over()) {
      this.running = true;
      this.#run();
    }
  }

  /** Rests until {@link #goOn}. */
  stop() {
    this.stopped = true;
  }

  goOn() {
    this.stopped = false;
    this.failed = undefined;
    this.want(this.rows.length + PAGE);
  }

  /** Nothing more will come of it. */
  over() {
    return this.ended || this.failed !== undefined || this.rows.length >= MOST;
  }

  async #run() {
    this.#tell();
    while (!this.stopped && !this.over() && this.rows.length < this.#enough) {
      try {
        this.#take(await read('transactions', {...this.#parameters, cursor: this.#cursor, limit: PAGE}));
      } catch (refusal) {
        this.failed = refusal;
      }
      this.#tell();
    }
    this.running = false;
    this.#tell();
  }

  #take(answer) {
    // Not a new array each time: ten thousand rows come in fifty answers.
    this.rows.push(...answer.rows);
    this.#cursor = answer.next;
    this.searchedBackTo = answer.searchedBackTo;
    this.complete = answer.complete === true;
    this.ended = answer.next === undefined || answer.next === null;
  }

  #tell() {
    this.dispatchEvent(new Event('changed'));
  }
}

/** Keeps a search with the place in its list, under its address. It rests meanwhile. */
export function remember(address, search, place) {
  const {stopped} = search;
  search.stop();
  remembered.delete(address);
  remembered.set(address, {search, place, stopped});
  if (remembered.size > REMEMBERED) {
    remembered.delete(remembered.keys().next().value);
  }
}

/** What was kept under it, as it was left: `{search, place}`. */
export function recall(address) {
  const kept = remembered.get(address);
  if (kept !== undefined) {
    kept.search.stopped = kept.stopped;
  }
  return kept;
}

// What somebody paid is not to stay in memory when the one who may see it leaves.
signedOut.addEventListener('signedout', () => remembered.clear());
