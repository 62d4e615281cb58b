// What the console asks of the pipeline's process. Reading goes by the cookie; acting shows the session's token as well.

const BASE = '/console/api/';
let token = '';

/** A refusal, RFC 9457: `status`, `message` (what to do about it), `errors` ([{pointer, code, detail}]). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? 'the pipeline does not answer');
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

/** Told once when the session is over; the page then asks to sign in. */
export const signedOut = new EventTarget();

/** Reads. `parameters` that are blank are left out. */
export function read(path, parameters = {}) {
  return send('GET', path + query(parameters), undefined);
}

/** Acts: `method` is POST or DELETE. */
export function act(method, path, body) {
  return send(method, path, body);
}

/** Opens a session with `{ticket}` or `{key}`, or finds the one that is open where nothing is given. */
export async function signIn(shown) {
  const session = shown === undefined ? await send('GET', 'session') : await send('POST', 'session', shown);
  token = session.token;
  return session;
}

/** Ends it. */
export async function signOut() {
  try {
    await send('DELETE', 'session');
  } catch (refused) {
    // A session that is over needs no ending.
    if (refused.status !== 401) {
      throw refused;
    }
  }
  token = '';
  signedOut.dispatchEvent(new Event('signedout'));
}

/** `?a=1&b=2` of what is not blank, or nothing. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : '?' + new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

async function send(method, path, body) {
  let response;
  try {
    response = await fetch(BASE + path, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
        ...(method === 'GET' ? {} : {'x-console-token': token}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused(0, {detail: 'The pipeline does not answer. Is it running?'});
  }
  if (response.status === 204) {
    return undefined;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    if (response.status === 401 && path !== 'session') {
      signedOut.dispatchEvent(new Event('signedout'));
    }
    throw new Refused(response.status, answer);
  }
  return answer;
}
