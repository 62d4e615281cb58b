// Drawing a part of a page anew without taking it out of anybody's hands.

import {fill} from './dom.js';

/**
 * Puts other content into an element. What had the focus, and what was opened, is found again by its id.
 *
 * @param {HTMLElement} element
 * @param {...any} children
 */
export function redraw(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.id : '';
  const opened = [...element.querySelectorAll('details[open]')].map(details => details.id);
  const top = element.scrollTop;
  fill(element, children);
  opened.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  element.scrollTop = top;
  if (focused !== '') {
    document.getElementById(focused)?.focus({preventScroll: true});
  }
}
