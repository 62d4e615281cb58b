// How values read. Amounts stay the decimal texts they came as: they are never made numbers.

import {el} from './dom.js';

const COUNT = new Intl.NumberFormat('en-GB');
const RATE = new Intl.NumberFormat('en-GB', {maximumSignificantDigits: 3});

/** 12345 → 12,345 */
export function count(number) {
  return COUNT.format(number);
}

/** Of a second: 12.3 */
export function rate(number) {
  return RATE.format(number);
}

/** '-1234.50' → '-1,234.50' */
export function amount(decimal) {
  const [whole, part] = decimal.split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (part === undefined ? '' : '.' + part);
}

/** '1234.50', 'GBP' → '1,234.50 GBP' */
export function money(decimal, currency) {
  return amount(decimal) + ' ' + currency;
}

/** An instant of RFC 3339, in UTC, to the second: '2017-05-31 13:45:10'. Its element tells it exactly. */
export function moment(instant) {
  return el('time', {datetime: instant, title: instant}, instant.slice(0, 10) + ' ' + instant.slice(11, 19));
}

/** When a transaction occurred: a day stays a day. */
export function occurred(row) {
  return row.precision === 'day' || row.occurredAt.length === 10
      ? el('time', {datetime: row.occurredAt.slice(0, 10)}, row.occurredAt.slice(0, 10))
      : moment(row.occurredAt);
}

/** How long ago, in its largest unit: '5 s', '3 min', '2 h', '4 d'. */
export function age(instant, now = Date.now()) {
  const seconds = Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
  if (seconds < 120) {
    return seconds + ' s';
  }
  if (seconds < 7200) {
    return Math.floor(seconds / 60) + ' min';
  }
  return seconds < 172800 ? Math.floor(seconds / 3600) + ' h' : Math.floor(seconds / 86400) + ' d';
}

/** 'large_amount' → 'large amount' */
export function words(code) {
  return code.replaceAll('_', ' ').toLowerCase();
}

/** A status as a label that needs no colour to be read. */
export function status(name) {
  return el('span', {class: 'status status-' + name}, name);
}
