// One redrive from its start to its end, as the pipeline tells of it.

import {act, read} from './api.js';
import {listen} from './live.js';

const SHORTEST_POLL_MS = 125;
const LONGEST_POLL_MS = 1000;

/** So many questions in a row may go unanswered before a redrive counts as out of sight. */
const MOST_UNANSWERED = 15;

/**
 * Starts a redrive and follows it.
 *
 * @param {{letters: number[]} | {filter: Object}} which
 * @param {{dryRun: boolean, perSecond?: number}} how
 * @param {function(Object)} seen given the redrive each time that it got on
 * @param {AbortSignal} signal stops looking; the redrive itself goes on
 * @returns {Promise<Object>} the redrive as it ended
 * @throws {Refused} where it may not start, or can no longer be followed
 */
export async function redrive(which, how, seen, signal) {
  return follow(await act('POST', 'redrives', {...which, ...how}), seen, signal);
}

/** Follows one that runs, whoever started it. */
export async function follow(started, seen, signal) {
  let latest = started;
  let heardAt = 0;
  let wake = () => {};
  const get = redrive => {
    latest = redrive;
    seen(redrive);
  };
  const stop = listen('redrive', told => {
    if (told.id === started.id && !signal.aborted) {
      heardAt = Date.now();
      get(told);
      wake();
    }
  });
  try {
    seen(started);
    let unanswered = 0;
    for (let gap = SHORTEST_POLL_MS; latest.phase !== 'ended'; gap = Math.min(2 * gap, LONGEST_POLL_MS)) {
      await new Promise(resolve => {
        wake = resolve;
        setTimeout(resolve, gap);
        signal.addEventListener('abort', resolve, {once: true});
      });
      signal.throwIfAborted();
      if (latest.phase !== 'ended' && Date.now() - heardAt >= LONGEST_POLL_MS) {
        try {
          get(await read('redrives/' + started.id));
          unanswered = 0;
        } catch (refused) {
          unanswered += 1;
          if (!(refused.status === 0 || refused.status >= 500) || unanswered === MOST_UNANSWERED) {
            throw refused;
          }
        }
      }
    }
    // What is told on the way may leave out what became of each.
    return await read('redrives/' + started.id);
  } finally {
    stop();
  }
}
