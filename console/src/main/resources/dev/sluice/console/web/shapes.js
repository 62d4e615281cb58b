// How each kind of thing looks in the drawing. A kind is known by its outline; colour only repeats it.

import {svg} from './dom.js';

const BEND = 7;
const ARROW = 6;

/** The outline of a thing of that kind in its box, without what is written in it. */
export function outline(kind, {x, y, w, h}) {
  switch (kind) {
    case 'function': return svg('rect', {x, y, width: w, height: h, rx: 5});
    case 'table': return cylinder(x, y, w, h);
    case 'queue': return svg('path', {d: `M${x} ${y}h${w}v${h}h${-w}z M${x + 7} ${y}v${h} M${x + w - 7} ${y}v${h}`});
    case 'topic': return svg('path', {d: `M${x + 12} ${y}h${w - 24}l12 ${h / 2}l-12 ${h / 2}h${24 - w}l-12 ${-h / 2}z`});
    case 'deadletters': return svg('path', {d: `M${x} ${y + 4}h4v-4h${w - 8}v4h4v${h - 4}h${-w}z`});
    default: return svg('rect', {x, y, width: w, height: h, rx: h / 2});
  }
}

/** A mark that says 'look here' without its colour. */
export function warning(x, y) {
  return svg('g', {class: 'warning', 'aria-hidden': 'true'},
      svg('path', {d: `M${x} ${y - 7}l7.5 13h-15z`}),
      svg('path', {class: 'warning-mark', d: `M${x} ${y - 2.5}v4 M${x} ${y + 3.6}v0.6`}));
}

/** A line through points with rounded corners, with an arrowhead at its end. */
export function arrow(points, className, title) {
  return svg('g', {class: className},
      title !== '' && svg('title', {}, title),
      svg('path', {class: 'line', d: rounded(shortened(points))}),
      svg('path', {class: 'head', d: head(points)}));
}

function cylinder(x, y, w, h) {
  const r = 7;
  return svg('path', {d: `M${x} ${y + r}a${w / 2} ${r} 0 0 1 ${w} 0v${h - 2 * r}a${w / 2} ${r} 0 0 1 ${-w} 0z`
      + ` M${x} ${y + r}a${w / 2} ${r} 0 0 0 ${w} 0`});
}

function rounded(points) {
  const [first, ...others] = points;
  let path = `M${first[0]} ${first[1]}`;
  others.forEach((point, index) => {
    const next = others[index + 1];
    if (next === undefined) {
      path += `L${point[0]} ${point[1]}`;
      return;
    }
    const from = index === 0 ? first : others[index - 1];
    const bend = Math.min(BEND, distance(from, point) / 2, distance(point, next) / 2);
    const before = towards(point, from, bend);
    const after = towards(point, next, bend);
    path += `L${before[0]} ${before[1]}Q${point[0]} ${point[1]} ${after[0]} ${after[1]}`;
  });
  return path;
}

/** So that the line does not show through its arrowhead. */
function shortened(points) {
  return [...points.slice(0, -1), towards(points.at(-1), points.at(-2), ARROW - 1)];
}

function head(points) {
  const tip = points.at(-1);
  const foot = towards(tip, points.at(-2), ARROW);
  const [dx, dy] = [(tip[0] - foot[0]) / ARROW, (tip[1] - foot[1]) / ARROW];
  const half = 3.5;
  return `M${tip[0]} ${tip[1]}L${foot[0] - dy * half} ${foot[1] + dx * half}L${foot[0] + dy * half} ${foot[1] - dx * half}z`;
}

function towards(from, to, by) {
  const length = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
}

function distance([x1, y1], [x2, y2]) {
  return Math.hypot(x2 - x1, y2 - y1);
}
