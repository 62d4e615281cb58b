// The latest transactions, moving while they come in, until somebody wants to read them.

import {transactionAt} from './addresses.js';
import {el, fill} from './dom.js';
import {moment, money, occurred, status} from './format.js';

const COLUMNS = ['Received', 'Transaction', 'Merchant', 'Account', 'Occurred', 'Amount', 'Status', 'Score'];
/** More that are new at once would only flicker. */
const MOST_MARKED = 8;
const NUMBERS = ['Amount', 'Score'];

/** The panel; `show` takes the rows of each 'latest', newest first. */
export class Latest {
  #rows = new Map();
  #newest = null;
  #held = false;
  #body = el('tbody');
  #said = el('span', {class: 'muted small'});
  #hold = el('button', {
    class: 'button', type: 'button', 'aria-pressed': 'false', click: () => this.#press(),
  }, 'Hold still');
  #table = el('div', {class: 'scroll', focusout: () => this.#letGo(), mouseleave: () => this.#letGo()},
      el('table', {class: 'grid latest-rows'},
          el('caption', {class: 'visually-hidden'}, 'Latest transactions, newest first'),
          el('thead', {}, el('tr', {}, COLUMNS.map(name =>
            el('th', {scope: 'col', class: NUMBERS.includes(name) ? 'number' : false}, name)))),
          this.#body));

  constructor() {
    this.element = el('section', {class: 'panel latest', 'aria-labelledby': 'latest'},
        el('div', {class: 'panel-head'},
            el('h2', {id: 'latest'}, 'Latest transactions'), this.#said,
            el('div', {class: 'actions'}, this.#hold)),
        this.#table);
  }

  /** Shows them, or keeps them for later while the table is held, pointed at or has the focus. */
  show(rows) {
    this.#newest = rows;
    if (this.#still()) {
      this.#say();
      return;
    }
    this.#draw(rows);
    this.#newest = null;
    this.#say();
  }

  #draw(rows) {
    const before = this.#rows;
    const news = rows.filter(row => !before.has(keyOf(row))).length;
    const marked = before.size > 0 && news <= MOST_MARKED;
    this.#rows = new Map(rows.map(row => {
      const key = keyOf(row);
      const text = JSON.stringify(row);
      const known = before.get(key);
      return [key, known?.text === text ? known : {text, element: drawn(row, marked && known === undefined)}];
    }));
    fill(this.#body, [...this.#rows.values()].map(row => row.element));
  }

  #still() {
    return this.#held || this.#table.contains(document.activeElement) || this.#body.matches(':hover');
  }

  #press() {
    this.#held = !this.#held;
    this.#hold.setAttribute('aria-pressed', String(this.#held));
    this.#letGo();
    this.#say();
  }

  #letGo() {
    requestAnimationFrame(() => {
      if (this.#newest !== null && !this.#still()) {
        this.show(this.#newest);
      }
    });
  }

  #say() {
    const text = this.#held ? 'Held still'
        : this.#still() && this.#newest !== null ? 'Still while you point at a row' : '';
    if (this.#said.textContent !== text) {
      this.#said.textContent = text;
    }
  }
}

function keyOf({source, id}) {
  return source + ' ' + id;
}

function drawn(row, isNew) {
  return el('tr', {class: isNew ? 'new' : false},
      el('td', {class: 'nowrap'}, clock(row.receivedAt)),
      el('td', {class: 'mono id'}, el('a', {href: transactionAt(row), title: row.source}, row.id)),
      el('td', {class: 'text'}, row.merchant ?? ''),
      el('td', {class: 'mono nowrap'}, row.account),
      el('td', {class: 'nowrap'}, occurred(row)),
      el('td', {class: 'number'}, (row.type === 'payment' ? '' : row.type + ' ') + money(row.amount, row.currency)),
      el('td', {}, status(row.status)),
      el('td', {class: 'number'}, row.score ?? ''));
}

/** What just came, came today: its time is enough, its element tells the day. */
function clock(instant) {
  const told = moment(instant);
  told.textContent = instant.slice(11, 19);
  return told;
}
