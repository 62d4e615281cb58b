// The form of a search. Its fields have the names of the API's parameters, and its state is the page's address.

import {el, fill} from './dom.js';
import {words} from './format.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** How each parameter reads where it is set. */
const TOLD = {
  id: value => `id ${value}`,
  source: value => `source ${value}`,
  account: value => `account ${value}`,
  merchant: value => `merchant contains “${value}”`,
  least: value => `at least ${value}`,
  most: value => `at most ${value}`,
  currency: value => `in ${value}`,
  type: value => `type ${words(value)}`,
  status: value => `status ${words(value)}`,
  reason: value => `reason ${words(value)}`,
  from: value => `from ${value}`,
  to: value => `to ${value}`,
  order: value => (value === 'riskiest' ? 'riskiest first' : value),
};

/** The names of the parameters that a search takes, in the form's order. */
export const NAMES = Object.keys(TOLD);

/** What of an address is a search: `{name: value}` of those that are set. */
export function asked(params) {
  return Object.fromEntries(NAMES.map(name => [name, (params.get(name) ?? '').trim()]).filter(([, value]) => value !== ''));
}

/** Each set parameter as words with a button that takes it away. */
export function chips(values, remove) {
  return Object.entries(values).map(([name, value]) => el('li', {class: 'chip'},
      el('bdi', {}, TOLD[name](value)),
      el('button', {type: 'button', class: 'chip-remove', 'aria-label': `Remove: ${TOLD[name](value)}`, click: () => remove(name)},
          el('span', {'aria-hidden': 'true'}, '×'))));
}

/** The form itself: `changed(values, asked)` is called on each change, and with `asked` true when it is sent off. */
export class Filters {
  #changed;
  #fields = new Map();
  #values;
  #source = el('div', {hidden: true});

  constructor(values, changed) {
    this.#values = values;
    this.#changed = changed;
    const together = (...fields) => el('div', {class: 'range-fields'}, fields);
    this.element = el('form', {
      class: 'filters',
      'aria-label': 'What to find',
      novalidate: true,
      submit: event => {
        event.preventDefault();
        this.#say(true);
      },
      change: () => this.#say(false),
    },
    this.#text('id', 'Transaction id', 'whole or its beginning'),
    this.#text('account', 'Account'),
    this.#text('merchant', 'Merchant', 'part of the name'),
    together(
        this.#text('least', 'Amount from', '0.00', {inputmode: 'decimal'}),
        this.#text('most', 'to', '', {inputmode: 'decimal', 'aria-label': 'Amount to'}),
        this.#choice('currency', 'Currency')),
    together(this.#date('from', 'Occurred from'), this.#date('to', 'to', 'Occurred to')),
    together(this.#choice('type', 'Type'), this.#choice('status', 'Status')),
    this.#choice('reason', 'Flag reason'),
    this.#source,
    this.#choice('order', 'Order', [['', 'last received first'], ['riskiest', 'riskiest first']]),
    el('div', {class: 'actions'},
        el('button', {type: 'submit', class: 'button-primary'}, 'Find'),
        el('a', {class: 'button', href: '/console/find'}, 'Clear')));
  }

  /** Offers what there is to choose from. */
  offer({types, statuses, currencies, reasons, sources}) {
    this.#options('type', [['', 'any'], ...types.map(type => [type, words(type)])]);
    this.#options('status', [['', 'any'], ...statuses.map(status => [status, status === 'flagged' ? 'flagged, told or not' : status])]);
    this.#options('currency', [['', 'any'], ...currencies.map(code => [code, code])]);
    this.#options('reason', [['', 'any'], ...reasons.map(({code}) => [code, words(code)])]);
    if (sources.length > 1 || this.#values.source !== undefined) {
      fill(this.#source, this.#choice('source', 'Source', [['', 'any'], ...sources.map(name => [name, name])]));
      this.#source.hidden = false;
    }
  }

  /** Shows these values. */
  set(values) {
    this.#values = values;
    for (const [name, {input}] of this.#fields) {
      input.value = values[name] ?? '';
    }
  }

  /** Says at the fields what was refused of them; returns the errors that have no field. */
  refuse(errors) {
    for (const [name, {input, error}] of this.#fields) {
      const own = errors.filter(({pointer}) => pointer === '/' + name);
      fill(error, own.map(({detail}) => detail).join('; '));
      error.hidden = own.length === 0;
      input.toggleAttribute('aria-invalid', false);
      if (own.length > 0) {
        input.setAttribute('aria-invalid', 'true');
      }
    }
    return errors.filter(({pointer}) => !this.#fields.has((pointer ?? '').slice(1)));
  }

  #say(sent) {
    const form = new FormData(this.element);
    this.#values = asked(new URLSearchParams([...form].map(([name, value]) => [name, String(value)])));
    this.#changed(this.#values, sent);
  }

  #text(name, label, placeholder, more = {}) {
    return this.#field(name, label, el('input', {
      type: 'text', placeholder, maxlength: 200, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', ...more}));
  }

  /** A calendar's day, or the text of an instant where the address has one. */
  #date(name, label, told = label) {
    const given = this.#values[name];
    return this.#field(name, label, el('input', {type: given === undefined || DAY.test(given) ? 'date' : 'text', 'aria-label': told}));
  }

  #choice(name, label, options) {
    const given = this.#values[name];
    const field = this.#field(name, label, el('select'));
    this.#options(name, options ?? [['', 'any'], ...(given === undefined ? [] : [[given, words(given)]])]);
    return field;
  }

  /** Keeps what is set even where it is none of the options: the pipeline says what is wrong with it. */
  #options(name, options) {
    const given = this.#values[name] ?? '';
    const all = options.some(([value]) => value === given) ? options : [...options, [given, given]];
    const {input} = this.#fields.get(name);
    fill(input, all.map(([value, label]) => el('option', {value}, label)));
    input.value = given;
  }

  #field(name, label, input) {
    const id = 'find-' + name;
    const error = el('p', {class: 'field-error', id: id + '-error', hidden: true});
    input.id = id;
    input.name = name;
    input.setAttribute('aria-describedby', error.id);
    if (input.tagName === 'INPUT') {
      input.value = this.#values[name] ?? '';
    }
    this.#fields.set(name, {input, error});
    return el('div', {class: 'field'}, el('label', {for: id}, label), input, error);
  }
}
