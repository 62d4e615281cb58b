// How a page says that the pipeline refused what it was asked.

import {el} from './dom.js';

/** A refusal as a block of text: what to do about it, and each rule broken. */
export function refusal(refused) {
  const errors = refused.errors ?? [];
  return el('div', {class: 'problem', role: 'alert'},
      el('p', {}, refused.message),
      errors.length === 0 ? null : el('ul', {}, errors.map(error => el('li', {}, el('code', {}, error.pointer), ' ', error.detail))));
}
