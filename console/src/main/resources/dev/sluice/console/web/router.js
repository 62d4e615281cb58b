// One page at a time, by its address: links are ordinary links, and going to one does not load the shell again.

import {el} from './dom.js';

const RESTORING_MS = 1500;
const BASE = '/console/';

/** The page that is shown. `pages` are page modules: {path, title, open(place) → close}. */
export class Router {
  #pages;
  #main;
  #shown;
  #failed;
  #address = '';
  #close = () => {};

  /**
   * @param {Array} pages
   * @param {HTMLElement} main
   * @param {function(string|undefined)} shown told the path of the page that was opened
   * @param {function(any)} failed told why a page could not be opened
   */
  constructor(pages, main, shown, failed) {
    this.#pages = pages;
    this.#main = main;
    this.#shown = shown;
    this.#failed = failed;
    history.scrollRestoration = 'manual';
    document.addEventListener('click', event => this.#clicked(event));
    window.addEventListener('popstate', event => this.#wentBack(event));
  }

  /** Shows the page of the address that the browser is at. Focus moves only where somebody went there from another page. */
  async open({focus = false, scroll = 0} = {}) {
    await this.leave();
    this.#address = here();
    const path = location.pathname === '/console' ? BASE : location.pathname;
    const page = this.#pages.find(one => one.path === path);
    document.title = (page?.title ?? 'No such page') + ' · Sluice';
    this.#shown(page?.path);
    try {
      this.#close = (await (page ?? nowhere).open(this.#place())) ?? (() => {});
    } catch (reason) {
      this.#failed(reason);
    }
    if (focus) {
      this.#focus();
    }
    this.#scrollTo(scroll);
  }

  /** Closes the page that is shown and empties its place. */
  async leave() {
    const close = this.#close;
    this.#close = () => {};
    try {
      close();
    } finally {
      this.#main.replaceChildren();
    }
  }

  #place() {
    return {
      main: this.#main,
      params: new URLSearchParams(location.search),
      go: address => this.#go(address),
      replace: address => this.#replace(address),
    };
  }

  #go(address) {
    history.replaceState({scroll: scrollY}, '');
    history.pushState({}, '', address);
    return this.open({focus: true});
  }

  /** Only the address: the page shows already what it says. */
  #replace(address) {
    history.replaceState(history.state, '', address);
    this.#address = here();
  }

  #clicked(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (link === null || event.defaultPrevented || event.button !== 0 || held || !link.hasAttribute('href')) {
      return;
    }
    const url = new URL(link.getAttribute('href'), location.href);
    const elsewhere = link.hasAttribute('target') || link.hasAttribute('download') || url.origin !== location.origin;
    if (elsewhere || url.hash !== '' || !url.pathname.startsWith(BASE)) {
      return;
    }
    event.preventDefault();
    this.#go(url.pathname + url.search);
  }

  #wentBack(event) {
    if (here() !== this.#address) {
      this.open({focus: true, scroll: event.state?.scroll ?? 0});
    }
  }

  #focus() {
    const heading = this.#main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? this.#main).focus({preventScroll: true});
  }

  /** A page's content comes after it was opened: where it was left can be reached only when that is there. */
  #scrollTo(top) {
    const since = performance.now();
    const opened = this.#close;
    const step = now => {
      scrollTo(0, top);
      if (Math.abs(scrollY - top) > 1 && now - since < RESTORING_MS && opened === this.#close) {
        requestAnimationFrame(step);
      }
    };
    step(since);
  }
}

const nowhere = {
  open({main}) {
    main.append(
        el('h1', {}, 'No such page'),
        el('p', {}, 'The console has no page at this address. ', el('a', {href: BASE}, 'Go to the overview')));
  },
};

function here() {
  return location.pathname + location.search;
}
