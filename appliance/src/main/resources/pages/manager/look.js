// The figures of this moment. They are asked for every few seconds, but only while somebody looks and the hall is there: an open
// tab in the background costs the controller nothing. With them come what each window is busy with, and the names of things.

import { get } from '../parts/api.js';
import { live } from '../parts/live.js';
import { names } from './names.js';
import { parts } from './parts.js';
import { turns } from './turns.js';

const LOOK_MS = 3_000;
const OLD_MS = 15_000;

class Look {
  now = null; // as /api/manager
  failure = null;
  #at = 0;
  #asking = false;
  #told = () => {};

  /** @param {() => void} told after each look, good or bad; {@return how to stop it} */
  start(told) {
    this.#told = told;
    const look = () => this.again();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    let online = false;
    const stops = [
      live.onUpdate(() => {
        if (live.online && !online) {
          parts.forget();
          look();
        }
        online = live.online;
      }),
      live.onChange(({ type }) => {
        if (type === 'Configured') names.forget();
        if (parts.concerns(type)) parts.forget();
      }),
    ];
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      stops.forEach((stop) => stop());
    };
  }

  async again() {
    if (this.#asking || document.hidden || !live.online) return;
    this.#asking = true;
    try {
      if (!names.known) await names.read();
      if (!parts.known) await parts.read();
      this.now = await get('/api/manager');
      this.#at = Date.now();
      this.failure = null;
      this.#told();
      if (live.hall) await turns.look(live.hall.windows);
    } catch (failure) {
      this.failure = failure;
    }
    this.#asking = false;
    this.#told();
  }

  /** How many seconds old the figures are. */
  get age() {
    return Math.round((Date.now() - this.#at) / 1000);
  }

  get old() {
    return Date.now() - this.#at > OLD_MS;
  }
}

/** The one there is. */
export const look = new Look();
