// One transaction: what it is, why it has its score, its way through the pipeline, and what is known of it.

import {findAt, transactionAt} from './addresses.js';
import {read} from './api.js';
import {el, fill} from './dom.js';
import {moment, money, occurred, status, words} from './format.js';
import {absent, facts, history, tables, windows} from './known.js';
import {raw} from './raw.js';
import {Timeline} from './timeline.js';
import {goesOn, way} from './way.js';
import {why} from './why.js';

/** How often it is asked for while the pipeline still works on it. */
const AGAIN = 2000;

/** The page. */
export const page = {path: '/console/transaction', title: 'Transaction', open: place => new Transaction(place).open()};

class Transaction {
  #place;
  #asked;
  #last = '';
  #status;
  #timer;
  #closed = false;
  #timeline;
  #raw = raw();
  #title = el('h1', {tabindex: -1}, 'Transaction');
  #problem = el('div', {});
  #said = el('p', {class: 'visually-hidden', role: 'status'});
  #state = el('span', {class: 'muted'});
  #parts = new Map();
  #panels = el('div', {class: 'transaction', hidden: true});

  constructor(place) {
    this.#place = place;
    this.#asked = {source: place.params.get('source') ?? '', id: place.params.get('id') ?? ''};
  }

  open() {
    const column = (...panels) => el('div', {class: 'transaction-column'}, panels);
    fill(this.#panels,
        column(this.#panel('what', 'What was sent'), this.#panel('tables', 'Known from tables')),
        column(this.#panel('why', 'Why'), this.#panel('windows', 'What the account does')),
        column(this.#panel('way', 'Its way'), this.#panel('history', 'Known from its history'), this.#panel('absent', 'Not known')),
        this.#panel('around', 'Around it'), this.#raw.element);
    fill(this.#place.main, el('div', {class: 'page-head'}, this.#title, this.#state), this.#said, this.#problem, this.#panels);
    this.#ask();
    return () => {
      this.#closed = true;
      clearTimeout(this.#timer);
      this.#timeline?.close();
    };
  }

  #panel(name, title) {
    const body = el('div', {});
    const panel = el('section', {class: `panel transaction-${name}`, 'aria-labelledby': 'transaction-' + name}, el('h2', {id: 'transaction-' + name}, title), body);
    this.#parts.set(name, {panel, body});
    return panel;
  }

  /** Fills a panel, or hides it where there is nothing to say. */
  #put(name, content) {
    const {panel, body} = this.#parts.get(name);
    panel.hidden = content === null;
    fill(body, content);
  }

  async #ask() {
    let again = true;
    try {
      // A page in the background asks nothing; it goes on when it is seen.
      if (!document.hidden || this.#last === '') {
        const answer = await read('transaction', this.#asked);
        again = goesOn(answer);
        fill(this.#problem);
        this.#show(answer, again);
      }
    } catch (refusal) {
      again = refusal.status === 0 || refusal.status === 503;
      this.#refused(refusal, again);
    }
    if (again && !this.#closed) {
      this.#timer = setTimeout(() => this.#ask(), AGAIN);
    }
  }

  #refused(refusal, again) {
    const {id} = this.#asked;
    fill(this.#problem, el('div', {class: 'problem', role: 'alert'}, el('p', {}, refusal.message),
        refusal.status === 404 && el('p', {}, el('a', {href: findAt({id})}, 'Find ids that begin like this'))));
    fill(this.#state, again && 'asking again');
  }

  #show(answer, again) {
    const text = JSON.stringify(answer);
    if (this.#closed || text === this.#last) {
      return;
    }
    this.#last = text;
    const {document: stored, flagAt} = answer;
    this.#panels.hidden = false;
    fill(this.#title, ...title(stored));
    fill(this.#state, status(stored.status), again && ' the pipeline still works on it');
    if (this.#status !== undefined && this.#status !== stored.status) {
      fill(this.#said, `Now ${stored.status}`);
    }
    this.#put('what', what(stored));
    this.#put('why', why(stored.risk, flagAt));
    this.#put('way', way(answer));
    this.#put('windows', windows(stored));
    this.#put('history', history(stored));
    this.#put('tables', tables(stored));
    this.#put('absent', absent(stored));
    this.#raw.show(stored);
    this.#around(stored);
    this.#status = stored.status;
  }

  #around({source, id, status: now, transaction: {accountId: account}}) {
    if (this.#timeline === undefined) {
      this.#timeline = new Timeline({source, account, id}, this.#place.go);
      this.#put('around', this.#timeline.element);
    }
    if (this.#status !== now) {
      this.#timeline.load();
    }
  }
}

function title({id, transaction: {type, amount, currency, merchant}}) {
  return [`${money(amount, currency)} ${words(type)}`, ' ', el('bdi', {class: 'transaction-name'}, merchant?.name ?? id)];
}

function what(stored) {
  const {id, source, zone, receivedAt, transaction: {amount, currency, billingAmount, billingCurrency, accountId, merchant, originalId, counterparty, metadata, ...sent}} = stored;
  return [facts([
    ['Amount', money(amount, currency)],
    ['Billed', billingAmount !== undefined && money(billingAmount, billingCurrency)],
    ['Type', words(sent.type)],
    ['Merchant', merchant && el('a', {href: findAt({source, merchant: merchant.name})}, el('bdi', {}, merchant.name))],
    ['Occurred', [occurred(sent), zone && ` in ${zone}`]],
    ['Account', el('a', {href: findAt({source, account: accountId})}, el('bdi', {}, accountId))],
    ['Counterparty', counterparty && el('span', {class: 'mono'}, counterparty.iban)],
    ['Original', originalId && el('a', {href: transactionAt({source, id: originalId})}, el('bdi', {}, originalId))],
    ['Received', moment(receivedAt)],
    ['Source', el('bdi', {}, source)],
    ['Id', el('bdi', {class: 'mono'}, id)],
  ]), metadata !== undefined && el('details', {class: 'metadata'}, el('summary', {}, 'What the sender wrote beside it'),
      facts(Object.entries(metadata).map(([name, value]) => [el('bdi', {}, name), el('bdi', {}, value)])))];
}
