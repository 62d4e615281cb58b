// The drawing of a timeline: along it time, upwards the amount on a logarithmic scale within its currency.

import {transactionAt} from './addresses.js';
import {el, fill, svg} from './dom.js';
import {money, occurred, words} from './format.js';

const HEIGHT = 220;
const EDGE = {left: 18, right: 18, top: 26, bottom: 30};
const SMALLEST = 3.5;
const LARGEST = 9;
const DAY = 86_400_000;

/**
 * @param {Array} rows by time, the earliest first
 * @param {string} id of the one that is marked
 * @param {function(string)} go opens an address
 * @returns {{element: HTMLElement, close: function()}}
 */
export function chart(rows, id, go) {
  const drawing = svg('svg', {class: 'chart', role: 'group', 'aria-label': 'Timeline; arrow keys move from transaction to transaction', height: HEIGHT});
  const told = el('p', {class: 'chart-told'});
  const tell = row => fill(told, el('strong', {}, money(row.amount, row.currency)), ` ${words(row.type)} `,
      row.merchant !== undefined && [el('bdi', {}, row.merchant), ' '], occurred(row), `, ${text(row, id)}`);
  const lying = heights(rows);
  let current = Math.max(0, rows.findIndex(row => row.id === id));
  let width = 0;
  const draw = () => {
    const along = times(rows, width);
    const points = rows.map((row, at) => point(row, at, along(row), lying[at], row.id === id));
    const move = to => {
      points[current].setAttribute('tabindex', -1);
      current = Math.max(0, Math.min(rows.length - 1, to));
      points[current].setAttribute('tabindex', 0);
      points[current].focus();
    };
    points.forEach((one, at) => {
      one.setAttribute('tabindex', at === current ? 0 : -1);
      one.addEventListener('focus', () => tell(rows[at]));
      one.addEventListener('pointerenter', () => tell(rows[at]));
      one.addEventListener('click', event => follow(event, one, go));
      one.addEventListener('keydown', event => {
        const to = {ArrowRight: at + 1, ArrowLeft: at - 1, ArrowUp: at + 1, ArrowDown: at - 1, Home: 0, End: rows.length - 1}[event.key];
        if (to !== undefined) {
          event.preventDefault();
          move(to);
        }
      });
    });
    drawing.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    drawing.setAttribute('width', width);
    // This one last, so that it lies above the others.
    const own = points.filter((one, at) => rows[at].id === id);
    fill(drawing, axis(rows, along, width), points.filter(one => !own.includes(one)), own);
  };
  const box = el('div', {class: 'chart-box'}, drawing);
  const watch = new ResizeObserver(() => {
    if (box.clientWidth !== width && box.clientWidth > 0) {
      width = box.clientWidth;
      draw();
    }
  });
  watch.observe(box);
  if (rows.length > 0) {
    tell(rows[current]);
  }
  return {element: el('div', {}, box, told, el('p', {class: 'muted chart-key'},
      'Higher and larger: more, on a logarithmic scale within the currency. Triangles are flagged; the ring marks this one.')),
  close: () => watch.disconnect()};
}

function point(row, at, x, share, own) {
  const flagged = row.status === 'flagged' || row.status === 'notified';
  const r = SMALLEST + share * (LARGEST - SMALLEST);
  const y = HEIGHT - EDGE.bottom - 12 - share * (HEIGHT - EDGE.bottom - 12 - EDGE.top);
  return svg('a', {
    class: `point${flagged ? ' point-flagged' : ''}${own ? ' point-own' : ''}`,
    href: transactionAt(row),
    'aria-label': `${row.occurredAt.slice(0, row.precision === 'day' ? 10 : 19)}, ${money(row.amount, row.currency)}, ${words(row.type)}, ${row.merchant ?? 'no merchant'}, ${text(row, own ? row.id : undefined)}`,
    'aria-current': own && 'true',
  },
  own && svg('circle', {class: 'point-ring', cx: x, cy: y, r: r + 5}),
  flagged
    ? svg('path', {d: `M${x} ${y - r - 2}L${x + r + 2} ${y + r}H${x - r - 2}Z`})
    : svg('circle', {cx: x, cy: y, r}),
  // A larger place to hit than what is seen.
  svg('circle', {class: 'point-hit', cx: x, cy: y, r: Math.max(r, 10)}));
}

function text(row, id) {
  const scored = row.score === undefined || row.score === null ? 'not scored yet' : `score ${row.score}`;
  return row.status + ', ' + scored + (row.reasons.length === 0 ? '' : ': ' + row.reasons.map(words).join(', ')) + (row.id === id ? ' (this one)' : '');
}

/** Where an amount lies between the smallest and the largest of its currency, 0 to 1. */
function heights(rows) {
  const logs = rows.map(row => Math.log10(Math.max(Math.abs(Number(row.amount)), 1e-6)));
  const ends = new Map();
  rows.forEach(({currency}, at) => {
    const [least, most] = ends.get(currency) ?? [Infinity, -Infinity];
    ends.set(currency, [Math.min(least, logs[at]), Math.max(most, logs[at])]);
  });
  return rows.map(({currency}, at) => {
    const [least, most] = ends.get(currency);
    return most === least ? 0.5 : (logs[at] - least) / (most - least);
  });
}

function times(rows, width) {
  const first = Date.parse(rows[0].occurredAt);
  const last = Date.parse(rows.at(-1).occurredAt);
  const room = width - EDGE.left - EDGE.right;
  return row => EDGE.left + (last === first ? room / 2 : ((Date.parse(row.occurredAt) - first) / (last - first)) * room);
}

function axis(rows, along, width) {
  const first = Date.parse(rows[0].occurredAt);
  const last = Date.parse(rows.at(-1).occurredAt);
  const marks = last === first ? 1 : Math.max(2, Math.min(7, Math.floor(width / 130)));
  const bottom = HEIGHT - EDGE.bottom;
  return [svg('line', {class: 'axis', x1: EDGE.left, x2: width - EDGE.right, y1: bottom, y2: bottom}),
    Array.from({length: marks}, (_, at) => {
      const occurredAt = new Date(first + (marks === 1 ? 0 : ((last - first) * at) / (marks - 1))).toISOString();
      const x = along({occurredAt});
      const label = last - first > 2 * DAY ? occurredAt.slice(0, 10) : occurredAt.slice(5, 16).replace('T', ' ');
      const anchor = marks === 1 ? 'middle' : at === 0 ? 'start' : at === marks - 1 ? 'end' : 'middle';
      return [svg('line', {class: 'axis', x1: x, x2: x, y1: bottom, y2: bottom + 5}),
        svg('text', {x: anchor === 'start' ? 2 : anchor === 'end' ? width - 2 : x, y: bottom + 20, 'text-anchor': anchor}, label)];
    })];
}

function follow(event, one, go) {
  // An address of a drawing is no text to the shell: it is followed here.
  if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    event.stopPropagation();
    go(one.getAttribute('href'));
  }
}
