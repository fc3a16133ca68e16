// Asks the hall. Every press has a key of its own; a retry uses the same key, so a lost reply never makes two tickets.

const RETRY_MS = [300, 700, 1500, 3000, 5000, 8000];
const PASSING = new Set([502, 503, 504]);

/** Why the hall did not do it: title, detail and hint as a person reads them (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title ?? String(status));
    this.status = status;
    this.type = (body.type ?? '').replace('urn:yichuang:', '');
    this.detail = body.detail ?? '';
    this.hint = body.hint ?? '';
    this.facts = body; // what else the problem tells, by the names of docs/reference/problems.md
  }
}

/** The network or the controller is away; nothing is known about whether the request arrived. */
export class Offline extends Error {}

/** A key for one press: keep it while the same thing is being asked again. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The act whose fate is unknown: pressed again, it is the same request and is never done twice. */
export class Unsettled {
  #last = null;

  /** The key of this act: the last one's, if that was the same and nothing is known of it. */
  keyFor(...act) {
    const what = JSON.stringify(act);
    if (this.#last?.what !== what) this.#last = { what, key: newKey() };
    return this.#last.key;
  }

  /** It was done, or refused. */
  settle() {
    this.#last = null;
  }
}

let bearer = null;

/** The ticket's page has no cookie: its link is its key. */
export function useBearer(secret) {
  bearer = secret;
}

export const get = (path) => request('GET', path, undefined, null);
export const post = (path, body = {}, key = newKey()) => request('POST', path, body, key);
export const remove = (path, key = newKey()) => request('DELETE', path, undefined, key);

async function request(method, path, body, key) {
  let last = new Offline(path);
  // Reading is cheap to ask again later; only an act is worth waiting for.
  const pauses = key ? [0, ...RETRY_MS] : [0];
  for (const pause of pauses) {
    if (pause) await new Promise((done) => setTimeout(done, pause));
    try {
      const response = await fetch(path, { method, headers: headers(body, key), body: body && JSON.stringify(body) });
      if (response.ok) return response.status === 204 ? null : await response.json();
      last = new Problem(response.status, await problemOf(response));
      if (!PASSING.has(response.status)) throw last;
    } catch (failure) {
      if (failure === last) throw failure;
      last = new Offline(path);
    }
  }
  throw last;
}

function headers(body, key) {
  const all = { 'Accept-Language': document.documentElement.lang };
  if (body) all['Content-Type'] = 'application/json';
  if (key) all['Idempotency-Key'] = key;
  if (bearer) all.Authorization = `Bearer ${bearer}`;
  return all;
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
