// Dead letters as a list in which some can be chosen. It changes in place: what is chosen, and what has the focus, stays.

import {letterAt, transactionAt} from './addresses.js';
import {el, fill} from './dom.js';
import {age, count} from './format.js';

const MOST_SUBJECTS = 3;

/**
 * Makes it, empty.
 *
 * @param {function()} chose told when what is chosen changed
 */
export function letterTable(chose) {
  const rows = new Map();
  const chosen = new Set();
  const all = el('input', {type: 'checkbox', 'aria-label': 'Choose all letters shown', change: () => {
    for (const [number, row] of rows) {
      choose(number, row, all.checked);
    }
    told();
  }});
  const body = el('tbody', {role: 'rowgroup'});
  // The roles are told again, as a narrow window shows each row as a block and a table's own meaning is then lost.
  const element = el('table', {class: 'grid letters', role: 'table', 'aria-label': 'Dead letters'},
      el('thead', {role: 'rowgroup'}, el('tr', {role: 'row'},
          head({class: 'letter-choice'}, all),
          head({}, 'Letter'),
          head({}, 'About'),
          head({}, 'Last reason'),
          head({}, 'Function'),
          head({class: 'number'}, 'Attempts'),
          head({class: 'number'}, 'Given up'))),
      body);

  function choose(number, row, yes) {
    row.choice.checked = yes;
    row.element.setAttribute('aria-selected', String(yes));
    chosen[yes ? 'add' : 'delete'](number);
  }

  function told() {
    all.checked = rows.size > 0 && chosen.size === rows.size;
    all.indeterminate = chosen.size > 0 && chosen.size < rows.size;
    chose();
  }

  function rowOf(letter) {
    const choice = el('input', {
      type: 'checkbox',
      'aria-label': 'Choose letter ' + letter.letter + subjectWords(letter.subjects),
      change: () => {
        choose(letter.letter, row, choice.checked);
        told();
      },
    });
    const past = el('span', {});
    const row = {
      letter,
      choice,
      element: el('tr', {role: 'row', 'aria-selected': 'false'},
          cell('letter-choice', choice),
          cell('letter-number', el('a', {href: letterAt(letter.letter)}, letter.letter)),
          cell('letter-subject', subjects(letter.subjects)),
          cell('letter-reason', el('div', {class: 'clamp', title: letter.reasons.at(-1)}, letter.reasons.at(-1)), rounds(letter.reasons)),
          cell('letter-function', letter.function),
          cell('letter-attempts number', count(letter.attempts), el('span', {class: 'letter-unit'}, letter.attempts === 1 ? ' attempt' : ' attempts')),
          cell('letter-age number', el('time', {datetime: letter.lastFailedAt, title: letter.lastFailedAt}, past))),
      grow: () => fill(past, age(letter.lastFailedAt) + ' ago'),
    };
    row.grow();
    return row;
  }

  return {
    element,
    /** The numbers that are chosen. */
    chosen: () => [...chosen],
    /** The letters of these numbers, as far as they are shown. */
    letters: () => [...rows.values()].map(row => row.letter),
    size: () => rows.size,
    clear() {
      rows.forEach((row, number) => choose(number, row, false));
      told();
    },
    /** Shows these letters and no others, by number. */
    show(letters) {
      const kept = new Set(letters.map(letter => letter.letter));
      for (const [number, row] of rows) {
        if (!kept.has(number)) {
          chosen.delete(number);
          row.element.remove();
          rows.delete(number);
        }
      }
      let before = null;
      for (const letter of letters) {
        let row = rows.get(letter.letter);
        if (row === undefined) {
          row = rowOf(letter);
          rows.set(letter.letter, row);
          before === null ? body.prepend(row.element) : before.after(row.element);
        } else {
          row.grow();
        }
        before = row.element;
      }
      told();
    },
  };
}

/** ", transaction a of b", for those to whom the row is not read out. */
function subjectWords(subjects) {
  return subjects.length === 0 ? '' : ', transaction ' + subjects.map(subject => subject.id + ' of ' + subject.source).join(', ');
}

function subjects(subjects) {
  if (subjects.length === 0) {
    return el('span', {class: 'muted'}, 'nothing that reads');
  }
  const more = subjects.length - MOST_SUBJECTS;
  return [
    subjects.slice(0, MOST_SUBJECTS).map(subject => el('div', {},
        el('a', {class: 'mono', href: transactionAt(subject)}, subject.id),
        el('span', {class: 'muted small'}, ' ', subject.source))),
    more > 0 ? el('div', {class: 'muted small'}, `and ${count(more)} more`) : null,
  ];
}

function rounds(reasons) {
  return reasons.length === 1 ? null : el('div', {class: 'muted small'}, `after ${reasons.length} rounds`);
}

function head(attributes, ...children) {
  return el('th', {scope: 'col', role: 'columnheader', ...attributes}, children);
}

function cell(name, ...children) {
  return el('td', {role: 'cell', class: name}, children);
}
