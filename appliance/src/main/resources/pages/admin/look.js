// The controllers as the hall sees them now. Asked for every few seconds while somebody looks, also when nobody leads or this
// page has lost its stream: then the list is wanted most. What was seen last stays, with its age.

import { get } from '../parts/api.js';

const LOOK_MS = 2_500;
const OLD_MS = 10_000;

class Look {
  list = null; // as /api/nodes
  failure = null;
  #at = 0;
  #asking = false;
  #told = new Set();

  /** Told after each look, good or bad; gives back how to stop it. */
  onLook(listener) {
    this.#told.add(listener);
    return () => this.#told.delete(listener);
  }

  /** Begins to look; {@return how to stop it} */
  start() {
    const look = () => this.again();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  async again() {
    if (this.#asking || document.hidden) return;
    this.#asking = true;
    try {
      this.list = await get('/api/nodes');
      this.#at = Date.now();
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.#asking = false;
    this.#told.forEach((listener) => listener());
  }

  get age() {
    return Math.round((Date.now() - this.#at) / 1000);
  }

  get old() {
    return Date.now() - this.#at > OLD_MS;
  }
}

/** The one there is. */
export const look = new Look();
