// What a function was given, as people read it. Numbers and texts stay as they were written: nothing is read and written anew.

import {el, fill} from './dom.js';
import {count} from './format.js';

/** How many characters are shown; the copy is whole. */
const MOST_SHOWN = 200_000;

const INDENT = '  ';

/**
 * Sets JSON out by lines without changing a token of it; what is no JSON stays as it is.
 *
 * @param {string} text
 * @returns {string}
 */
export function laidOut(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  // A text, what opens or closes, what parts, or a run of anything else; space between them is dropped.
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
  return tokens.map((token, at) => {
    const next = tokens[at + 1];
    switch (token) {
      case '{':
      case '[':
        if (next === '}' || next === ']') {
          return token;
        }
        depth += 1;
        return token + line(depth);
      case '}':
      case ']':
        if (tokens[at - 1] === '{' || tokens[at - 1] === '[') {
          return token;
        }
        depth -= 1;
        return line(depth) + token;
      case ',':
        return token + line(depth);
      case ':':
        return token + ' ';
      default:
        return token;
    }
  }).join('');
}

/**
 * The payload with a button that copies it as it is.
 *
 * @param {string} text
 * @param {string|null} rest the command that prints it whole, where this is only its beginning
 */
export function payload(text, rest) {
  const whole = laidOut(text);
  const shown = el('pre', {class: 'payload', tabindex: '0', 'aria-label': 'Payload'}, whole.slice(0, MOST_SHOWN));
  const said = el('span', {class: 'small muted', role: 'status'});
  const copy = el('button', {
    type: 'button',
    class: 'button',
    click: async () => {
      try {
        await navigator.clipboard.writeText(text);
        fill(said, 'Copied.');
      } catch {
        // A browser gives its clipboard only to addresses that it holds to be safe.
        getSelection().selectAllChildren(shown);
        fill(said, 'Selected; copy it with the keyboard.');
      }
    },
  }, 'Copy');
  return el('section', {class: 'panel', 'aria-labelledby': 'payload'},
      el('div', {class: 'panel-head'},
          el('h2', {id: 'payload'}, 'Payload'),
          el('span', {class: 'small muted'}, `${count(text.length)} characters`),
          el('div', {class: 'actions'}, said, copy)),
      shown,
      rest !== null
          ? el('p', {class: 'small muted'}, 'This is its beginning. Whole it is printed by ', el('code', {}, rest), '.')
          : whole.length > MOST_SHOWN
              ? el('p', {class: 'small muted'}, `The first ${count(MOST_SHOWN)} characters are shown; the copy is whole.`) : null);
}

function line(depth) {
  return '\n' + INDENT.repeat(depth);
}
