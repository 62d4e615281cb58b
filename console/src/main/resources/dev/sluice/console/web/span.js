// How long something took or lies apart, in words.

const PARTS = /^(-)?P(?:(\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds in at most two units: '6 ms', '1.3 s', '3 min 20 s', '2 h 5 min', '4 d 3 h'. */
export function took(milliseconds) {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) {
    return ms + ' ms';
  }
  if (ms < 60_000) {
    return (ms / 1000).toFixed(1).replace('.0', '') + ' s';
  }
  const seconds = Math.floor(ms / 1000);
  return seconds < 3600 ? two(seconds, 60, 'min', 1, 's')
      : seconds < 172_800 ? two(seconds, 3600, 'h', 60, 'min') : two(seconds, 86_400, 'd', 3600, 'h');
}

/** A duration of ISO 8601 such as PT49H3M; undefined where it is none. */
export function milliseconds(duration) {
  const found = PARTS.exec(duration);
  if (found === null) {
    return undefined;
  }
  const [, , days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  return (days * 86_400 + hours * 3600 + minutes * 60 + Number(seconds)) * 1000;
}

function two(seconds, large, largeName, small, smallName) {
  const rest = Math.floor((seconds % large) / small);
  return Math.floor(seconds / large) + ' ' + largeName + (rest === 0 ? '' : ' ' + rest + ' ' + smallName);
}
