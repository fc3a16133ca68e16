// The hall as it is now. The stream says that something changed, the snapshot says how things stand; a page keeps no
// truth of its own. EventSource resumes by itself with the last id it saw.

import { get } from './api.js';

const REFRESH_MS = 1000; // a busy hall changes many times a second; a page is redrawn once
const AGAIN_MS = 3000;
const QUIET_MS = 15000; // nothing heard for so long: ask, rather than believe

export class Live {
  hall = null;
  online = false;
  heardAt = 0;
  #listeners = [];
  #changes = [];
  #pending = null;

  /** Told after each change with {@link Live}: the hall may be null before the first snapshot. */
  onUpdate(listener) {
    this.#listeners.push(listener);
  }

  /** Told of each change as it comes: {index, at, type, …}. */
  onChange(listener) {
    this.#changes.push(listener);
  }

  start() {
    this.#open();
    setInterval(() => Date.now() - this.heardAt > QUIET_MS && this.refresh(), QUIET_MS / 3);
    this.#soon();
  }

  #open() {
    const stream = new EventSource('/api/hall/stream');
    stream.addEventListener('snapshot', (event) => this.#take(JSON.parse(event.data)));
    stream.addEventListener('change', (event) => {
      const change = JSON.parse(event.data);
      this.#changes.forEach((listener) => listener(change));
      this.#soon();
    });
    stream.onopen = () => this.#soon();
    stream.onerror = () => {
      this.#lost();
      // A refused stream (a restarting or busy controller) does not come back by itself, a broken one does.
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => this.#open(), AGAIN_MS);
    };
  }

  /** The hall's own time: it may run on a test clock. */
  now() {
    return this.hall ? Date.parse(this.hall.at) + (Date.now() - this.heardAt) : Date.now();
  }

  async refresh() {
    try {
      this.#take(await get('/api/hall'));
    } catch {
      this.#lost();
    }
  }

  #soon() {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.refresh();
    }, this.hall ? REFRESH_MS : 0);
  }

  #take(hall) {
    this.hall = hall;
    this.online = true;
    this.heardAt = Date.now();
    this.#tell();
  }

  #lost() {
    this.online = false;
    this.#tell();
  }

  #tell() {
    this.#listeners.forEach((listener) => listener(this));
  }
}
