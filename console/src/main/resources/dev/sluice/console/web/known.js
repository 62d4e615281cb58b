// What is known of a transaction beside what was sent: from the account's history, from tables, and what is absent and why.

import {transactionAt} from './addresses.js';
import {el} from './dom.js';
import {amount, count, moment, money, words} from './format.js';
import {milliseconds, took} from './span.js';

const WINDOWS = [['1h', '1 hour'], ['24h', '24 hours'], ['30d', '30 days']];
const SEEN = ['merchant', 'country', 'currency'];

/** A `<dl>` of `[name, content]` pairs; those without content are left out. */
export function facts(pairs) {
  const there = pairs.filter(([, content]) => content !== undefined && content !== null && content !== false && content !== '');
  return el('dl', {class: 'facts'}, there.map(([name, content]) => [el('dt', {}, name), el('dd', {}, content)]));
}

/** How much the account does: a table by window and currency; nothing where there is no history yet. */
export function windows({context}) {
  if (context === undefined) {
    return el('p', {class: 'empty'}, 'Not known yet: the enricher has not seen it.');
  }
  const rows = WINDOWS.flatMap(([code, name]) => (context.windows[code] ?? []).map(activity => ({name, ...activity})));
  const most = (currency, of) => Math.max(...rows.filter(row => row.currency === currency).map(row => Math.abs(Number(row[of]))));
  const cell = (row, of, text) => {
    const bar = el('span', {class: 'cell-bar', 'aria-hidden': 'true'});
    bar.style.width = (100 * Math.abs(Number(row[of]))) / (most(row.currency, of) || 1) + '%';
    return el('td', {class: 'number'}, text, el('span', {class: 'cell-track'}, bar));
  };
  return [el('div', {class: 'scroll'}, el('table', {class: 'grid windows'},
      el('caption', {}, 'The account up to this transaction, itself included; bars compare the windows of a currency'),
      el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Within'), el('th', {scope: 'col', class: 'number'}, 'Transactions'),
          el('th', {scope: 'col', class: 'number'}, 'Sum'), el('th', {scope: 'col'}, 'Currency'))),
      el('tbody', {}, rows.map(row => el('tr', {}, el('th', {scope: 'row'}, row.name), cell(row, 'count', count(row.count)),
          cell(row, 'sum', amount(row.sum)), el('td', {}, row.currency)))))),
  el('p', {class: 'muted'}, `As of ${count(context.asOf.transactions)} transactions of the account, `, moment(context.asOf.at))];
}

/** What its history says of this one. */
export function history({source, transaction, context}) {
  if (context === undefined) {
    return null;
  }
  const {sincePrevious, suspectedDuplicateOf, effectiveRate, rateDeviation, original} = context;
  const first = SEEN.filter(kind => context[kind + 'FirstSeen'] === true);
  return facts([
    ['First seen', first.length === 0 ? 'nothing: merchant, country and currency are known of the account' : first.join(', ')],
    ['Since the one before', sincePrevious && since(sincePrevious)],
    ['Duplicate of?', suspectedDuplicateOf && el('a', {href: transactionAt({source, id: suspectedDuplicateOf})}, el('bdi', {}, suspectedDuplicateOf))],
    ['Exchange rate', effectiveRate && `${effectiveRate} ${transaction.billingCurrency ?? ''} for 1 ${transaction.currency}`],
    ['Off the usual rate', rateDeviation && deviation(rateDeviation)],
    ['Original', transaction.originalId && el('a', {href: transactionAt({source, id: transaction.originalId})}, el('bdi', {}, transaction.originalId))],
    ['Of the original', original && returned(original)],
  ]);
}

/** What reference tables add. */
export function tables({enrichment: {merchantCategory, merchantCountry, cardScheme, maskedCard, dayPart, weekend}}) {
  return facts([
    ['Category', merchantCategory && `${merchantCategory.code}, ${merchantCategory.description} (${merchantCategory.category})`],
    ['Country', merchantCountry && `${merchantCountry.name} (${merchantCountry.alpha2}), ${merchantCountry.subregion}`],
    ['Card', (maskedCard || cardScheme) && [maskedCard && el('span', {class: 'mono'}, maskedCard), maskedCard && cardScheme && ', ', cardScheme && words(cardScheme)]],
    ['Day part', dayPart && words(dayPart)],
    ['Weekend', weekend ? 'yes' : 'no'],
  ]);
}

/** What is not known, each with its reason; nothing where all is known. */
export function absent({enrichment, context}) {
  const all = Object.entries({...enrichment.absent, ...context?.absent});
  return all.length === 0 ? null : facts(all.map(([name, reason]) => [capital(words(name.replace(/([a-z])([A-Z])/g, '$1 $2'))), words(reason)]));
}

function since(duration) {
  const ms = milliseconds(duration);
  return ms === undefined ? duration : took(ms);
}

function deviation({median, rates, deviation: off}) {
  const percent = Math.abs(Number(off) * 100).toFixed(2);
  const side = Number(off) === 0 ? 'exactly' : Number(off) > 0 ? `${percent} % above` : `${percent} % below`;
  return `${side} the median ${median} of ${count(rates)} earlier ones`;
}

function returned({amount: whole, currency, returned: back, sameCurrency, exceeded}) {
  return [`${money(whole, currency)}, returned so far ${money(back, currency)}`,
    exceeded && [' ', el('span', {class: 'badge badge-warn'}, 'more than it was')],
    !sameCurrency && [' ', el('span', {class: 'badge badge-warn'}, 'in another currency')]];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
