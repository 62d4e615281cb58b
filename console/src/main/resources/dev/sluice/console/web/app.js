// The shell: who is signed in, which page is shown, whether the pipeline still tells what happens.

import {Refused, signIn, signOut, signedOut} from './api.js';
import {appearance, theme, toggleTheme} from './appearance.js';
import {page as letters} from './deadletters.js';
import {el} from './dom.js';
import {page as find} from './find.js';
import {count} from './format.js';
import {page as letter} from './letter.js';
import {connection, hangUp, listen} from './live.js';
import {page as overview} from './overview.js';
import {page as refused} from './refused.js';
import {Router} from './router.js';
import {showSignIn} from './signin.js';
import {page as transaction} from './transaction.js';

const AGAIN_MS = 3000;
const TICKET = '#ticket=';
const USED_UP = 'This link was used already or is too old. It works once, for a short time.';
/** Pages without a link in the bar belong to one that has one. */
const UNDER = {[transaction.path]: find.path, [letter.path]: letters.path};

const main = document.getElementById('main');
const nav = document.getElementById('nav');
const linkState = document.getElementById('link-state');
const dead = document.getElementById('dead');
const signOutButton = document.getElementById('sign-out');
const themeButton = document.getElementById('theme');
const router = new Router([overview, find, transaction, letters, letter, refused], main, mark, problem);

let signedIn = false;
let lost;
let stop = () => {};

/** Comes in by the link's ticket, or by the session that is open, or asks. */
async function start() {
  const ticket = location.hash.startsWith(TICKET) ? location.hash.slice(TICKET.length) : undefined;
  if (ticket !== undefined) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  try {
    await (ticket === undefined ? signIn() : byTicket(ticket));
  } catch (refusal) {
    ask(ticket !== undefined && refusal.status !== 0 ? USED_UP : refusal.status === 401 ? '' : refusal.message);
    return;
  }
  await enter({});
}

/** A link that is used up is no matter where a session is open already, as after going back to it. */
async function byTicket(ticket) {
  try {
    await signIn({ticket: decodeURIComponent(ticket)});
  } catch (refusal) {
    await signIn().catch(() => {
      throw refusal;
    });
  }
}

async function enter({focus = false}) {
  signedIn = true;
  nav.hidden = linkState.hidden = signOutButton.hidden = false;
  say('waiting', 'Connecting');
  hear();
  await router.open({focus});
}

function ask(why) {
  signedIn = false;
  stop();
  hangUp();
  clearTimeout(lost);
  nav.hidden = linkState.hidden = signOutButton.hidden = true;
  router.leave();
  showSignIn(main, why, async shown => {
    await signIn(shown);
    await enter({focus: true});
  });
}

function hear() {
  stop();
  stop = listen('sample', sample => {
    const number = sample.totals.dead;
    dead.hidden = number === 0;
    dead.className = 'badge badge-bad';
    dead.textContent = count(number);
  });
}

/** What ended a connection does not say whether the session went with it: that is asked, until somebody answers. */
async function lookAgain() {
  try {
    await signIn();
    hangUp();
    hear();
  } catch (refusal) {
    if (refusal.status === 401) {
      ask('The session is over: the pipeline was started again, or somebody signed out.');
    } else if (signedIn) {
      lost = setTimeout(lookAgain, AGAIN_MS);
    }
  }
}

function say(state, words) {
  if (linkState.textContent !== words) {
    linkState.dataset.state = state;
    linkState.textContent = words;
  }
}

function mark(path) {
  for (const link of nav.querySelectorAll('a')) {
    const here = link.getAttribute('href') === (UNDER[path] ?? path);
    here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
}

/** What a page did not expect: said on top of it, with what can be done. */
function problem(reason) {
  if (reason instanceof Refused && reason.status === 401) {
    return;
  }
  main.querySelector('.problem-of-page')?.remove();
  const again = el('button', {class: 'button', type: 'button', click: () => router.open({focus: true})}, 'Try again');
  main.prepend(el('div', {class: 'problem problem-of-page', role: 'alert'},
      el('strong', {}, 'This page could not be shown in full.'),
      el('p', {}, reason instanceof Refused ? reason.message : 'The console itself failed: ' + reason),
      el('p', {}, again)));
}

function nameTheme() {
  const other = theme() === 'dark' ? 'Light' : 'Dark';
  themeButton.textContent = other;
  themeButton.setAttribute('aria-label', other + ' colours');
}

connection.addEventListener('open', () => {
  clearTimeout(lost);
  say('open', 'Live');
});
connection.addEventListener('lost', () => {
  say('lost', 'Not connected, trying again');
  clearTimeout(lost);
  lost = setTimeout(lookAgain, AGAIN_MS);
});
signedOut.addEventListener('signedout', () => {
  if (signedIn) {
    ask('');
  }
});
appearance.addEventListener('change', nameTheme);
themeButton.addEventListener('click', toggleTheme);
signOutButton.addEventListener('click', () => signOut().catch(problem));
window.addEventListener('unhandledrejection', event => problem(event.reason));
window.addEventListener('hashchange', () => location.hash.startsWith(TICKET) && start());
nameTheme();
start();
