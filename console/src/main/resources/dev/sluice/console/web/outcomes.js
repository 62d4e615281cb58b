// What becomes of dead letters that are redriven, in words.

import {letterAt, transactionAt} from './addresses.js';
import {el} from './dom.js';
import {count} from './format.js';

const MOST_NAMED = 20;
const MOST_SENTENCES = 50;

// In the order in which a reader needs them: what went well, then what asks for more.
const OUTCOMES = {
  invoked: {
    would: (n, to) => `${are(n, 'would be')} handed once more to ${to}.`,
    did: (n, to) => `${are(n, 'was', 'were')} handed once more to ${to}.`,
  },
  done: {
    would: (n, to) => `${are(n, 'would be')} done by ${to}.`,
    did: (n, to) => `${are(n, 'was', 'were')} handed once more to ${to}, and ${n === 1 ? 'is' : 'are'} done.`,
  },
  doneAlready: {
    would: n => `${are(n, 'is', 'are')} done already, and would be removed.`,
    did: n => `${are(n, 'was', 'were')} done already, and removed.`,
  },
  failedAgain: {
    bad: true,
    would: n => `${are(n, 'would', 'would')} fail again.`,
    did: n => (n === 1 ? '1 failed again, and is a dead letter again:' : `${count(n)} failed again, and are dead letters again:`),
  },
  unusable: {
    bad: true,
    would: n => `${are(n, 'is', 'are')} of no use to any function as ${n === 1 ? 'it is' : 'they are'}, and would stay:`,
    did: n => `${are(n, 'was', 'were')} of no use to any function, and stayed:`,
  },
  underWay: {
    bad: true,
    would: n => `${are(n, 'is', 'are')} under way.`,
    did: n => `${are(n, 'is', 'are')} still under way:`,
  },
  notThere: {
    bad: true,
    would: n => `${are(n, 'is', 'are')} not there: redriven before, or in somebody’s hand.`,
    did: n => `${are(n, 'was', 'were')} not there: redriven before, or in somebody’s hand.`,
  },
};

/**
 * How many of a redrive would change anything: what its second step acts on.
 *
 * @param {Object} redrive that ended
 */
export function changing(redrive) {
  return (redrive.counts?.invoked ?? 0) + (redrive.counts?.doneAlready ?? 0);
}

/**
 * What is known of letters before they are redriven.
 *
 * @param {Object[]} letters those that are known
 * @param {string} [only] the function of all of them, where that is known
 */
export function knowing(letters, only) {
  return {
    only,
    functions: new Map(letters.map(letter => [letter.letter, letter.function])),
    subjects: new Map(letters.map(letter => [letter.letter, letter.subjects])),
  };
}

/** The one function that these letters are handed to, or all of them in words. */
function named(of, known) {
  const functions = new Set(of.map(outcome => known.only ?? known.functions.get(outcome.letter)));
  const [one] = functions;
  return functions.size === 1 && one !== undefined ? one : 'the functions that gave up on them';
}

/**
 * A redrive that ended, told by outcome.
 *
 * @param {Object} redrive
 * @param {Object} known of its letters
 * @returns {any} children of an element
 */
export function outcomes(redrive, known) {
  const kinds = Object.entries(OUTCOMES).filter(([name]) => redrive.counts?.[name] > 0);
  if (kinds.length === 0 && redrive.trouble === undefined) {
    return el('p', {class: 'muted'}, 'No letter is there to redrive.');
  }
  return [
    redrive.trouble === undefined ? null : el('p', {class: 'problem'}, `It ended before its time: ${redrive.trouble}.`),
    el('ul', {class: 'outcomes'}, kinds.map(([name, words]) => kind(redrive, name, words, known))),
  ];
}

/** Links to letters, as many as are worth reading. */
function letterLinks(numbers) {
  const links = numbers.slice(0, MOST_NAMED)
      .map((number, at) => [at === 0 ? '' : ', ', el('a', {href: letterAt(number)}, number)]);
  const more = numbers.length - MOST_NAMED;
  return [links, more > 0 ? ` and ${count(more)} more` : ''];
}

function kind(redrive, name, words, known) {
  const number = redrive.counts[name];
  const of = (redrive.outcomes ?? []).filter(outcome => outcome.outcome === name);
  const sentence = (redrive.dryRun ? words.would : words.did)(number, named(of, known));
  return el('li', {class: words.bad ? 'outcome outcome-bad' : 'outcome'},
      el('p', {}, sentence),
      name === 'invoked' || name === 'notThere' ? null : details(of, number, name, redrive.dryRun, known));
}

function details(of, number, name, dryRun, known) {
  if (name === 'done') {
    const subjects = of.flatMap(outcome => known.subjects.get(outcome.letter) ?? []);
    return subjects.length === 0 ? null : el('p', {class: 'small break'}, 'Transactions: ', subjectLinks(subjects));
  }
  const sentences = Map.groupBy(of, outcome => outcome.sentence ?? '');
  const shown = [...sentences].slice(0, MOST_SENTENCES);
  const list = el('ul', {class: 'sentences small'}, shown.map(([sentence, some]) => el('li', {},
      sentence, sentence === '' ? '' : ' ',
      el('span', {class: 'muted'}, '(', some.length === 1 ? 'letter ' : 'letters ',
          gone(name, dryRun) ? some.map(outcome => outcome.letter).slice(0, MOST_NAMED).join(', ')
              : letterLinks(some.map(outcome => outcome.becomes ?? outcome.letter)), ')'))));
  const left = number - shown.reduce((sum, [, some]) => sum + some.length, 0);
  const told = left > 0 ? [list, el('p', {class: 'small muted'}, `… and ${count(left)} more.`)] : list;
  // What went well is there for who wants to know; what did not is told at once.
  return name === 'doneAlready' ? el('details', {}, el('summary', {class: 'small'}, 'Which'), told) : told;
}

/** A letter that went its way has no page any more. */
function gone(name, dryRun) {
  return name === 'doneAlready' && !dryRun;
}

function subjectLinks(subjects) {
  const links = subjects.slice(0, MOST_NAMED)
      .map((subject, at) => [at === 0 ? '' : ', ', el('a', {href: transactionAt(subject)}, subject.id)]);
  const more = subjects.length - MOST_NAMED;
  return [links, more > 0 ? ` and ${count(more)} more` : ''];
}

function are(number, one, several = one) {
  return `${count(number)} ${number === 1 ? one : several}`;
}
