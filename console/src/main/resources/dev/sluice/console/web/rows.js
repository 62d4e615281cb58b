// A list of any length of which only the rows in sight are in the page: each row has the same height, so that a place in the
// list is a multiplication.

import {el, fill} from './dom.js';

/** Rows that are kept ready above and below what is in sight. */
const SPARE = 12;

/** So near to the last row, more are asked for. */
const NEAR_END = 150;

/**
 * A grid that scrolls within itself. Arrow keys, page up and down, home and end move from row to row; enter opens one.
 */
export class Rows {
  #rows = [];
  #shown = new Map();
  #height;
  #current = 0;
  #columns;
  #drawn;
  #moreWanted;
  #opened;
  #frame = 0;
  #body = el('div', {class: 'rows-body', role: 'rowgroup'});
  #measure = new ResizeObserver(() => this.#soon());

  /**
   * @param {Object} told
   * @param {string} told.label what the list is of
   * @param {Array<{name: string, class: string}>} told.columns
   * @param {number} told.height of a row, in CSS pixels
   * @param {function(any): Array} told.draw what stands in the columns of a row, in their order
   * @param {function()} told.moreWanted asked for again and again while the end is near
   * @param {function(any)} told.opened a row was chosen
   */
  constructor({label, columns, height, draw, moreWanted, opened}) {
    this.#columns = columns;
    this.#height = height;
    this.#drawn = draw;
    this.#moreWanted = moreWanted;
    this.#opened = opened;
    this.element = el('div', {
      class: 'rows',
      role: 'grid',
      'aria-label': label,
      'aria-readonly': 'true',
      'aria-colcount': columns.length,
      scroll: () => this.#soon(),
      keydown: event => this.#pressed(event),
    }, el('div', {class: 'rows-head', role: 'rowgroup'}, el('div', {class: 'rows-row', role: 'row', 'aria-rowindex': 1},
        columns.map(column => el('div', {role: 'columnheader', class: column.class}, column.name)))), this.#body);
    this.#measure.observe(this.element);
  }

  /**
   * Shows these, or what was added to them where it is the same array. `whole` is false while more may follow; the list's
   * length is then told as not known.
   */
  show(rows, whole) {
    if (rows !== this.#rows) {
      this.#rows = rows;
      this.#current = 0;
      this.#forget();
      this.element.scrollTop = 0;
    }
    this.element.setAttribute('aria-rowcount', whole ? rows.length + 1 : -1);
    this.#body.style.height = rows.length * this.#height + 'px';
    this.#draw();
  }

  /** Another height of a row: what was first in sight stays so. */
  resize(height) {
    const first = this.element.scrollTop / this.#height;
    this.#height = height;
    this.#forget();
    this.#body.style.height = this.#rows.length * height + 'px';
    this.element.scrollTop = first * height;
    this.#draw();
  }

  /** Where it stands, for {@link #stand}. */
  place() {
    return {first: this.element.scrollTop / this.#height, current: this.#current};
  }

  /** Stands where it stood. */
  stand(place) {
    this.#current = Math.min(place.current, Math.max(0, this.#rows.length - 1));
    this.element.scrollTop = place.first * this.#height;
    this.#draw();
  }

  close() {
    this.#measure.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #soon() {
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw();
      });
    }
  }

  #draw() {
    const {scrollTop, clientHeight} = this.element;
    const first = Math.max(0, Math.floor(scrollTop / this.#height) - SPARE);
    const end = Math.min(this.#rows.length, Math.ceil((scrollTop + clientHeight) / this.#height) + SPARE);
    for (const [index, row] of this.#shown) {
      // The row that has the focus stays: without it the keys would lead nowhere.
      if ((index < first || index >= end) && !row.contains(document.activeElement)) {
        row.remove();
        this.#shown.delete(index);
      }
    }
    const fresh = [];
    for (let index = first; index < end; index++) {
      if (!this.#shown.has(index)) {
        fresh.push(this.#make(index));
      }
    }
    this.#body.append(...fresh);
    this.#reach(first, end);
    if (end > this.#rows.length - NEAR_END) {
      this.#moreWanted();
    }
  }

  #make(index) {
    const row = el('div', {
      class: 'rows-row',
      role: 'row',
      tabindex: -1,
      'aria-rowindex': index + 2,
      click: event => this.#clicked(event, index),
      focus: () => this.#hold(index),
    }, this.#drawn(this.#rows[index]).map((content, at) =>
      el('div', {role: 'gridcell', class: this.#columns[at].class}, content)));
    row.style.transform = `translateY(${index * this.#height}px)`;
    row.style.height = this.#height + 'px';
    this.#shown.set(index, row);
    return row;
  }

  /** One row can be reached by the tab key: the current one, or the first in sight where that is not in the page. */
  #reach(first, end) {
    const reached = this.#shown.has(this.#current) ? this.#current : Math.min(first + SPARE, end - 1);
    for (const [index, row] of this.#shown) {
      row.tabIndex = index === reached ? 0 : -1;
    }
  }

  #hold(index) {
    this.#current = index;
    this.#reach(index, index + 1);
  }

  #clicked(event, index) {
    if (event.target.closest('a') === null && String(getSelection()) === '') {
      this.#opened(this.#rows[index]);
    }
  }

  #pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || this.#rows.length === 0) {
      return;
    }
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#height) - 1);
    const last = this.#rows.length - 1;
    const to = {
      ArrowDown: this.#current + 1,
      ArrowUp: this.#current - 1,
      PageDown: this.#current + page,
      PageUp: this.#current - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#move(Math.max(0, Math.min(last, to)));
    } else if (event.key === 'Enter' && event.target.closest('a') === null) {
      event.preventDefault();
      this.#opened(this.#rows[this.#current]);
    }
  }

  #move(to) {
    const head = this.#body.offsetTop;
    const top = to * this.#height;
    const room = this.element.clientHeight - head;
    if (top < this.element.scrollTop) {
      this.element.scrollTop = top;
    } else if (top + this.#height > this.element.scrollTop + room) {
      this.element.scrollTop = top + this.#height - room;
    }
    this.#current = to;
    this.#draw();
    this.#shown.get(to)?.focus({preventScroll: true});
  }

  #forget() {
    this.#shown.clear();
    fill(this.#body);
  }
}
