// Lines over time, drawn by uPlot: what is shown is handed in, what is pointed at is told.

import {appearance, colour} from './appearance.js';
import {count} from './format.js';
import {stacked} from './series.js';

const HEIGHT = 270;
const FONT = '12px system-ui, sans-serif';
/** Nobody counts half a transaction. */
const WHOLE = [0, 1, 2, 3, 4, 5, 6].flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
const MINUTE = 60;
const DAY = 86400;

/** A chart in an element as wide as there is room for. */
export class Chart {
  #host;
  #pointed;
  #plot = null;
  #times = [];
  #series = [];
  #redraw = () => this.#make();
  #size = new ResizeObserver(() => this.#fit());

  /**
   * @param {HTMLElement} host
   * @param {function(number|null)} pointed told the index of the bucket that is pointed at, or null
   */
  constructor(host, pointed) {
    this.#host = host;
    this.#pointed = pointed;
    appearance.addEventListener('change', this.#redraw);
    this.#size.observe(host);
    host.addEventListener('keydown', event => this.#step(event));
    host.addEventListener('blur', () => this.#point(null));
  }

  /** Shows these series of series.js. The same ones with other numbers are drawn into what is there. */
  show(times, series) {
    const before = this.#series.map(one => one.id).join();
    this.#times = times;
    this.#series = series;
    if (this.#plot === null || before !== series.map(one => one.id).join()) {
      this.#make();
    } else {
      this.#plot.setData(this.#data());
    }
  }

  /** Takes it away. */
  close() {
    appearance.removeEventListener('change', this.#redraw);
    this.#size.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  #data() {
    return [this.#times, ...stacked(this.#series)];
  }

  #make() {
    this.#plot?.destroy();
    this.#plot = null;
    if (this.#host.clientWidth > 0 && this.#times.length > 0) {
      this.#plot = new uPlot(this.#options(), this.#data(), this.#host);
    }
  }

  #fit() {
    if (this.#plot === null) {
      this.#make();
    } else if (this.#host.clientWidth > 0) {
      this.#plot.setSize({width: this.#host.clientWidth, height: HEIGHT});
    }
  }

  #options() {
    const muted = colour('var(--muted)');
    const grid = {stroke: colour('var(--line)'), width: 1};
    const axis = {stroke: muted, font: FONT, grid, ticks: {...grid, size: 4}};
    return {
      width: this.#host.clientWidth,
      height: HEIGHT,
      padding: [10, 26, 0, 0],
      legend: {show: false},
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: {y: false, drag: {x: false, y: false}, points: {size: 6}},
      scales: {y: {range: (plot, least, most) => [0, Math.max(4, most * 1.08)]}},
      axes: [
        {...axis, size: 34, space: 64, values: (plot, splits, index, space, step) => splits.map(at => clock(at, step))},
        {...axis, size: (plot, labels) => 16 + 8 * widest(labels ?? []), space: 36, incrs: WHOLE,
          values: (plot, splits) => splits.map(count)},
      ],
      series: [{}, ...this.#series.map(one => drawn(one))],
      bands: bands(this.#series),
      hooks: {setCursor: [plot => this.#pointed(plot.cursor.idx ?? null)]},
    };
  }

  /** The arrow keys point as the mouse does. */
  #step(event) {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (this.#plot === null || by === undefined) {
      return;
    }
    event.preventDefault();
    const last = this.#times.length - 1;
    const at = this.#plot.cursor.idx ?? last + 1;
    this.#point(Math.min(last, Math.max(0, at + by)));
  }

  #point(index) {
    const left = index === null ? -10 : this.#plot?.valToPos(this.#times[index], 'x');
    this.#plot?.setCursor({left, top: index === null ? -10 : 10});
  }
}

function drawn(one) {
  const stroke = colour(one.css);
  return {
    label: one.name,
    stroke,
    width: one.width,
    dash: one.dash,
    fill: one.refusal || one.id === 'accepted' ? colour(`color-mix(in srgb, ${one.css} 16%, transparent)`) : undefined,
    points: {show: false},
    spanGaps: true,
  };
}

/** Between a refusal and the one it stands on. */
function bands(series) {
  const stack = series.flatMap((one, index) => (one.refusal ? [index + 1] : []));
  return stack.slice(1).map((above, index) => ({series: [above, stack[index]]}));
}

function widest(labels) {
  return Math.max(2, ...labels.map(label => label.length));
}

function clock(seconds, step) {
  const iso = new Date(seconds * 1000).toISOString();
  return step >= DAY ? iso.slice(5, 10) : iso.slice(11, step >= MINUTE ? 16 : 19);
}
