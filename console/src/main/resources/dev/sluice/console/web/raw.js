// What the pipeline tells of something, as it tells it, to read or to copy.

import {el, fill} from './dom.js';

/** A closed `<details>`; `show(value)` puts a document into it. */
export function raw() {
  const text = el('pre', {class: 'raw-text', tabindex: 0, 'aria-label': 'JSON'});
  const said = el('span', {class: 'muted', role: 'status'});
  const button = el('button', {type: 'button', class: 'button', click: async () => fill(said, await copy(text))}, 'Copy');
  return {
    element: el('details', {class: 'panel raw'}, el('summary', {}, 'Raw JSON'), el('div', {class: 'actions'}, button, said), text),
    show(value) {
      fill(text, JSON.stringify(value, null, 2));
      fill(said);
    },
  };
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return 'Copied';
  } catch {
    // No clipboard without a secure context or a right to it: what is selected can be copied by hand.
    getSelection().selectAllChildren(element);
    return 'Selected: copy it with the keyboard';
  }
}
