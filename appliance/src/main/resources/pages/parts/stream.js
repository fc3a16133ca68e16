// Reads a stream of server-sent events with fetch. Unlike EventSource it sees the hall's comments, so a dead line is known
// within QUIET_MS, and it can carry the link of a ticket's page. A broken stream is opened again with the last id it saw.

const QUIET_MS = 25_000; // the hall says something every 10 s, a comment if nothing else
const AGAIN_MS = 500;
const AGAIN_MS_MAX = 5_000;
const REFUSED_MS = 30_000; // somebody has to enrol this browser again; no hurry to ask
const REFUSALS = new Set([401, 403]);

/** @typedef {{event: string, id: string, data: string}} Message */

export class Stream {
  #path;
  #headers;
  #told;
  #lastId = '';
  #line = null; // the request now open
  #hurry = () => {};

  /**
   * @param {string} path
   * @param {object} headers sent with each request
   * @param {{message: (one: Message) => void, online: (how: 'yes'|'no'|'refused') => void}} told
   */
  constructor(path, headers, told) {
    this.#path = path;
    this.#headers = headers;
    this.#told = told;
  }

  /** Reads for ever; never rejects. */
  async start() {
    for (let failures = 0; ; failures += 1) {
      let refused = false;
      try {
        await this.#read(() => (failures = 0));
      } catch (failure) {
        // The controller is away, refuses, or fell silent: the page says so, and it is tried again.
        refused = REFUSALS.has(failure.status);
      }
      this.#told.online(refused ? 'refused' : 'no');
      const pause = refused ? REFUSED_MS : Math.min(AGAIN_MS * 2 ** failures, AGAIN_MS_MAX);
      await new Promise((done) => {
        this.#hurry = done;
        setTimeout(done, pause * (0.75 + Math.random() / 2));
      });
    }
  }

  /** Tries again now: something changed that may end a refusal. */
  hurry() {
    this.#hurry();
  }

  /** Opens it anew from a whole snapshot: the picture made of what came so far may be wrong. */
  afresh() {
    this.#lastId = '';
    this.#line?.abort();
  }

  async #read(opened) {
    const line = new AbortController();
    this.#line = line;
    let quiet = setTimeout(() => line.abort(), QUIET_MS);
    try {
      const headers = { Accept: 'text/event-stream', ...this.#headers, ...(this.#lastId && { 'Last-Event-ID': this.#lastId }) };
      const response = await fetch(this.#path, { headers, signal: line.signal, cache: 'no-store' });
      if (!response.ok) throw Object.assign(new Error(String(response.status)), { status: response.status });
      opened();
      this.#told.online('yes');
      let rest = '';
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        clearTimeout(quiet);
        quiet = setTimeout(() => line.abort(), QUIET_MS);
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop();
        blocks.map(parse).filter(Boolean).forEach((one) => this.#take(one, line));
      }
    } finally {
      clearTimeout(quiet);
      line.abort();
    }
  }

  #take(message, line) {
    if (line.signal.aborted) return; // opened afresh meanwhile
    this.#lastId = message.id || this.#lastId;
    this.#told.message(message);
  }
}

/** One block of the stream; null for a comment. */
export function parse(block) {
  const message = { event: 'message', id: '', data: '' };
  for (const row of block.split('\n')) {
    const colon = row.indexOf(':');
    if (colon > 0) message[row.slice(0, colon)] = row.slice(colon + 1).replace(/^ /, '');
  }
  return message.data ? message : null;
}
