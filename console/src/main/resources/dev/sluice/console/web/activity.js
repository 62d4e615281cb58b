// What came in over time: which range, which lines, what they are at the moment that is pointed at.

import {read} from './api.js';
import {Chart} from './plot.js';
import {el, fill, svg} from './dom.js';
import {age, count} from './format.js';
import {total} from './recent.js';
import {seriesOf} from './series.js';

const LIVE = '5m';
const RANGES = {'5m': '5 min', '1h': '1 hour', '24h': '24 hours', '7d': '7 days'};
const BUCKETS = {1: 'second', 60: 'minute', 3600: 'hour'};
const SUMMARY_MS = 10_000;
/** How often the pipeline's own count takes the place of what was added here. */
const REREAD_MS = 15_000;

/** The panel. `recent` is the last five minutes, which each sample is added to. */
export class Activity {
  #recent;
  #range = LIVE;
  #long = null;
  #hidden = new Set();
  #at = null;
  #summed = 0;
  #keys = new Map();
  #host = el('div', {class: 'activity-chart', role: 'img', tabindex: '0'});
  #legend = el('div', {class: 'activity-legend', role: 'group', 'aria-label': 'Lines'});
  #when = el('p', {class: 'muted small activity-when'});
  #buttons = Object.entries(RANGES).map(([range, name]) => el('button', {
    class: 'button', type: 'button', 'aria-pressed': String(range === LIVE), click: () => this.#choose(range),
  }, name));
  #chart = new Chart(this.#host, index => this.#point(index));
  // A connection that is lost is told in the bar already.
  #timer = setInterval(() => this.#reread().catch(() => {}), REREAD_MS);

  /** @param {import('./recent.js').Recent} recent */
  constructor(recent) {
    this.#recent = recent;
    this.element = el('section', {class: 'panel activity', 'aria-labelledby': 'activity'},
        el('div', {class: 'panel-head'},
            el('h2', {id: 'activity'}, 'Activity'),
            el('div', {class: 'actions segments', role: 'group', 'aria-label': 'Range'}, this.#buttons)),
        this.#legend, this.#host, this.#when);
  }

  /** Draws what is known by now. */
  show() {
    const activity = this.#activity();
    if (activity === null) {
      return;
    }
    const series = seriesOf(known(activity));
    this.#chart.show(activity.times, series.filter(one => !this.#hidden.has(one.id)));
    this.#name(series);
    this.#tell(series);
  }

  close() {
    clearInterval(this.#timer);
    this.#chart.close();
  }

  #activity() {
    return this.#range === LIVE ? this.#recent.activity : this.#long;
  }

  async #choose(range) {
    this.#range = range;
    this.#at = null;
    this.#long = null;
    this.#summed = 0;
    Object.keys(RANGES).forEach((one, index) =>
      this.#buttons[index].setAttribute('aria-pressed', String(one === range)));
    await (range === LIVE ? this.show() : this.#reread());
  }

  async #reread() {
    const range = this.#range;
    const answer = await read('activity', {range});
    if (range === LIVE) {
      this.#recent.activity = answer;
    } else {
      this.#long = answer;
    }
    if (range === this.#range) {
      this.show();
    }
  }

  #point(index) {
    if (this.#at !== index) {
      this.#at = index;
      this.#tell(seriesOf(known(this.#activity())));
    }
  }

  /** The legend's labels are made once for each line, so that ticking one never loses the focus. */
  #name(series) {
    const ids = series.map(one => one.id).join();
    if (ids === [...this.#keys.keys()].join()) {
      return;
    }
    const before = this.#keys;
    this.#keys = new Map(series.map(one => [one.id, before.get(one.id) ?? this.#key(one)]));
    fill(this.#legend, [...this.#keys.values()].map(key => key.label));
  }

  #key(one) {
    const value = el('span', {class: 'number'});
    const tick = el('input', {type: 'checkbox', checked: true, change: () => {
      tick.checked ? this.#hidden.delete(one.id) : this.#hidden.add(one.id);
      this.show();
    }});
    const line = svg('line', {
      x1: 0, y1: 6, x2: 26, y2: 6, 'stroke-width': Math.max(2, one.width), 'stroke-dasharray': one.dash.join(' '),
    });
    line.style.stroke = one.css;
    return {value, label: el('label', {class: 'key'},
        tick, svg('svg', {width: 26, height: 12, 'aria-hidden': 'true'}, line), one.name, value)};
  }

  #tell(series) {
    const {times, bucketSeconds, since} = this.#activity();
    const at = this.#at !== null && this.#at < times.length ? this.#at : null;
    for (const one of series) {
      this.#keys.get(one.id).value.textContent = count(at === null ? total(one.numbers) : one.numbers[at] ?? 0);
    }
    const each = BUCKETS[bucketSeconds] ?? (bucketSeconds < 60 ? bucketSeconds + ' s' : bucketSeconds / 60 + ' min');
    const late = since !== undefined && Date.parse(since) / 1000 > times[0] + bucketSeconds;
    this.#when.textContent = at !== null
        ? `The ${each} from ${new Date(times[at] * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC.`
        : `Sums of the last ${RANGES[this.#range]}. Each point is one ${each}; times are in UTC.`
            + (late ? ` Nothing is known from before the last ${age(since)}.` : '');
    if (Date.now() - this.#summed > SUMMARY_MS) {
      this.#summed = Date.now();
      const sums = series.map(one => count(total(one.numbers)) + ' ' + one.name);
      this.#host.setAttribute('aria-label',
          `Chart of the last ${RANGES[this.#range]}: ${sums.join(', ')}. Arrow keys point at a moment.`);
    }
  }
}

/** What was before the earliest that is known is not none: it is not drawn. */
function known(activity) {
  const since = activity.since === undefined ? 0 : Date.parse(activity.since) / 1000 - activity.bucketSeconds;
  if (activity.times.length === 0 || activity.times[0] >= since) {
    return activity;
  }
  const cut = numbers => numbers.map((number, index) => (activity.times[index] < since ? null : number));
  return {
    accepted: cut(activity.accepted),
    flagged: cut(activity.flagged),
    dead: cut(activity.dead),
    refused: Object.fromEntries(Object.entries(activity.refused).map(([code, numbers]) => [code, cut(numbers)])),
  };
}
