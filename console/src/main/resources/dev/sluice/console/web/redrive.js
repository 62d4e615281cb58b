// The dialog that redrives dead letters: what would happen, then the doing, then what came of it.

import {act} from './api.js';
import {el, fill} from './dom.js';
import {count} from './format.js';
import {changing, knowing, outcomes} from './outcomes.js';
import {follow, redrive} from './redrives.js';
import {refusal} from './refusal.js';
import {stage} from './stage.js';

const PHASES = {
  looking: 'Looking at each letter',
  redriving: 'Handing letters over',
  waiting: 'Waiting for what comes of them',
  ended: 'Ended',
};

/** How far a redrive is, in words. */
export function progressWords(redrive) {
  return `${PHASES[redrive.phase] ?? redrive.phase}: ${count(redrive.done)} of ${count(redrive.of)}`;
}

/**
 * Opens it. It always begins with a dry run, and redrives what that dry run told of.
 *
 * @param {HTMLElement} parent where the dialog lies in the page
 * @param {{letters: number[]} | {filter: Object}} which
 * @param {Object} known of the letters: knowing(…) of outcomes.js
 * @param {function()} changed told when letters may have changed
 * @param {function()} [left] told when the dialog is closed
 * @returns {function()} closes it; what runs goes on
 */
export function openRedrive(parent, which, known, changed, left = () => {}) {
  const steps = opened(parent, known, changed, left);
  steps.look(which);
  return steps.close;
}

/** Opens it for a redrive that runs already. */
export function openRunning(parent, running, changed, left = () => {}) {
  const steps = opened(parent, knowing([]), changed, left);
  steps.watch((seen, signal) => follow(running, seen, signal));
  return steps.close;
}

function opened(parent, known, changed, left) {
  const leaving = new AbortController();
  const dialog = stage(parent, 'redrive', () => {
    leaving.abort();
    left();
  });
  const close = (words, kind = 'button') => el('button', {type: 'button', class: kind, click: dialog.close}, words);

  /** Step one. There is nothing to lose, so it may be left at any time. */
  async function look(which) {
    const bar = progress(dialog);
    dialog.show({title: 'What would redriving do?', body: bar.element, actions: close('Cancel')});
    await attempt(
        () => redrive(which, {dryRun: true}, bar.show, leaving.signal),
        told => offer(which, told),
        () => look(which));
  }

  function offer(which, told) {
    const number = changing(told);
    const body = [el('p', {class: 'muted'}, 'This is a dry run: nothing has changed yet.'), outcomes(told, known)];
    if (number === 0) {
      dialog.show({title: 'There is nothing to redrive', body, actions: close('Close')});
      return;
    }
    const rate = el('input', {id: 'redrive-rate', type: 'number', min: '0.1', max: '1000', step: 'any', inputmode: 'decimal',
      'aria-describedby': 'redrive-rate-hint'});
    const form = el('form', {
      id: 'redrive-form',
      submit: event => {
        event.preventDefault();
        const how = rate.value === '' ? {dryRun: false} : {dryRun: false, perSecond: Number(rate.value)};
        watch((seen, signal) => redrive(shown(which, told), how, seen, signal), () => look(which));
      },
    }, number === 1 ? null : el('div', {class: 'field redrive-rate'},
        el('label', {for: 'redrive-rate'}, 'At most so many letters a second'),
        rate,
        el('p', {id: 'redrive-rate-hint', class: 'small muted'}, 'Left empty, there is no limit.')));
    const go = el('button', {type: 'submit', form: 'redrive-form', class: 'button-primary'}, `Redrive ${count(number)}`);
    dialog.show({title: 'What redriving would do', body: [body, form], actions: [go, close('Cancel')]});
  }

  /** Step two, up to what came of it. */
  async function watch(running, again = dialog.close) {
    const bar = progress(dialog);
    let id;
    const stop = () => id === undefined || act('DELETE', 'redrives/' + id).catch(() => {});
    dialog.show({
      title: 'Redriving',
      hold: true,
      body: [bar.element, el('p', {class: 'small muted'}, 'It goes on in the pipeline, whether somebody watches or not.')],
      actions: [close('Leave it running'), el('button', {type: 'button', class: 'button', click: stop}, 'Stop after this letter')],
    });
    const seen = redrive => {
      id = redrive.id;
      bar.show(redrive);
    };
    await attempt(() => running(seen, leaving.signal), told => {
      const title = told.clean === false ? 'Redriven, and not all is well' : 'Redriven';
      dialog.show({title, body: outcomes(told, known), actions: close('Close', 'button-primary')});
    }, again);
    changed();
  }

  async function attempt(asked, then, again) {
    let told;
    try {
      told = await asked();
    } catch (refused) {
      if (!leaving.signal.aborted) {
        const retry = el('button', {type: 'button', class: 'button', click: again}, 'Try again');
        dialog.show(refused.status === 409
            ? {
              title: 'Somebody is redriving now',
              body: el('p', {}, 'One redrive runs at a time, so that letters are not fought over. Try again when it has ended.'),
              actions: [retry, close('Close')],
            }
            : {title: 'The pipeline refused', body: refusal(refused), actions: [retry, close('Close')]});
      }
      return;
    }
    then(told);
  }

  return {look, watch, close: dialog.close};
}

/** What a dry run told of, where it told of each letter: nobody redrives what came in the meantime and was never shown. */
function shown(which, told) {
  const letters = (told.outcomes ?? [])
      .filter(outcome => outcome.outcome === 'invoked' || outcome.outcome === 'doneAlready')
      .map(outcome => outcome.letter);
  return letters.length === changing(told) ? {letters} : which;
}

function progress(dialog) {
  const bar = el('progress', {'aria-labelledby': 'redrive-progress'});
  const words = el('p', {id: 'redrive-progress'}, 'Asking the pipeline');
  return {
    element: el('div', {class: 'redrive-progress'}, words, bar),
    show(redrive) {
      if (redrive.of > 0) {
        bar.max = redrive.of;
        bar.value = redrive.done;
      }
      fill(words, progressWords(redrive));
      dialog.say(PHASES[redrive.phase] ?? redrive.phase);
    },
  };
}
