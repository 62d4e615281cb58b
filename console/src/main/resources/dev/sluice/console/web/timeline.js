// An account's transactions around one of them, drawn along time and as a table.

import {read} from './api.js';
import {findAt, transactionAt} from './addresses.js';
import {el, fill} from './dom.js';
import {count, money, occurred, status, words} from './format.js';
import {chart} from './chart.js';

/** Transactions that are asked for, half of them before. */
const AROUND = 200;

/** The section's content. `load()` fetches it anew; `close()` ends its watching of sizes. */
export class Timeline {
  element = el('div', {class: 'timeline'});
  #subject;
  #go;
  #asTable = false;
  #drawn;

  /**
   * @param {{source: string, account: string, id: string}} subject the transaction in the middle
   * @param {function(string)} go opens an address
   */
  constructor(subject, go) {
    this.#subject = subject;
    this.#go = go;
  }

  async load() {
    const {source, account, id} = this.#subject;
    try {
      this.#show(await read('account', {source, account, around: id, limit: AROUND}));
    } catch (refusal) {
      fill(this.element, el('p', {class: 'problem'}, refusal.message));
    }
  }

  close() {
    this.#drawn?.close();
  }

  #show({transactions, rows, earlier, later}) {
    const {source, account} = this.#subject;
    const content = el('div');
    const toggle = el('button', {type: 'button', class: 'button', 'aria-pressed': this.#asTable, click: () => {
      this.#asTable = !this.#asTable;
      toggle.setAttribute('aria-pressed', this.#asTable);
      this.#fill(content, rows);
    }}, 'As a table');
    const others = earlier && later ? 'earlier and later ones exist' : earlier ? 'earlier ones exist' : later ? 'later ones exist' : 'all are shown';
    fill(this.element,
        el('div', {class: 'timeline-line'},
            el('p', {}, 'Account ', el('a', {href: findAt({source, account})}, el('bdi', {}, account)),
                el('span', {class: 'muted'}, `: ${count(transactions)} ${transactions === 1 ? 'transaction' : 'transactions'}, ${count(rows.length)} around this one; ${others}`)),
            toggle),
        content);
    this.#fill(content, rows);
  }

  #fill(content, rows) {
    this.#drawn?.close();
    this.#drawn = this.#asTable ? undefined : chart(rows, this.#subject.id, this.#go);
    fill(content, this.#asTable ? table(rows, this.#subject.id) : this.#drawn.element);
  }
}

function table(rows, id) {
  return el('div', {class: 'scroll timeline-table', tabindex: 0, role: 'region', 'aria-label': 'Transactions of the account'}, el('table', {class: 'grid'},
      el('thead', {}, el('tr', {}, ['When', 'Amount', 'Type', 'Merchant', 'Status', 'Score'].map(name =>
        el('th', {scope: 'col', class: name === 'Amount' || name === 'Score' ? 'number' : false}, name)))),
      el('tbody', {}, rows.map(row => el('tr', {'aria-current': row.id === id && 'true'},
          el('td', {class: 'nowrap'}, occurred(row)),
          el('td', {class: 'number'}, money(row.amount, row.currency)),
          el('td', {}, words(row.type)),
          el('th', {scope: 'row'}, row.id === id ? [el('bdi', {}, row.merchant ?? row.id), ' (this one)']
              : el('a', {href: transactionAt(row)}, el('bdi', {}, row.merchant ?? row.id))),
          el('td', {}, status(row.status)),
          el('td', {class: 'number'}, row.score ?? ''))))));
}
