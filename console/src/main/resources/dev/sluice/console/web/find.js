// Finds transactions: a form whose state is the address, and all that matches in one list.

import {findAt, transactionAt} from './addresses.js';
import {read} from './api.js';
import {el, fill} from './dom.js';
import {Filters, asked, chips} from './filters.js';
import {age, count, money, occurred, status, words} from './format.js';
import {Rows} from './rows.js';
import {MOST, PAGE, Search, recall, remember} from './search.js';

const NARROW = matchMedia('(max-width: 760px)');
const COLUMNS = ['When', 'Amount', 'Type', 'Merchant', 'Account', 'Status', 'Risk'].map(name => ({name, class: 'find-' + name.toLowerCase()}));

/** The browser goes back or forward, and the next page that opens is one of before. */
let goingBack = false;
addEventListener('popstate', () => {
  goingBack = true;
  setTimeout(() => { goingBack = false; }, 500);
});

/** The page. */
export const page = {path: '/console/find', title: 'Find', open: place => new Find(place).open()};

class Find {
  #place;
  #values;
  #search;
  #filters;
  #form;
  #rows;
  #chips = el('ul', {class: 'chips', 'aria-label': 'What is set'});
  #told = el('p', {class: 'find-told', 'aria-hidden': 'true'});
  #said = el('p', {class: 'visually-hidden', role: 'status'});
  #hold = el('button', {type: 'button', class: 'button', hidden: true, click: () => this.#stopOrGoOn()});
  #aside = el('div', {class: 'find-aside'});
  #changed = () => this.#show();
  #fit = () => this.#rows.resize(height());

  constructor(place) {
    this.#place = place;
    this.#values = asked(place.params);
    this.#filters = new Filters(this.#values, (values, sent) => this.#ask(values, sent));
    this.#form = el('details', {class: 'panel find-form', open: !NARROW.matches}, el('summary', {}, 'What to find'), this.#filters.element);
    this.#rows = new Rows({
      label: 'Transactions found',
      columns: COLUMNS,
      height: height(),
      draw: cells,
      moreWanted: () => this.#search?.want(this.#search.rows.length + PAGE),
      opened: row => place.go(transactionAt(row)),
    });
  }

  open() {
    fill(this.#place.main,
        el('div', {class: 'page-head'}, el('h1', {tabindex: -1}, 'Find')),
        el('div', {class: 'find'},
            this.#form,
            el('section', {class: 'find-found', 'aria-label': 'Found'},
                this.#chips,
                el('div', {class: 'find-line'}, this.#told, this.#hold), this.#said, this.#aside, this.#rows.element)));
    read('vocabulary').then(vocabulary => this.#filters.offer(vocabulary), () => {});
    NARROW.addEventListener('change', this.#fit);
    const kept = goingBack ? recall(this.#address()) : undefined;
    this.#look(kept?.search ?? new Search(this.#values));
    if (kept !== undefined) {
      this.#rows.stand(kept.place);
    }
    return () => this.#close();
  }

  #close() {
    NARROW.removeEventListener('change', this.#fit);
    const place = this.#rows.place();
    this.#leave();
    remember(this.#address(), this.#search, place);
    this.#rows.close();
  }

  #address() {
    return findAt(this.#values);
  }

  #ask(values, sent) {
    const before = this.#address();
    this.#values = values;
    const same = this.#address() === before;
    // The enter key tells a change and then sends: that is one search, not two.
    if (same && (!sent || this.#search.running)) {
      return;
    }
    this.#place.replace(this.#address());
    this.#leave();
    this.#look(new Search(values));
  }

  #without(name) {
    const {[name]: gone, ...others} = this.#values;
    this.#filters.set(others);
    this.#ask(others, gone === undefined);
  }

  #leave() {
    this.#search.removeEventListener('changed', this.#changed);
    this.#search.stop();
  }

  #look(search) {
    this.#search = search;
    fill(this.#chips, chips(this.#values, name => this.#without(name)));
    fill(this.#said);
    search.addEventListener('changed', this.#changed);
    search.want(PAGE);
    this.#show();
  }

  #stopOrGoOn() {
    if (this.#search.running) {
      this.#search.stop();
    } else {
      this.#search.goOn();
    }
  }

  #show() {
    const {rows, running, stopped, failed} = this.#search;
    const over = this.#search.over();
    this.#rows.element.hidden = rows.length === 0;
    this.#rows.show(rows, over);
    const text = told(this.#search);
    fill(this.#told, text);
    if (!running && this.#said.textContent !== text) {
      fill(this.#said, text);
    }
    this.#hold.hidden = !((running && !stopped) || (!running && stopped && !over) || failed?.status === 0);
    fill(this.#hold, running ? 'Stop' : 'Go on');
    const unplaced = this.#filters.refuse(failed?.errors ?? []);
    if (unplaced.length < (failed?.errors.length ?? 0)) {
      this.#form.open = true;
    }
    fill(this.#aside, failed !== undefined && refusal(failed, unplaced), over && failed === undefined && rows.length === 0 && this.#empty());
  }

  #empty() {
    const set = Object.keys(this.#values).filter(name => name !== 'order');
    return el('div', {class: 'empty'}, set.length === 0
        ? el('p', {}, 'No transaction is stored yet. What senders send shows here as soon as it is.')
        : [el('p', {}, 'Nothing matches all of this together.'), el('p', {}, set.length === 1
            ? 'Take it away, or write less of it:'
            : 'Take one away, or write less of it:'),
        el('ul', {class: 'chips'}, chips(Object.fromEntries(set.map(name => [name, this.#values[name]])), name => this.#without(name)))]);
  }
}

function height() {
  return NARROW.matches ? 64 : 36;
}

/** One line on how far a search is. */
function told({rows, running, stopped, failed, ended, complete, searchedBackTo, at}) {
  const found = count(rows.length);
  const back = searchedBackTo === undefined || searchedBackTo === null ? '' : `, looked back to ${searchedBackTo.slice(0, 10)} ${searchedBackTo.slice(11, 19)}`;
  if (failed !== undefined) {
    return rows.length === 0 ? '' : `${found} found before it failed`;
  }
  if (running) {
    return `Looking: ${found} so far${back}`;
  }
  if (rows.length >= MOST && !ended) {
    return `The first ${found}; narrow the search to see others`;
  }
  if (ended) {
    const since = age(at.toISOString());
    return `${found} found, ${complete ? 'all searched' : 'not all could be searched' + back}${since.endsWith(' s') ? '' : `, ${since} ago`}`;
  }
  return stopped ? `Stopped: ${found} so far${back}` : `${found} so far`;
}

function refusal(failed, unplaced) {
  return el('div', {class: 'problem'}, el('p', {}, failed.message),
      unplaced.length > 0 && el('ul', {}, unplaced.map(({pointer, detail}) => el('li', {}, `${pointer ?? ''} ${detail}`))));
}

/** What stands in the columns of a row. */
function cells(row) {
  const reasons = row.reasons.map(words).join(', ');
  return [
    occurred(row),
    el('span', {title: money(row.amount, row.currency)}, money(row.amount, row.currency)),
    words(row.type),
    el('a', {href: transactionAt(row), tabindex: -1}, el('bdi', {class: 'find-name'}, row.merchant ?? row.id)),
    el('bdi', {}, row.account),
    status(row.status),
    row.score === undefined || row.score === null
      ? el('span', {class: 'muted'}, 'not scored yet')
      : [el('span', {class: 'find-score'}, row.score), el('span', {class: 'find-reasons', title: reasons}, reasons)],
  ];
}
