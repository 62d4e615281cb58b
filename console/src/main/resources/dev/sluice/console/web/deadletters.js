// Dead letters: what is wrong at a glance, the list of them, and redriving some of them.

import {read} from './api.js';
import {el, fill} from './dom.js';
import {count} from './format.js';
import {addressOf, filterForm, filterOf, groupLinks} from './letterfilter.js';
import {letterTable} from './lettertable.js';
import {listen} from './live.js';
import {knowing} from './outcomes.js';
import {openRedrive, openRunning, progressWords} from './redrive.js';
import {redraw} from './redraw.js';
import {refusal} from './refusal.js';

const PAGE = 100;
const REFRESH_MS = 2000;

export const page = {path: '/console/dead-letters', title: 'Dead letters', open};

function open(place) {
  let filter = filterOf(place.params);
  const groupPlace = el('div', {});
  const groups = el('section', {class: 'panel', 'aria-labelledby': 'wrong', hidden: true},
      el('h2', {id: 'wrong'}, 'What is wrong'), groupPlace);
  const filterPlace = el('div', {class: 'letters-head'});
  const showAll = el('a', {class: 'button button-quiet', href: addressOf({})}, 'Show all');
  const running = el('div', {class: 'notice letters-running', hidden: true});
  const problem = el('div', {});
  const told = el('p', {class: 'letters-told', role: 'status'});
  const some = button('button', 'Redrive selected', () => table.chosen().length > 0 && redriveSome());
  const matching = button('button', 'Redrive all that match', () => redriveMatching());
  const more = button('button', 'Load more', () => load(table.size() + PAGE));
  const table = letterTable(tell);
  const list = el('section', {class: 'panel', 'aria-label': 'Letters', hidden: true},
      filterPlace,
      el('div', {class: 'letters-bar'}, told, el('div', {class: 'actions'}, showAll, some, matching)),
      table.element,
      el('div', {class: 'letters-more'}, more));
  const nothing = el('div', {class: 'panel', hidden: true});

  let total = 0;
  let next;
  let dead;
  let newest = 0;
  let loading = 0;
  let wanted = null;
  let closeDialog = null;
  let closed = false;

  fill(place.main,
      el('div', {class: 'page-head'},
          el('h1', {tabindex: '-1'}, 'Dead letters'),
          el('p', {class: 'muted'}, 'What a function gave up on after its retries. Redriving hands it to that function once more.')),
      el('div', {class: 'stack'}, running, problem, nothing, groups, list));

  read('vocabulary').then(known => known.functions, () => []).then(functions => {
    fill(filterPlace, filterForm(filter, functions, chosen => {
      filter = chosen;
      place.replace(addressOf(filter));
      load(PAGE);
    }));
  });

  /** Loads the first so many letters, page by page. A later load overtakes an earlier one. */
  async function load(size) {
    newest += 1;
    const mine = newest;
    loading += 1;
    const isAll = Object.keys(filter).length === 0;
    more.setAttribute('aria-disabled', 'true');
    try {
      const letters = [];
      let first;
      let answer;
      do {
        answer = await read('dead-letters', {...filter, after: answer?.next, limit: PAGE});
        first ??= answer;
        letters.push(...answer.letters);
      } while (mine === newest && !closed && answer.next !== undefined && letters.length < size);
      const whole = isAll ? first : await read('dead-letters', {limit: 1});
      if (mine === newest && !closed) {
        total = first.total;
        next = answer.next;
        dead ??= whole.total;
        fill(problem);
        show(letters, whole);
      }
    } catch (refused) {
      if (mine === newest && !closed) {
        fill(problem, refusal(refused));
      }
    } finally {
      loading -= 1;
      more.removeAttribute('aria-disabled');
    }
  }

  function show(letters, whole) {
    const isAll = Object.keys(filter).length === 0;
    showAll.hidden = isAll;
    nothing.hidden = whole.total > 0;
    groups.hidden = whole.total === 0;
    list.hidden = whole.total === 0;
    if (whole.total === 0) {
      fill(nothing, el('p', {}, el('strong', {}, 'No dead letters.')),
          el('p', {class: 'muted'}, 'Every function has done what it was given, or is still trying. What one gives up on is kept here until it is redriven.'));
    } else {
      redraw(groupPlace, groupLinks(whole.groups, whole.total, filter));
    }
    table.show(letters);
    more.hidden = next === undefined;
  }

  function tell() {
    const isAll = Object.keys(filter).length === 0;
    const chosen = table.chosen().length;
    const of = isAll ? `${count(total)} ${total === 1 ? 'letter' : 'letters'}` : `${count(total)} ${total === 1 ? 'letter matches' : 'letters match'}`;
    const words = [of, table.size() < total ? `${count(table.size())} shown` : '', chosen > 0 ? `${count(chosen)} selected` : ''];
    fill(told, words.filter(part => part !== '').join(', '));
    table.element.hidden = table.size() === 0;
    fill(some, chosen > 0 ? `Redrive selected (${count(chosen)})` : 'Redrive selected');
    some.setAttribute('aria-disabled', String(chosen === 0));
    fill(matching, isAll ? `Redrive all (${count(total)})` : `Redrive all that match (${count(total)})`);
    matching.hidden = total === 0;
  }

  function redriveSome() {
    const chosen = new Set(table.chosen());
    dialog(openRedrive, {letters: [...chosen]}, knowing(table.letters().filter(letter => chosen.has(letter.letter))));
  }

  function redriveMatching() {
    dialog(openRedrive, {filter}, knowing(table.letters(), filter.function));
  }

  function dialog(opens, ...what) {
    running.hidden = true;
    closeDialog = opens(place.main, ...what, refresh, () => {
      closeDialog = null;
    });
  }

  function refresh() {
    if (closed) {
      return;
    }
    wanted ??= setTimeout(() => {
      wanted = null;
      if (loading > 0) {
        // Letters that come faster than they are read are shown with the next.
        refresh();
        return;
      }
      load(Math.max(table.size(), PAGE));
    }, document.hidden ? 5 * REFRESH_MS : REFRESH_MS / 4);
  }

  const stops = [
    listen('sample', sample => {
      if (dead !== undefined && sample.totals.dead !== dead) {
        dead = sample.totals.dead;
        refresh();
      }
    }),
    listen('redrive', redrive => {
      running.hidden = redrive.dryRun || redrive.phase === 'ended' || closeDialog !== null;
      if (!running.hidden) {
        const watch = running.querySelector('button') ?? button('button', 'Watch', () => dialog(openRunning, running.redrive));
        running.redrive = redrive;
        const words = running.querySelector('p') ?? el('p', {});
        fill(words, 'A redrive is running. ' + progressWords(redrive) + '.');
        running.contains(words) || fill(running, words, watch);
      }
    }),
  ];
  load(PAGE);

  return () => {
    closed = true;
    stops.forEach(stop => stop());
    clearTimeout(wanted);
    closeDialog?.();
  };
}

function button(kind, words, click) {
  return el('button', {type: 'button', class: kind, click}, words);
}
