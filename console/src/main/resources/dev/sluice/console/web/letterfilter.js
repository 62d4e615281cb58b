// Which dead letters a page is about: a filter that is the page's address.

import {query} from './api.js';
import {el} from './dom.js';
import {count} from './format.js';

const NAMES = ['function', 'reason', 'olderThan', 'youngerThan'];

/** So many kinds are told at once; the rest are there for who asks. */
const MOST_GROUPS = 8;

/** Who types is let finish a word. */
const TYPED_MS = 350;

// ISO 8601 durations, as the pipeline reads them.
const AGES = [
  ['PT1M', '1 minute'],
  ['PT10M', '10 minutes'],
  ['PT1H', '1 hour'],
  ['PT6H', '6 hours'],
  ['P1D', '1 day'],
  ['P7D', '7 days'],
];

/** The filter that an address holds; blank parts are left out. */
export function filterOf(params) {
  return Object.fromEntries(NAMES.map(name => [name, (params.get(name) ?? '').trim()]).filter(([, value]) => value !== ''));
}

/** The address of the page that a filter is. */
export function addressOf(filter) {
  return '/console/dead-letters' + query(Object.fromEntries(NAMES.map(name => [name, filter[name]])));
}

/**
 * The form in which a filter is changed; it changes nothing but itself.
 *
 * @param {Object} filter as it is
 * @param {string[]} functions that there are
 * @param {function(Object)} change told the filter that is chosen
 */
export function filterForm(filter, functions, change) {
  let typed = null;
  const tell = () => {
    clearTimeout(typed);
    change(filterOf(new Map(new FormData(form))));
  };
  const choice = (name, label, none, options) => {
    const given = filter[name] ?? '';
    const known = given === '' || options.some(([value]) => value === given);
    return el('div', {class: 'field'},
        el('label', {for: 'letters-' + name}, label),
        el('select', {id: 'letters-' + name, name, change: tell},
            [['', none], ...options, ...(known ? [] : [[given, given]])]
                .map(([value, words]) => el('option', {value, selected: value === given}, words))));
  };
  const form = el('form', {
    class: 'letters-filter',
    role: 'search',
    'aria-label': 'Dead letters',
    submit: event => {
      event.preventDefault();
      tell();
    },
  },
      el('div', {class: 'field letters-reason'},
          el('label', {for: 'letters-reason'}, 'Reason contains'),
          el('input', {id: 'letters-reason', name: 'reason', type: 'search', value: filter.reason, autocomplete: 'off',
            spellcheck: 'false', input: () => {
              clearTimeout(typed);
              typed = setTimeout(tell, TYPED_MS);
            }})),
      choice('function', 'Function', 'Any', functions.map(name => [name, name])),
      choice('olderThan', 'Given up on longer ago than', 'Any time', AGES),
      choice('youngerThan', 'Given up on within the last', 'Any time', AGES));
  return form;
}

/**
 * What is wrong, most of it first, each a link to its letters.
 *
 * @param {Object[]} groups of all letters; where there are very many, the largest
 * @param {number} total of all letters
 * @param {Object} filter as it is
 */
export function groupLinks(groups, total, filter) {
  const sorted = groups.toSorted((one, other) => other.count - one.count);
  const most = sorted[0].count;
  const list = some => el('ul', {class: 'letter-groups'}, some.map(group => el('li', {}, groupLink(group, filter, most))));
  const more = sorted.slice(MOST_GROUPS);
  const others = total - sorted.reduce((sum, group) => sum + group.count, 0);
  return [
    list(sorted.slice(0, MOST_GROUPS)),
    more.length === 0 ? null : el('details', {id: 'more-groups', class: 'letter-more-groups'},
        el('summary', {id: 'more-groups-summary'}, more.length === 1 ? '1 more kind' : `${count(more.length)} more kinds`),
        list(more)),
    others > 0 ? el('p', {class: 'letter-other-groups muted'}, `${count(others)} letters are of rarer kinds.`) : null,
  ];
}

function groupLink(group, filter, most) {
  const chosen = filter.function === group.function && filter.reason === group.reason;
  const bar = el('span', {});
  bar.style.width = Math.max(1, Math.round(100 * group.count / most)) + '%';
  // The one that is chosen leads back to all of them.
  return el('a', {
    id: `group ${group.function} ${group.reason}`,
    href: addressOf(chosen ? {} : {function: group.function, reason: group.reason}),
    'aria-current': chosen ? 'true' : false,
  },
      el('span', {class: 'letter-group-count'}, count(group.count)),
      el('span', {class: 'letter-group-bar', 'aria-hidden': 'true'}, bar),
      el('span', {class: 'letter-group-function'}, group.function),
      el('span', {class: 'letter-group-reason'}, group.reason === '' ? '(no reason was told)' : group.reason));
}
