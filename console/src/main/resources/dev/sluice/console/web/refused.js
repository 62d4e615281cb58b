// Refused: what senders got wrong, how often, and where.

import {read} from './api.js';
import {el, fill} from './dom.js';
import {count, moment} from './format.js';
import {listen} from './live.js';
import {redraw} from './redraw.js';
import {refusal} from './refusal.js';
import {addressOf, choices, grouped, isFiltered, viewOf} from './refusals.js';
import {refusalTable} from './refusaltable.js';
import {statusSentence, statusWords} from './refusalwords.js';

const REFRESH_MS = 3000;
const MOST_ROWS = 500;

export const page = {path: '/console/refused', title: 'Refused', open};

function open(place) {
  const view = viewOf(place.params);
  const told = el('p', {class: 'muted'});
  const notice = el('div', {});
  const filterPlace = el('div', {});
  const tablePlace = el('div', {});
  const legendPlace = el('div', {class: 'refused-legend'});
  const list = el('section', {class: 'panel', 'aria-label': 'Refusals', hidden: true}, filterPlace, tablePlace, legendPlace);
  let offered = '';
  let answer = null;
  let wanted = null;
  let closed = false;

  fill(place.main,
      el('div', {class: 'page-head'}, el('h1', {tabindex: '-1'}, 'Refused'), told),
      el('div', {class: 'stack'}, notice, list));

  async function load() {
    try {
      answer = await read('refused');
      closed || show();
    } catch (refused) {
      closed || fill(notice, refusal(refused));
    }
  }

  function show() {
    list.hidden = answer.rows.length === 0;
    if (list.hidden) {
      fill(notice, untold(answer.untold), nothing());
      return;
    }
    fill(notice, untold(answer.untold));
    fill(told, count(answer.total), answer.total === 1 ? ' broken rule' : ' broken rules',
        answer.since === undefined ? null : [' since ', moment(answer.since), ' UTC']);
    const sources = grouped(answer.rows, view);
    offer();
    fill(legendPlace, legend(answer.rows));
    redraw(tablePlace,
        sources.length === 0
            ? el('p', {class: 'empty'}, 'Nothing was refused that is like this.')
            : refusalTable(sources, view, change),
        answer.rows.length < MOST_ROWS ? null : el('p', {class: 'muted small'}, `Only the ${MOST_ROWS} most frequent are told.`));
  }

  /** The filters are drawn again only where there is more to choose from, and not in the hand of who chooses. */
  function offer() {
    const values = ['source', 'status', 'code'].map(name => choices(answer.rows, name, view[name]));
    const now = JSON.stringify([values, isFiltered(view)]);
    if (now !== offered && !filterPlace.matches(':focus-within')) {
      offered = now;
      fill(filterPlace, filters(...values));
    }
  }

  function filters(sources, statuses, codes) {
    const choice = (name, label, values, words = value => value) => el('div', {class: 'field'},
        el('label', {for: 'refused-' + name}, label),
        el('select', {id: 'refused-' + name, change: event => change({[name]: event.target.value || undefined})},
            el('option', {value: ''}, 'Any'),
            values.map(value => el('option', {value, selected: value === view[name]}, words(value)))));
    const none = {source: undefined, status: undefined, code: undefined};
    return el('form', {class: 'refused-filter', role: 'search', 'aria-label': 'Refusals', submit: event => event.preventDefault()},
        choice('source', 'Source', sources),
        choice('status', 'Answered', statuses, value => `${value} ${statusWords(Number(value))}`),
        choice('code', 'Rule', codes),
        isFiltered(view) ? el('a', {class: 'button button-quiet', href: addressOf({...view, ...none})}, 'Show all') : null);
  }

  /** Shows the same facts otherwise; the address says how. */
  function change(some) {
    Object.assign(view, some);
    place.replace(addressOf(view));
    show();
  }

  const stop = listen('sample', sample => {
    const some = Object.values(sample.second.refused).some(number => number > 0);
    if (some && wanted === null) {
      wanted = setTimeout(() => {
        wanted = null;
        load();
      }, REFRESH_MS);
    }
  });
  load();

  return () => {
    closed = true;
    stop();
    clearTimeout(wanted);
  };
}

function nothing() {
  return el('div', {class: 'panel'},
      el('p', {}, el('strong', {}, 'Nothing was refused.')),
      el('p', {class: 'muted'}, 'What senders are refused for is counted here by source, rule and field, without what they sent.'));
}

function untold(number) {
  return number === 0 ? null : el('p', {class: 'notice'},
      number === 1 ? '1 more refusal' : `${count(number)} more refusals`,
      ' came faster than they could be read, since the pipeline started. They were answered as they should be, and are in no count.');
}

/** What the table's short words mean. */
function legend(rows) {
  const statuses = [...new Set(rows.map(row => row.status))].sort();
  return [
    el('dl', {class: 'facts small'}, statuses.map(status => [
      el('dt', {}, `${status} ${statusWords(status)}`), el('dd', {}, statusSentence(status))])),
    el('p', {class: 'muted small'},
        'A request that breaks two rules counts twice. What a value looked like is told by its shape, which never holds it: each capital letter became ',
        el('code', {}, 'A'), ', each small one ', el('code', {}, 'a'), ', each digit ', el('code', {}, '9'),
        ', and what is beyond ASCII ', el('code', {}, '?'), '. A text is in quotes, a number is not.'),
  ];
}
