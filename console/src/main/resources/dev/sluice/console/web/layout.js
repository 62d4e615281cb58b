// Where the pipeline's things stand and how the lines between them run, in units of the drawing.

const SIZES = {
  sender: [86, 44], operator: [86, 44], topic: [98, 46], queue: [116, 46], table: [98, 58],
};
const FUNCTION = {width: 136, head: 30, row: 17, foot: 7};
const GAP = 36;
const LANE_GAP = 30;
const TRACK = 13;
const TRAY = {gap: 18, width: 124, height: 30};
const MARGIN = 3;

/**
 * Places `nodes` by their column and lane. Dead letters have no place of their own: they hang below the function that
 * gave up (`trays`, by function).
 *
 * @param {Array} nodes
 * @param {Array} edges
 * @param {Set<string>} trayOwners functions that have dead letters
 * @param {function(string): number} rowsOf how many lines of figures a function's box has
 *
 * @returns {{width: number, height: number, places: Map, trays: Map, lines: Array<{edge, points}>}} places and trays are
 *     boxes, {x, y, w, h}, by id
 */
export function layOut(nodes, edges, trayOwners, rowsOf) {
  const size = node => node.kind === 'function' ? functionSize(rowsOf(node.id)) : SIZES[node.kind] ?? SIZES.topic;
  const placed = nodes.filter(node => node.kind !== 'deadletters');
  const columns = sizes(placed, node => node.column, node => size(node)[0]);
  const lanes = sizes(placed, node => node.lane, node => size(node)[1]);
  const main = busiest(placed);
  const over = overpasses(placed, edges, main);
  const xs = starts(columns, GAP, () => 0);
  const ys = starts(lanes, LANE_GAP + TRAY.gap + TRAY.height, lane => lane === main ? over.length * TRACK : 0);
  const places = new Map();
  const trays = new Map();
  for (const node of placed) {
    const [w, h] = size(node);
    const x = xs.get(node.column) + (columns.get(node.column) - w) / 2;
    const y = ys.get(node.lane) + (lanes.get(node.lane) - h) / 2;
    places.set(node.id, {x, y, w, h});
    if (trayOwners.has(node.id)) {
      trays.set(node.id, {x: x + (w - TRAY.width) / 2, y: y + h + TRAY.gap, w: TRAY.width, h: TRAY.height});
    }
  }
  const boxes = [...places.values(), ...trays.values()];
  return {
    width: Math.max(...boxes.map(box => box.x + box.w)) + MARGIN,
    height: Math.max(...boxes.map(box => box.y + box.h)) + MARGIN,
    places,
    trays,
    lines: lines(placed, edges, places, over, ys.get(main)),
  };
}

function functionSize(rows) {
  return [FUNCTION.width, FUNCTION.head + (rows === 0 ? 6 : rows * FUNCTION.row + FUNCTION.foot)];
}

function sizes(nodes, of, length) {
  const most = new Map();
  for (const node of nodes) {
    most.set(of(node), Math.max(most.get(of(node)) ?? 0, length(node)));
  }
  return new Map([...most].sort(([one], [other]) => one - other));
}

function starts(lengths, gap, before) {
  const found = new Map();
  let at = MARGIN;
  for (const [key, length] of lengths) {
    found.set(key, at + before(key));
    at += before(key) + length + gap;
  }
  return found;
}

/** The lane in which most things stand. */
function busiest(nodes) {
  const counts = new Map();
  nodes.forEach(({lane}) => counts.set(lane, (counts.get(lane) ?? 0) + 1));
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Edges within the main lane that pass over something: they run above it, the shortest lowest. */
function overpasses(nodes, edges, main) {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return edges
      .filter(edge => isOver(byId.get(edge.from), byId.get(edge.to), main))
      .sort((one, other) => span(one, byId) - span(other, byId));
}

function isOver(from, to, main) {
  return from !== undefined && to !== undefined && from.lane === main && to.lane === main
      && Math.abs(from.column - to.column) > 1;
}

function span(edge, byId) {
  return Math.abs(byId.get(edge.from).column - byId.get(edge.to).column);
}

function lines(nodes, edges, places, over, top) {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const drawn = edges.filter(edge => byId.has(edge.from) && byId.has(edge.to));
  const ports = portsOf(drawn, byId, over);
  return drawn.map(edge => {
    const start = ports(edge, 'from', places);
    const end = ports(edge, 'to', places);
    if (over.includes(edge)) {
      const y = top - TRACK * (over.indexOf(edge) + 0.7);
      return {edge, points: [start, [start[0], y], [end[0], y], end]};
    }
    return {edge, points: between(start, end, byId.get(edge.from), byId.get(edge.to))};
  });
}

function between(start, end, from, to) {
  if (from.column === to.column) {
    const y = (start[1] + end[1]) / 2;
    return start[0] === end[0] ? [start, end] : [start, [start[0], y], [end[0], y], end];
  }
  if (from.lane === to.lane) {
    return start[1] === end[1] ? [start, end] : bent(start, end, (start[0] + end[0]) / 2);
  }
  // Along its own lane, then up or down into the other's: what stands between them is passed below.
  return [start, [end[0], start[1]], end];
}

function bent(start, end, x) {
  return [start, [x, start[1]], [x, end[1]], end];
}

/** Edges that leave or reach a thing on the same side share that side evenly, in the order of where they lead. */
function portsOf(edges, byId, over) {
  const sides = new Map();
  const key = (edge, end) => {
    const here = byId.get(edge[end]);
    const there = byId.get(edge[end === 'from' ? 'to' : 'from']);
    return here.id + ' ' + side(here, there, over.includes(edge), end);
  };
  for (const edge of edges) {
    for (const end of ['from', 'to']) {
      const list = sides.get(key(edge, end)) ?? [];
      list.push({edge, end, there: byId.get(edge[end === 'from' ? 'to' : 'from'])});
      sides.set(key(edge, end), list);
    }
  }
  for (const list of sides.values()) {
    list.sort((one, other) => one.there.column - other.there.column || one.there.lane - other.there.lane
        || edges.indexOf(one.edge) - edges.indexOf(other.edge));
  }
  return (edge, end, places) => {
    const list = sides.get(key(edge, end));
    const part = (list.findIndex(one => one.edge === edge && one.end === end) + 1) / (list.length + 1);
    const box = places.get(edge[end]);
    switch (key(edge, end).slice(edge[end].length + 1)) {
      case 'right': return [box.x + box.w, along(box, list, part)];
      case 'left': return [box.x, along(box, list, part)];
      case 'top': return [box.x + box.w * part, box.y];
      default: return [box.x + box.w * part, box.y + box.h];
    }
  };
}

/** On the left and right, lines lie close around the middle, so that those between neighbours are straight. */
function along(box, list, part) {
  return box.y + box.h / 2 + (part - 0.5) * (list.length + 1) * TRACK;
}

function side(here, there, over, end) {
  if (over) {
    return 'top';
  }
  if (here.column === there.column) {
    return here.lane < there.lane ? 'bottom' : 'top';
  }
  if (here.lane !== there.lane && end === 'to') {
    return here.lane < there.lane ? 'bottom' : 'top';
  }
  return here.column < there.column ? 'right' : 'left';
}
