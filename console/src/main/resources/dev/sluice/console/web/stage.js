// A dialog whose content changes from step to step, and that cannot be left by accident while something runs.

import {el, fill} from './dom.js';

/**
 * Opens a modal dialog.
 *
 * @param {HTMLElement} parent where it lies in the page
 * @param {string} name of its class
 * @param {function()} left told once when it is closed, whoever closed it
 */
export function stage(parent, name, left) {
  const title = el('h2', {id: name + '-title', tabindex: '-1'});
  const body = el('div', {class: 'stage-body'});
  const actions = el('div', {class: 'actions stage-actions'});
  const said = el('p', {class: 'visually-hidden', role: 'status'});
  let held = false;
  const dialog = el('dialog', {
    class: 'stage ' + name,
    'aria-labelledby': name + '-title',
    // A browser may close at the second Esc whatever a page says of the first one's cancel: so the key is held back too.
    keydown: event => held && event.key === 'Escape' && event.preventDefault(),
    cancel: event => held && event.preventDefault(),
    close: () => {
      dialog.remove();
      left();
    },
  }, title, body, actions, said);
  parent.append(dialog);
  dialog.showModal();

  return {
    /**
     * Goes to a step. The title takes the focus, so that what is new is read out, and nothing is pressed unread.
     *
     * @param {{title: string, body: any, actions: any, hold?: boolean}} step `hold`: Esc does not leave it
     */
    show(step) {
      held = step.hold === true;
      fill(title, step.title);
      fill(body, step.body);
      fill(actions, step.actions);
      fill(said);
      body.scrollTop = 0;
      title.focus();
    },
    /** Says something to who cannot see it. */
    say(text) {
      if (said.textContent !== text) {
        fill(said, text);
      }
    },
    close() {
      dialog.close();
    },
  };
}
