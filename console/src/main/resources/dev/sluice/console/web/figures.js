// The few numbers that say how the pipeline is.

import {el} from './dom.js';
import {count, rate} from './format.js';

const FIGURES = [
  ['stored', 'Stored', '/console/find'],
  ['rate', 'Accepted per second'],
  ['waiting', 'Under way'],
  ['flagged', 'Flagged', '/console/find?status=flagged&order=riskiest'],
  ['dead', 'Dead letters', '/console/dead-letters'],
  ['refused', 'Rules broken, last 5 min', '/console/refused'],
];

/** A list of names and numbers; `update` takes each sample and the last five minutes. */
export class Figures {
  #values = new Map();

  constructor() {
    this.element = el('dl', {class: 'figures'}, FIGURES.map(([id, name, href]) => {
      const value = el('dd', {class: 'figure-value'}, '-');
      this.#values.set(id, value);
      const term = el('dt', {}, href === undefined ? name : el('a', {href}, name));
      return el('div', {class: 'figure figure-' + id}, term, value);
    }));
  }

  update({totals}, recent) {
    this.#set('stored', count(totals.stored));
    this.#set('waiting', count(totals.waiting));
    this.#set('flagged', count(totals.flagged));
    this.#set('dead', count(totals.dead));
    this.#values.get('dead').parentElement.classList.toggle('figure-bad', totals.dead > 0);
    if (recent !== undefined) {
      this.#set('rate', rate(recent.rate()));
      this.#set('refused', count(recent.refused()));
    }
  }

  #set(id, text) {
    const value = this.#values.get(id);
    if (value.textContent !== text) {
      value.textContent = text;
    }
  }
}
