// What each busy window is busy with. The hall's snapshot has the number; how long the item usually takes is read once per turn.

import { get } from '../parts/api.js';

const BUSY = new Set(['called', 'serving']);

class Turns {
  #known = new Map(); // window and since → {item, count}

  /** Reads the turns it does not know yet, one after the other, and forgets those that are over. */
  async look(windows) {
    const busy = windows.filter((window) => BUSY.has(window.state) && window.ticket?.id);
    const known = this.#known;
    this.#known = new Map(busy.filter((window) => known.has(key(window))).map((window) => [key(window), known.get(key(window))]));
    for (const window of busy) {
      if (this.#known.has(key(window))) continue;
      const { legs, count } = await get(`/api/tickets/${window.ticket.id}`);
      const leg = legs.find((one) => one.state === window.state && one.window === window.id);
      if (leg) this.#known.set(key(window), { item: leg.item, count });
    }
  }

  /** {@return {item, count}; undefined while it is not known} */
  of(window) {
    return this.#known.get(key(window));
  }
}

const key = (window) => `${window.id} ${window.since}`;

/** The ones there are. */
export const turns = new Turns();
