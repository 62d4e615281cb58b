// The last five minutes, second by second: what was asked for once, and what each sample adds.

export const SPAN_SECONDS = 300;
const KINDS = ['accepted', 'flagged', 'dead'];

/** Numbers by bucket, as `GET activity` answers them, of which the newest bucket is filled while one looks. */
export class Recent {
  #activity;
  #told;

  /** @param {Object} activity what `GET activity?range=5m` answered */
  constructor(activity) {
    this.activity = activity;
  }

  get activity() {
    return this.#activity;
  }

  /** Begins again from another answer: the samples of the seconds it tells are in it already. */
  set activity(activity) {
    this.#activity = activity;
    this.#told = activity.times.at(-1) ?? 0;
  }

  /** Adds what came since the sample before. A second that no sample fell into is not none: it is not known. */
  add({at, second}) {
    const {times, refused} = this.activity;
    const now = Math.floor(Date.parse(at) / 1000);
    if (now <= this.#told) {
      return;
    }
    const first = times.length === 0 ? now : times.at(-1) + 1;
    for (let time = Math.max(first, now - SPAN_SECONDS); time <= now; time++) {
      times.push(time);
      this.#all().forEach(numbers => numbers.push(time === now ? 0 : null));
    }
    for (const kind of KINDS) {
      this.activity[kind][times.length - 1] += second[kind] ?? 0;
    }
    for (const [code, count] of Object.entries(second.refused)) {
      refused[code] ??= times.map(() => 0);
      refused[code][times.length - 1] += count;
    }
    const over = times.findIndex(time => time > now - SPAN_SECONDS);
    times.splice(0, over);
    this.#all().forEach(numbers => numbers.splice(0, over));
  }

  /** Refused in all of it. */
  refused() {
    return Object.values(this.activity.refused).reduce((all, numbers) => all + total(numbers), 0);
  }

  /** Accepted in a second, on average of the last few that are over. */
  rate(seconds = 5) {
    return total(this.activity.accepted.slice(-seconds - 1, -1)) / seconds;
  }

  #all() {
    return [...KINDS.map(kind => this.activity[kind]), ...Object.values(this.activity.refused)];
  }
}

/** The sum; what is not known counts as none. */
export function total(numbers) {
  return numbers.reduce((sum, number) => sum + (number ?? 0), 0);
}
