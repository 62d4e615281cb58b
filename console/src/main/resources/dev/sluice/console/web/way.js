// The way of a transaction through the pipeline, hop by hop: when, how long after the hop before, and what went wrong.

import {letterAt} from './addresses.js';
import {el} from './dom.js';
import {count, moment, words} from './format.js';
import {took} from './span.js';

/** @param {Object} told what the API tells of a transaction: document, hops, alerts, underWay, deadLetters */
export function way({document: {conflicts, correlationId}, hops, alerts, underWay, deadLetters}) {
  const open = new Set(hops.filter(({at}) => !known(at)).map(hop => hop.function));
  return [
    el('ol', {class: 'way'},
        hops.map((hop, at) => step(hop, hops.slice(0, at).findLast(before => known(before.at)), underWay, deadLetters)),
        underWay.filter(work => !open.has(work.function)).map(work => el('li', {class: 'way-open'}, el('strong', {}, work.function), ' ', doing(work))),
        deadLetters.filter(letter => !open.has(letter.function)).map(letter => el('li', {class: 'way-failed'}, died(letter)))),
    alerts.length > 0 && [el('h3', {}, 'Alerts'), el('ul', {class: 'plain'}, alerts.map(alert))],
    conflicts.length > 0 && [el('h3', {}, 'Sent again with other content'),
      el('p', {class: 'muted'}, 'What was stored first stays.'),
      el('ul', {class: 'plain'}, conflicts.map(({receivedAt}) => el('li', {}, moment(receivedAt))))],
    el('p', {class: 'muted way-trace'}, 'Times in UTC. Correlation id ', el('span', {class: 'mono'}, correlationId)),
  ];
}

/** Whether the pipeline still has something to do with it. */
export function goesOn({document: {status}, underWay, deadLetters}) {
  return underWay.length > 0 || ((status === 'received' || status === 'flagged') && deadLetters.length === 0);
}

function step(hop, before, underWay, deadLetters) {
  const {name, at, attempts, note, failed} = hop;
  const ownWork = known(at) ? [] : underWay.filter(work => work.function === hop.function);
  const ownLetters = known(at) ? [] : deadLetters.filter(letter => letter.function === hop.function);
  const kind = known(at) ? 'way-done' : known(failed) || ownLetters.length > 0 ? 'way-failed' : 'way-open';
  return el('li', {class: kind},
      el('div', {class: 'way-line'},
          el('strong', {}, words(name)), el('span', {class: 'muted'}, `by the ${hop.function}`),
          known(at) && el('span', {class: 'way-at'}, moment(at), known(before) && el('span', {class: 'muted'}, apart(before, at)))),
      known(at) && attempts > 1 && el('p', {}, el('span', {class: 'badge badge-warn'}, `${count(attempts)} attempts`),
          known(failed) && [' the last that failed: ', el('bdi', {}, failed.reason)]),
      known(note) && el('p', {class: 'muted'}, el('bdi', {}, note)),
      ownWork.map(work => el('p', {}, doing(work))),
      ownLetters.map(letter => el('p', {}, died(letter))),
      !known(at) && ownLetters.length === 0 && known(failed) && el('p', {}, el('span', {class: 'badge badge-bad'}, 'failed'), ' ', el('bdi', {}, failed.reason)),
      kind === 'way-open' && ownWork.length === 0 && !known(note) && el('p', {class: 'muted'}, 'not yet'));
}

function apart(before, at) {
  const ms = Date.parse(at) - Date.parse(before.at);
  return ms < 0 ? '' : ` ${took(ms)} after ${words(before.name)}`;
}

function doing({attempts, lastReason}) {
  return [el('span', {class: 'badge'}, 'under way'),
    attempts > 0 && ` attempts so far: ${count(attempts)}`,
    known(lastReason) && ['; the last failed: ', el('bdi', {}, lastReason)]];
}

function died({letter, attempts, reason, ...of}) {
  return [el('span', {class: 'badge badge-bad'}, 'failed'), ` in the ${of.function} after ${count(attempts)} ${attempts === 1 ? 'attempt' : 'attempts'}: `,
    el('bdi', {}, reason), ' ', el('a', {href: letterAt(letter)}, `Dead letter ${letter}`)];
}

function alert({alertId, reason, at, times}) {
  return el('li', {}, el('strong', {}, words(reason)), ' ', moment(at), times > 1 && `, published ${count(times)} times`,
      el('div', {class: 'mono muted break'}, alertId));
}

function known(value) {
  return value !== undefined && value !== null;
}
