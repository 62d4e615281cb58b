// The panel that asks who is there, wherever no session is open.

import {el, fill} from './dom.js';

/**
 * Shows it.
 *
 * @param {HTMLElement} main
 * @param {string} why what happened, in a sentence, or nothing
 * @param {function({key: string}): Promise} enter opens the session; rejects with why not
 */
export function showSignIn(main, why, enter) {
  const said = el('div', {id: 'sign-in-said', role: 'alert'}, why && problem(why));
  const input = el('input', {
    id: 'operator-token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'sign-in-how sign-in-said',
  });
  const button = el('button', {class: 'button-primary', type: 'submit'}, 'Sign in');
  const submit = async event => {
    event.preventDefault();
    button.disabled = true;
    fill(said);
    try {
      await enter({key: input.value.trim()});
    } catch (refused) {
      fill(said, problem(refused.status === 403 ? 'That is not the operator token of this pipeline.' : refused.message));
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      input.select();
    } finally {
      button.disabled = false;
    }
  };
  fill(
      main,
      el('div', {class: 'panel sign-in stack'},
          el('h1', {tabindex: '-1'}, 'Sign in'),
          said,
          el('p', {id: 'sign-in-how'},
              el('code', {}, './sluice console'), ' prints a new one-time link; with ', el('code', {}, '--data DIR'),
              ' where the pipeline was started so. Open it, and this page needs nothing else.'),
          el('form', {class: 'stack', submit},
              el('div', {class: 'field'},
                  el('label', {for: 'operator-token'},
                      'Or the operator token: ', el('code', {}, 'operatorToken'), ' in ', el('code', {}, 'access.json'),
                      ' of the data folder'),
                  input),
              button)));
  document.title = 'Sign in · Sluice';
}

function problem(sentence) {
  return el('p', {class: 'problem'}, sentence);
}
