// Refusals as a table: each source, its rules, and the places where they were broken.

import {el} from './dom.js';
import {age, count} from './format.js';
import {addressOf} from './refusals.js';
import {statusWords} from './refusalwords.js';

const MOST_PLACES = 5;

/** A place that stands for those that are not told apart. */
const OTHER = '(other)';

/**
 * Draws it.
 *
 * @param {Object[]} sources as grouped
 * @param {Object} view as the address says it
 * @param {function(Object)} change told how the view is to be otherwise
 */
export function refusalTable(sources, view, change) {
  const all = sources.reduce((sum, source) => sum + source.count, 0);
  return el('table', {class: 'grid refusals', role: 'table', 'aria-label': 'Refusals by source and rule'},
      el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'},
          head({}, 'Rule'),
          sorted('count', 'Count', view, change),
          head({}, 'What is asked for, and where it was not so'),
          head({}, 'First'),
          sorted('last', 'Last', view, change))),
      sources.map(source => el('tbody', {role: 'rowgroup'},
          el('tr', {role: 'row', class: 'refusals-source'}, el('th', {scope: 'rowgroup', role: 'rowheader', colspan: 5},
              el('a', {id: 'source ' + source.source, href: addressOf({...view, source: source.source})}, source.source),
              el('span', {class: 'muted small'}, ` ${count(source.count)} ${source.count === 1 ? 'refusal' : 'refusals'}, ${share(source.count, all)} of what is shown`))),
          source.rules.map(rule => row(rule, all, view, `${source.source} ${rule.status} ${rule.code}`)))));
}

function row(rule, all, view, name) {
  const bar = el('span', {class: 'share-bar', 'aria-hidden': 'true'});
  bar.style.width = Math.max(1, 100 * rule.count / all) + '%';
  return el('tr', {role: 'row'},
      cell('refusals-rule',
          el('a', {id: 'rule ' + name, class: 'mono', href: addressOf({...view, code: rule.code})}, rule.code),
          el('div', {class: 'small muted'}, `${rule.status} ${statusWords(rule.status)}`)),
      cell('refusals-count',
          el('div', {class: 'share-numbers'}, el('span', {}, count(rule.count)), el('span', {class: 'muted small'}, share(rule.count, all))),
          el('span', {class: 'share'}, bar)),
      cell('refusals-where', places(rule.places, name)),
      cell('refusals-first nowrap', ago(rule.firstAt)),
      cell('refusals-last nowrap', ago(rule.lastAt)));
}

function places(all, name) {
  // What is asked for is said once where it is the same everywhere.
  const sentence = all.every(place => place.sentence === all[0].sentence) ? all[0].sentence : null;
  const list = some => el('ul', {class: 'places'}, some.map(place => drawn(place, all.length > 1, sentence === null)));
  const left = all.slice(MOST_PLACES);
  return [
    sentence === null || sentence === '' ? null : el('p', {class: 'refusals-sentence'}, sentence),
    list(all.slice(0, MOST_PLACES)),
    left.length === 0 ? null : el('details', {id: 'places ' + name},
        el('summary', {id: 'more ' + name, class: 'small'},
            left.length === 1 ? '1 more place' : `${count(left.length)} more places`),
        list(left)),
  ];
}

function drawn(place, several, says) {
  return el('li', {},
      el('div', {class: 'place'},
          pointer(place.pointer),
          several ? el('span', {class: 'muted small'}, place.count === 1 ? 'once' : count(place.count) + ' times') : null,
          place.shape === undefined ? null
              : el('span', {class: 'small'}, el('span', {class: 'muted'}, 'looked like '), el('code', {}, place.shape))),
      says && place.sentence !== '' ? el('p', {class: 'small'}, place.sentence) : null);
}

function pointer(told) {
  switch (told) {
    case '':
      return el('span', {class: 'muted'}, 'the whole request');
    case OTHER:
      return el('span', {class: 'muted'}, 'other places');
    default:
      return el('code', {}, told);
  }
}

function sorted(name, label, view, change) {
  const direction = view.descending ? 'descending' : 'ascending';
  return head({'aria-sort': view.sort === name ? direction : 'none'},
      el('button', {
        type: 'button',
        class: 'sort',
        id: 'sort-' + name,
        click: () => change({sort: name, descending: view.sort === name ? !view.descending : true}),
      }, label, el('span', {'aria-hidden': 'true'}, view.sort === name ? (view.descending ? ' ↓' : ' ↑') : ' ↕')));
}

function ago(instant) {
  return el('time', {datetime: instant, title: instant}, age(instant) + ' ago');
}

function share(part, all) {
  const percent = 100 * part / all;
  return percent > 0 && percent < 1 ? 'under 1 %' : Math.round(percent) + ' %';
}

function head(attributes, ...children) {
  return el('th', {scope: 'col', role: 'columnheader', ...attributes}, children);
}

function cell(name, ...children) {
  return el('td', {role: 'cell', class: name}, children);
}
