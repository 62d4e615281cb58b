// Refusals as a page shows them: which of them, grouped by source and rule, in which order. Nothing here knows of elements.

import {query} from './api.js';

const NAMES = ['source', 'status', 'code'];

/** The columns by which refusals are sorted, and what is greatest comes first unless it is asked otherwise. */
export const SORTS = {
  count: (one, other) => one.count - other.count,
  last: (one, other) => one.lastAt.localeCompare(other.lastAt),
};

/**
 * What an address says of the page.
 *
 * @param {URLSearchParams} params
 * @returns {{source?: string, status?: string, code?: string, sort: string, descending: boolean}}
 */
export function viewOf(params) {
  const view = Object.fromEntries(NAMES.map(name => [name, params.get(name) ?? '']).filter(([, value]) => value !== ''));
  const sort = params.get('sort');
  return {...view, sort: Object.hasOwn(SORTS, sort ?? '') ? sort : 'count', descending: params.get('order') !== 'ascending'};
}

/** The address of such a page. */
export function addressOf(view) {
  return '/console/refused' + query({
    ...Object.fromEntries(NAMES.map(name => [name, view[name]])),
    sort: view.sort === 'count' ? '' : view.sort,
    order: view.descending ? '' : 'ascending',
  });
}

/** Whether the view leaves any out. */
export function isFiltered(view) {
  return NAMES.some(name => view[name] !== undefined);
}

/** The values that there are to filter by, and the one that is chosen though there is none of it. */
export function choices(rows, name, chosen) {
  const values = new Set(rows.map(row => String(row[name])));
  if (chosen !== undefined) {
    values.add(chosen);
  }
  return [...values].sort();
}

/**
 * The rows that the view shows, by source and in each by rule.
 *
 * @param {Object[]} rows
 * @param {Object} view
 * @returns {{source: string, count: number, lastAt: string, rules: Object[]}[]}
 */
export function grouped(rows, view) {
  const shown = rows.filter(row => NAMES.every(name => view[name] === undefined || String(row[name]) === view[name]));
  const compare = (one, other) => (view.descending ? -1 : 1) * SORTS[view.sort](one, other);
  return [...Map.groupBy(shown, row => row.source)].map(([source, ofSource]) => {
    const rules = [...Map.groupBy(ofSource, row => row.status + ' ' + row.code).values()].map(places => ({
      status: places[0].status,
      code: places[0].code,
      ...summed(places),
      places: places.toSorted(compare),
    }));
    return {source, ...summed(rules), rules: rules.toSorted(compare)};
  }).toSorted(compare);
}

function summed(rows) {
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    firstAt: rows.map(row => row.firstAt).reduce((one, other) => (one < other ? one : other)),
    lastAt: rows.map(row => row.lastAt).reduce((one, other) => (one > other ? one : other)),
  };
}
