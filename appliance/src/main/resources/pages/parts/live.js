// The hall as it is now, for every element of a page. The stream tells what changed; a page keeps no truth of its own.
// The stream itself is read once per browser, by worker.js; where there is no SharedWorker, and on the ticket's page, whose
// link is its key, the page reads it itself.

import { Picture } from './picture.js';
import { Stream } from './stream.js';

const DRAW_MS = 200; // a busy hall changes many times a second; a page is redrawn five times
const HERE_MS = 20_000;
const SILENT_MS = 3 * HERE_MS; // each 'here' is answered
const FRESH_MS = 20_000; // a call older than this is history: shown where it belongs, never announced

class Live {
  online = false;
  refused = false; // the hall is there and does not know this browser any more
  #picture = new Picture();
  #hall = null;
  #anchor = { hall: 0, here: 0 }; // the hall's time at a moment of this browser
  #updates = new Set();
  #changes = new Set();
  #pending = null;

  /** The snapshot with all changes laid over it; null before the first one. */
  get hall() {
    this.#hall ??= this.#picture.hall;
    return this.#hall;
  }

  /** Told a moment after anything changed; gives back how to stop it. */
  onUpdate(listener) {
    this.#updates.add(listener);
    return () => this.#updates.delete(listener);
  }

  /** Told of each change as it comes: {index, at, type, …}; gives back how to stop it. */
  onChange(listener) {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  /** The hall's own time in milliseconds: it may run on a test clock. */
  now() {
    return this.#anchor.hall + (Date.now() - this.#anchor.here) * (this.hall?.clockRate ?? 1);
  }

  /** Whether this change is news: after a reconnection old ones come too, and must not be called out again. */
  isNews(change) {
    return this.now() - Date.parse(change.at) < FRESH_MS * (this.hall?.clockRate ?? 1);
  }

  /** Begins to listen. {@param link} the ticket's link, on its page */
  start(link = null) {
    if (link || typeof SharedWorker === 'undefined') this.#readAlone(link);
    else this.#readTogether();
  }

  #readTogether() {
    let port;
    let heard;
    const join = () => {
      heard = Date.now();
      port = new SharedWorker('/pages/parts/worker.js', { type: 'module', name: 'yichuang' }).port;
      port.onmessage = ({ data }) => {
        heard = Date.now();
        this.#hear(data);
      };
      port.postMessage('here');
    };
    join();
    setInterval(() => {
      port.postMessage('here');
      // A worker that a browser short of memory has ended says nothing, not even goodbye.
      if (Date.now() - heard > SILENT_MS) {
        this.#hear({ online: 'no' });
        join();
      }
    }, HERE_MS);
    addEventListener('pagehide', () => port.postMessage('bye'));
    addEventListener('pageshow', () => port.postMessage('here'));
  }

  #readAlone(link) {
    const stream = new Stream('/api/hall/stream', link ? { Authorization: `Bearer ${link}` } : {}, {
      message: ({ event, data }) => {
        const said = JSON.parse(data);
        this.#hear(event === 'snapshot' ? { snapshot: said } : { change: said });
        if (said.reload) stream.afresh();
      },
      online: (online) => this.#hear({ online }),
    });
    stream.start();
  }

  #hear({ snapshot, change, online }) {
    if (snapshot) {
      this.#picture.snapshot(snapshot);
      this.#anchor = { hall: Date.parse(snapshot.at), here: Date.now() };
    }
    if (change) {
      this.#picture.change(change);
      const at = Date.parse(change.at);
      if (at > this.now()) this.#anchor = { hall: at, here: Date.now() };
      this.#changes.forEach((listener) => listener(change));
    }
    if (online) [this.online, this.refused] = [online === 'yes', online === 'refused'];
    this.#hall = null;
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#updates.forEach((listener) => listener());
    }, snapshot || online ? 0 : DRAW_MS);
  }
}

/** The one there is. */
export const live = new Live();
