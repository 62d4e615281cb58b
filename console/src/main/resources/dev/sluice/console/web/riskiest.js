// The transactions that somebody should look at first.

import {transactionAt} from './addresses.js';
import {read} from './api.js';
import {el, fill} from './dom.js';
import {money, status, words} from './format.js';

const AT_MOST_EACH_MS = 5000;
const SHOWN = 5;

/** The panel; `flagged` takes how many are flagged and asks again when that is another number. */
export class Riskiest {
  #list = el('ol', {class: 'riskiest-list'});
  #flagged = -1;
  #asked = 0;

  constructor() {
    fill(this.#list, el('li', {class: 'empty'}, 'Nothing is flagged.'));
    this.element = el('section', {class: 'panel riskiest', 'aria-labelledby': 'riskiest'},
        el('div', {class: 'panel-head'},
            el('h2', {id: 'riskiest'}, 'Riskiest'),
            el('a', {class: 'actions small', href: '/console/find?order=riskiest'}, 'All by risk')),
        this.#list);
  }

  async flagged(number) {
    const now = Date.now();
    if (number === this.#flagged || now - this.#asked < AT_MOST_EACH_MS) {
      return;
    }
    this.#asked = now;
    this.#flagged = number;
    const {rows} = await read('transactions', {order: 'riskiest', limit: SHOWN});
    if (!this.#list.contains(document.activeElement) && rows.length > 0) {
      fill(this.#list, rows.map(row => this.#row(row)));
    }
  }

  #row(row) {
    const why = row.reasons.length === 0 ? 'no reason told' : row.reasons.map(words).join(', ');
    return el('li', {class: 'risk'},
        el('span', {class: 'risk-score number', title: 'risk score'},
            el('span', {class: 'visually-hidden'}, 'score '), row.score ?? '-'),
        el('div', {class: 'risk-what'},
            el('bdi', {}, el('a', {href: transactionAt(row)}, row.merchant ?? row.id)), ' ',
            el('span', {class: 'nowrap'}, money(row.amount, row.currency)),
            el('p', {class: 'muted small'}, why)),
        status(row.status));
  }
}
