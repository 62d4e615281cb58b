// The functions and their numbers as a table: what the drawing shows, for who does not see it or has no room for it.

import {el, fill} from './dom.js';
import {age, count, rate} from './format.js';

/** What is told of a function: [name, label, text of a hop]. */
export const ROWS = [
  ['done', 'done', hop => count(hop.done)],
  ['rate', 'per second', hop => rate(hop.rate)],
  ['waiting', 'waiting', hop => count(hop.waiting)],
  ['inFlight', 'in flight', hop => count(hop.inFlight)],
  ['retried', 'failed before', hop => count(hop.retried)],
];
const OLDEST = ['oldest', 'oldest', hop => (hop.oldest === undefined ? '-' : age(hop.oldest))];
const COLUMNS = [...ROWS, OLDEST];

/** Where the dead letters of a function are. */
export function lettersOf(id) {
  return '/console/dead-letters?function=' + encodeURIComponent(id);
}

/** The table; `update` takes the hops of each sample. */
export class HopTable {
  #body = el('tbody');
  #rows = new Map();

  constructor() {
    this.element = el('div', {class: 'scroll drawing-table'}, el('table', {class: 'grid'},
        el('caption', {class: 'visually-hidden'}, 'Functions of the pipeline, in the order a transaction meets them'),
        el('thead', {}, el('tr', {},
            el('th', {scope: 'col'}, 'Function'),
            COLUMNS.map(([name, label]) => el('th', {scope: 'col', class: 'number ' + name}, label)),
            el('th', {scope: 'col', class: 'number'}, 'dead'))),
        this.#body));
  }

  update(hops) {
    if (hops.map(hop => hop.function).join() !== [...this.#rows.keys()].join()) {
      this.#rows = new Map(hops.map(hop => [hop.function, row(hop.function)]));
      fill(this.#body, [...this.#rows.values()].map(one => one.element));
    }
    hops.forEach(hop => this.#rows.get(hop.function).write(hop));
  }
}

/** A row whose cells stay the same elements, so that a link in it keeps the focus. */
function row(id) {
  const cells = COLUMNS.map(([name]) => el('td', {class: 'number ' + name}));
  const link = el('a');
  return {
    element: el('tr', {}, el('th', {scope: 'row'}, id), cells, el('td', {class: 'number'}, link)),
    write(hop) {
      COLUMNS.forEach(([, , read], index) => write(cells[index], read(hop)));
      write(link, count(hop.dead));
      link.classList.toggle('bad', hop.dead > 0);
      hop.dead > 0 ? link.setAttribute('href', lettersOf(id)) : link.removeAttribute('href');
    },
  };
}

/** Only what is another text: what stays is not told again. */
export function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
