// Why a transaction has its risk score: a bar made of the rules that fired, and their sentences.

import {el} from './dom.js';
import {words} from './format.js';

const FULL = 100;

/**
 * @param {{score: number, flagged: boolean, reasons: Array<{code: string, points: number, sentence: string}>}} [risk] nothing
 *     while it is not scored
 * @param {number} [flagAt] from which score on it is flagged
 */
export function why(risk, flagAt) {
  if (risk === undefined) {
    return el('p', {class: 'empty'}, 'Not scored yet: the enricher has not seen it.');
  }
  const total = risk.reasons.reduce((sum, {points}) => sum + points, 0);
  const head = el('p', {class: 'why-head'},
      el('strong', {class: 'why-score'}, risk.score), ` of ${FULL}, `,
      risk.flagged ? el('strong', {}, 'flagged') : 'not flagged',
      flagAt !== undefined && flagAt !== null && el('span', {class: 'muted'}, ` (from ${flagAt} on)`));
  if (risk.reasons.length === 0) {
    return [head, el('p', {class: 'muted'}, 'No rule fired.')];
  }
  return [head, bar(risk, total, flagAt),
    total > FULL && el('p', {class: 'muted'}, `The points add up to ${total}; a score ends at ${FULL}.`),
    el('ol', {class: 'why-reasons'}, risk.reasons.map(({code, points, sentence}) => el('li', {},
        el('span', {class: 'why-points'}, '+' + points), ' ', el('strong', {}, words(code)),
        el('p', {}, el('bdi', {}, sentence)))))];
}

function bar({score, flagged, reasons}, total, flagAt) {
  const scale = Math.max(FULL, total);
  const told = `Score ${score} of ${FULL}, ${flagged ? 'flagged' : 'not flagged'}: `
      + reasons.map(({code, points}) => `${words(code)} ${points}`).join(', ');
  const track = el('div', {class: 'why-track'}, reasons.map(({code, points}, at) =>
    wide(el('span', {class: 'why-part', title: `${words(code)} +${points}`}, at + 1), points / scale)));
  return el('div', {class: 'why-bar', role: 'img', 'aria-label': told}, track,
      flagAt !== undefined && flagAt !== null && mark('why-mark', flagAt / scale, `flagged from ${flagAt}`),
      total > FULL && mark('why-mark why-mark-end', FULL / scale, FULL));
}

function mark(name, share, text) {
  const line = el('span', {class: share > 0.6 ? name + ' why-mark-late' : name}, el('span', {}, text));
  line.style.left = share * 100 + '%';
  return line;
}

function wide(element, share) {
  element.style.width = share * 100 + '%';
  return element;
}
