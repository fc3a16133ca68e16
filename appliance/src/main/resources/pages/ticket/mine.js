// The ticket of this page's link, kept fresh. The stream tells a citizen of their own changes and of every call; a call moves
// the line, so the place is read again, but seldom: a hundred phones look at one controller.

import { Problem, get } from '../parts/api.js';
import { live } from '../parts/live.js';

const LINE_MS = 5_000;
const JITTER_MS = 3_000;
const UNKNOWN_MS = 30_000; // taken while a part of the hall was cut off, it is known once that part is home

export class Mine {
  ticket = null; // as GET /api/tickets/{link}
  wrong = null; // why there is none
  catalogue = { items: [], zones: [] };
  #link;
  #changed;
  #timer = null;
  #due = Infinity;

  /** @param {string} link @param {() => void} changed told when the ticket is another */
  constructor(link, changed) {
    this.#link = link;
    this.#changed = changed;
  }

  start() {
    let online = false;
    live.onChange((change) => {
      if (this.isMine(change)) this.#lookWithin(0);
      else if (change.type === 'Called' || change.type === 'WindowState') this.#lookWithin(LINE_MS + Math.random() * JITTER_MS);
    });
    live.onUpdate(() => {
      if (live.online && !online) this.#lookWithin(Math.random() * 500);
      online = live.online;
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#lookWithin(0));
    this.look();
  }

  /** The stream gives a ticket's id only to its holder. */
  isMine(change) {
    return change.ticket !== undefined;
  }

  /** The catalogue entry of a leg, once it is there. */
  item(code) {
    return this.catalogue.items.find((item) => item.code === code);
  }

  zone(window) {
    return this.catalogue.zones.find((zone) => zone.id === window?.zone);
  }

  async look() {
    clearTimeout(this.#timer);
    this.#due = Infinity;
    try {
      this.ticket = await get(`/api/tickets/${this.#link}`);
      this.wrong = null;
      if (!this.catalogue.items.length) this.catalogue = await get('/api/items');
    } catch (failure) {
      if (failure instanceof Problem && failure.status < 500 && failure.status !== 429) {
        this.wrong = failure;
        if (failure.status === 404) this.#lookWithin(UNKNOWN_MS + Math.random() * JITTER_MS);
      } else this.#lookWithin(LINE_MS + Math.random() * JITTER_MS);
    }
    this.#changed();
  }

  #lookWithin(ms) {
    if (Date.now() + ms >= this.#due) return; // sooner already
    clearTimeout(this.#timer);
    this.#due = Date.now() + ms;
    this.#timer = setTimeout(() => this.look(), ms);
  }
}
