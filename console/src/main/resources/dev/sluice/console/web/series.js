// The lines of the chart: each has a colour that is another one in each theme, and a dash for who sees no colours.

import {words} from './format.js';
import {total} from './recent.js';

const MOST_CODES = 6;
/** The look that a code was last drawn with, which it keeps: a colour must not come to mean another refusal. */
const looks = new Map();
const DASHES = [[8, 3], [3, 3], [10, 3, 2, 3], [2, 2], [6, 2, 2, 2], [12, 4], [1, 3]];

/**
 * Of what `GET activity` answers: accepted, flagged and dead-lettered, then the refusals that are most frequent, and the
 * others as one.
 *
 * @returns {Array<{id: string, name: string, css: string, dash: number[], width: number, refusal: boolean,
 *     numbers: number[]}>}
 */
export function seriesOf({accepted, flagged, dead, refused}) {
  const codes = Object.entries(refused)
      .filter(([, numbers]) => total(numbers) > 0)
      .sort(([oneCode, one], [otherCode, other]) => total(other) - total(one) || oneCode.localeCompare(otherCode));
  const shown = codes.slice(0, MOST_CODES);
  const rest = codes.slice(MOST_CODES).map(([, numbers]) => numbers);
  keepLooks(shown.map(([code]) => code));
  return [
    line('accepted', 'accepted', 'var(--series-accepted)', [], 1.5, accepted),
    line('flagged', 'flagged', 'var(--series-flagged)', [5, 2], 1.75, flagged),
    line('dead', 'dead-lettered', 'var(--series-dead)', [], 2.5, dead),
    ...shown.map(([code, numbers]) => refusal(code, words(code), looks.get(code), numbers)),
    ...(rest.length === 0 ? [] : [refusal('', 'others', MOST_CODES, added(rest))]),
  ];
}

function keepLooks(codes) {
  for (const code of [...looks.keys()].filter(known => !codes.includes(known))) {
    looks.delete(code);
  }
  for (const code of codes.filter(each => !looks.has(each))) {
    const taken = new Set(looks.values());
    looks.set(code, DASHES.findIndex((dash, index) => !taken.has(index)));
  }
}

/** Each refusal on top of the one before, so that the last is all that was refused. */
export function stacked(series) {
  let below = null;
  return series.map(one => {
    if (!one.refusal) {
      return one.numbers;
    }
    below = below === null ? one.numbers : added([below, one.numbers]);
    return below;
  });
}

function line(id, name, css, dash, width, numbers) {
  return {id, name, css, dash, width, refusal: false, numbers};
}

function refusal(code, name, index, numbers) {
  const css = `var(--series-${index + 1})`;
  return {id: 'refused ' + code, name: 'refused: ' + name, css, dash: DASHES[index], width: 1.5, refusal: true, numbers};
}

function added(all) {
  return all[0].map((first, index) =>
    (first === null ? null : all.reduce((sum, numbers) => sum + (numbers[index] ?? 0), 0)));
}
