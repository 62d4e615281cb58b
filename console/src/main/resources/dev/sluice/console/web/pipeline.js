// The pipeline drawn from its blueprint, with what each function does at this moment; the same numbers as a table.

import {el, fill, svg} from './dom.js';
import {count} from './format.js';
import {HopTable, ROWS, lettersOf, write} from './hops.js';
import {layOut} from './layout.js';
import {arrow, outline, warning} from './shapes.js';

const ANSWERING = 2;
/** From here on a tray has no room for the second word. */
const ROOM = 100;
const NONE = 'no dead letters';
const INVOKED_BY = ['subscription', 'stream', 'messages'];
const HANDS_ON = ['publishes', 'writes', 'sends'];
/** Where the kind is written below the name. */
const NAMED_KINDS = ['topic', 'queue', 'table'];
const KEY = 'Solid lines hand transactions on, dashed lines read or update what is stored, dotted lines give up.';
const LOOKS = ['reads', 'updates'];

/** The panel of one `GET pipeline`; `update` takes the hops of each sample. */
export class Drawing {
  #nodes;
  #edges;
  #owners;
  #cells = new Map();
  #trays = new Map();
  #table = new HopTable();
  #drawn = el('div', {
    class: 'scroll drawing', tabindex: '0', role: 'region', 'aria-label': 'Drawing of the pipeline',
  });
  #toggle = el('button', {
    class: 'button', type: 'button', 'aria-pressed': 'false', click: () => this.#asTable(),
  }, 'As a table');

  constructor({nodes, edges}) {
    this.#nodes = nodes;
    this.#edges = merged(edges);
    this.#owners = owners(nodes, edges);
    fill(this.#drawn, this.#draw());
    this.element = el('section', {class: 'panel pipeline', 'aria-labelledby': 'pipeline'},
        el('div', {class: 'panel-head'},
            el('h2', {id: 'pipeline'}, 'Pipeline'),
            el('div', {class: 'actions drawing-toggle'}, this.#toggle)),
        this.#drawn, this.#table.element,
        el('p', {class: 'muted small drawing-key'}, KEY));
  }

  /** Writes the numbers into the drawing and the table. */
  update(hops) {
    for (const hop of hops) {
      for (const [name, , read] of ROWS) {
        const cell = this.#cells.get(hop.function + ' ' + name);
        if (cell !== undefined) {
          write(cell, read(hop));
          cell.classList.toggle('more', name === 'retried' && hop.retried > 0);
        }
      }
      this.#bury(hop);
    }
    this.#table.update(hops);
  }

  #asTable() {
    const pressed = this.element.classList.toggle('as-table');
    this.#toggle.setAttribute('aria-pressed', String(pressed));
  }

  #draw() {
    const {width, height, places, trays, lines} =
        layOut(this.#nodes, this.#edges, new Set(this.#owners.keys()), id => this.#rowsOf(id).length);
    const name = {role: 'group', 'aria-label': 'Pipeline'};
    return svg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, class: 'pipeline-svg', ...name},
        lines.map(({edge, points}) => arrow(points, 'edge ' + (edge.looks ? 'looks' : 'hands-on'), edge.title)),
        [...trays].map(([id, tray]) => {
          const box = places.get(id);
          return arrow([[box.x + box.w / 2, box.y + box.h], [box.x + box.w / 2, tray.y]], 'edge fails', 'gives up');
        }),
        this.#nodes.filter(node => places.has(node.id)).map(node => this.#node(node, places.get(node.id))),
        [...trays].map(([id, tray]) => this.#tray(id, tray)));
  }

  #node(node, box) {
    const rows = this.#rowsOf(node.id);
    const middle = box.x + box.w / 2;
    const isFunction = node.kind === 'function';
    return svg('g', {class: 'node ' + node.kind},
        svg('title', {}, node.note ? `${node.label}: ${node.note}` : node.label),
        outline(node.kind, box),
        isFunction && svg('text', {class: 'name', x: box.x + 10, y: box.y + 20}, node.label),
        isFunction && rows.map(([name, label], index) => this.#row(node.id, name, label, box, index)),
        !isFunction && this.#written(node, middle, box));
  }

  #written(node, middle, box) {
    const kind = NAMED_KINDS.includes(node.kind) ? node.kind : null;
    const base = box.y + box.h / 2 + (node.kind === 'table' ? 4 : 0);
    return [
      svg('text', {class: 'name', x: middle, y: kind === null ? base + 4 : base, 'text-anchor': 'middle'}, node.label),
      kind !== null && svg('text', {class: 'kind', x: middle, y: base + 14, 'text-anchor': 'middle'}, kind),
    ];
  }

  #row(id, name, label, box, index) {
    const y = box.y + 41 + index * 17;
    const value = svg('text', {class: 'value', x: box.x + box.w - 10, y, 'text-anchor': 'end'}, '-');
    this.#cells.set(id + ' ' + name, value);
    return [svg('text', {class: 'label', x: box.x + 10, y}, label), value];
  }

  #tray(id, box) {
    const text = svg('text', {x: box.x + box.w / 2, y: box.y + 20, 'text-anchor': 'middle'}, NONE);
    const link = svg('a', {class: 'tray'},
        svg('title', {}, 'Dead letters of the ' + id + ': ' + this.#owners.get(id).join(', ')),
        outline('deadletters', box), warning(box.x + 15, box.y + 16), text);
    this.#trays.set(id, {link, text, box});
    return link;
  }

  /** A tray with letters in it leads to them. */
  #bury({function: id, dead}) {
    const tray = this.#trays.get(id);
    if (tray === undefined) {
      return;
    }
    const text = dead === 0 ? NONE : count(dead) + (dead === 1 ? ' dead letter' : dead < ROOM ? ' dead letters' : ' dead');
    if (tray.text.textContent !== text) {
      tray.text.textContent = text;
      tray.text.setAttribute('x', tray.box.x + tray.box.w / 2 + (dead === 0 ? 0 : 10));
      tray.link.classList.toggle('bad', dead > 0);
      dead > 0 ? tray.link.setAttribute('href', lettersOf(id)) : tray.link.removeAttribute('href');
    }
  }

  /** A function that something waits for has all figures; one that answers a sender only what it did. */
  #rowsOf(id) {
    if (this.#edges.some(edge => edge.to === id && edge.kinds.some(kind => INVOKED_BY.includes(kind)))) {
      return ROWS;
    }
    return this.#edges.some(edge => edge.from === id && edge.kinds.some(kind => HANDS_ON.includes(kind)))
        ? ROWS.slice(0, ANSWERING) : [];
  }
}

/** One line for all that goes from one thing to another. */
function merged(edges) {
  const found = new Map();
  for (const {from, to, kind, label} of edges) {
    const key = from + ' ' + to;
    const one = found.get(key) ?? {from, to, kinds: [], labels: []};
    one.kinds.push(kind);
    one.labels.push(label ? kind + ' ' + label : kind);
    found.set(key, one);
  }
  return [...found.values()].map(one => ({
    ...one,
    looks: one.kinds.every(kind => LOOKS.includes(kind)),
    title: `${one.from} → ${one.to}: ${one.labels.join(', ')}`,
  }));
}

/** By function, the queues of what it gave up on; what a topic could not hand over is a matter of who it was for. */
function owners(nodes, edges) {
  const functions = new Set(nodes.filter(node => node.kind === 'function').map(node => node.id));
  const found = new Map();
  for (const queue of nodes.filter(node => node.kind === 'deadletters')) {
    const from = edges.find(edge => edge.to === queue.id)?.from;
    const owner = functions.has(from) ? from
        : edges.find(edge => edge.from === from && functions.has(edge.to))?.to;
    if (owner !== undefined) {
      found.set(owner, [...(found.get(owner) ?? []), queue.label]);
    }
  }
  return found;
}
