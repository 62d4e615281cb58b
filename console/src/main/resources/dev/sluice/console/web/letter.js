// One dead letter: all that is known of it, and what redriving it would do.

import {transactionAt} from './addresses.js';
import {read} from './api.js';
import {el, fill} from './dom.js';
import {age, count, moment} from './format.js';
import {listen} from './live.js';
import {knowing} from './outcomes.js';
import {payload} from './payload.js';
import {openRedrive} from './redrive.js';
import {redraw} from './redraw.js';
import {refusal} from './refusal.js';

const REFRESH_MS = 1000;
const LIST = '/console/dead-letters';

export const page = {path: '/console/dead-letter', title: 'Dead letter', open};

function open(place) {
  const number = place.params.get('letter') ?? '';
  const actions = el('div', {class: 'actions'});
  const content = el('div', {class: 'stack'});
  let shown = '';
  let dead;
  let wanted = null;
  let closeDialog = null;
  let closed = false;
  fill(place.main,
      el('div', {class: 'page-head'}, el('h1', {tabindex: '-1'}, 'Dead letter ' + number), actions), content);

  async function load() {
    try {
      const answer = await read('dead-letter', {letter: number});
      const now = JSON.stringify(answer);
      if (!closed && now !== shown) {
        shown = now;
        show(answer);
      }
    } catch (refused) {
      // What is shown stays where only the answer is missing.
      if (!closed && (refused.status === 404 || shown === '')) {
        shown = '';
        fill(actions, allLetters());
        fill(content, refused.status === 404 ? gone() : refusal(refused));
      }
    }
  }

  function show(answer) {
    const usable = answer.redriving.outcome === 'invoked' || answer.redriving.outcome === 'doneAlready';
    const redrive = () => {
      closeDialog = openRedrive(place.main, {letters: [answer.letter.letter]}, knowing([answer.letter]), load);
    };
    redraw(actions, allLetters(),
        usable ? el('button', {id: 'redrive', type: 'button', class: 'button-primary', click: redrive}, 'Redrive') : null);
    redraw(content, whole(answer));
  }

  const stop = listen('sample', sample => {
    if (dead !== undefined && dead !== sample.totals.dead) {
      wanted ??= setTimeout(() => {
        wanted = null;
        load();
      }, REFRESH_MS);
    }
    dead = sample.totals.dead;
  });
  load();

  return () => {
    closed = true;
    stop();
    clearTimeout(wanted);
    closeDialog?.();
  };
}

function allLetters() {
  return el('a', {id: 'all-letters', class: 'button', href: LIST}, 'All dead letters');
}

function gone() {
  return el('div', {class: 'panel'},
      el('p', {}, el('strong', {}, 'There is no such letter now.')),
      el('p', {class: 'muted'}, 'It was redriven, or somebody has it in hand this moment. A letter that fails again comes back under another number.'));
}

function whole({letter, payload: text, cut, redriving}) {
  return [
    el('div', {class: 'columns'},
        el('section', {class: 'panel', 'aria-labelledby': 'why'},
            el('h2', {id: 'why'}, letter.reasons.length === 1 ? 'Why it failed' : 'Why each round failed, oldest first'),
            reasons(letter.reasons)),
        el('section', {class: 'panel', 'aria-labelledby': 'would'},
            el('h2', {id: 'would'}, 'What redriving would do now'), would(letter, redriving))),
    el('section', {class: 'panel', 'aria-labelledby': 'facts'}, el('h2', {id: 'facts'}, 'What it is'), facts(letter)),
    payload(text, cut === true ? `./sluice dlq inspect ${letter.letter} --payload` : null),
  ];
}

function facts(letter) {
  const fact = (name, ...value) => [el('dt', {}, name), el('dd', {}, value)];
  return el('dl', {class: 'facts'},
      fact('About', letter.subjects.length === 0
          ? el('span', {class: 'muted'}, 'nothing that reads')
          : letter.subjects.map(subject => el('div', {},
              el('a', {class: 'mono', href: transactionAt(subject)}, subject.id),
              ' of ' + subject.source,
              subject.correlationId === undefined ? null
                  : el('div', {class: 'small muted'}, 'correlation id ', el('code', {}, subject.correlationId))))),
      fact('Function', letter.function),
      fact('Queue', el('code', {}, letter.queue)),
      fact('Attempts', `${count(letter.attempts)} in the last round`),
      fact('First failed', moment(letter.firstFailedAt), ` UTC, ${age(letter.firstFailedAt)} ago`),
      fact('Given up on', moment(letter.lastFailedAt), ` UTC, ${age(letter.lastFailedAt)} ago`));
}

function reasons(all) {
  const told = reason => (reason === '' ? el('span', {class: 'muted'}, 'no reason was told') : reason);
  return all.length === 1
      ? el('p', {class: 'break'}, told(all[0]))
      : el('ol', {class: 'rounds'}, all.map(reason => el('li', {class: 'break'}, told(reason))));
}

function would(letter, redriving) {
  const why = redriving.why ?? '';
  switch (redriving.outcome) {
    case 'invoked':
      return el('p', {}, `It would be handed to ${letter.function} once more, and to no other function.`);
    case 'doneAlready':
      return el('p', {class: 'break'}, `It would be removed: it is done already${why === '' ? '' : ', as ' + why}.`);
    case 'notThere':
      return el('p', {}, 'Nothing: somebody has just redriven it, or has it in hand.');
    default:
      return mend(letter.letter, why);
  }
}

/** What helps where a letter is of no use as it is. */
function mend(number, why) {
  return [
    el('p', {class: 'break'}, `Nothing, it would stay: ${why}.`),
    el('p', {class: 'mend-head'}, 'What helps is to mend what it holds:'),
    el('ol', {class: 'mend'},
        el('li', {}, 'Write it to a file: ', el('code', {}, `./sluice dlq inspect ${number} --payload > FILE`)),
        el('li', {}, 'Mend FILE.'),
        el('li', {}, 'Redrive it with that: ', el('code', {}, `./sluice dlq redrive ${number} --payload FILE`))),
  ];
}
