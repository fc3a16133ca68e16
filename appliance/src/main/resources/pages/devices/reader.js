// Reads again what devices show, when something happened that concerns them: at most twice a second, only those somebody looks at,
// one request at a time. A device does its work a moment after the hall decided, so each is looked at once more.

import { Offline, get } from '../parts/api.js';
import { live } from '../parts/live.js';

const EVERY_MS = 500;
const SOON_MS = 50;
const ONCE_MORE_MS = 2_000;
const PAPER = new Set(['TicketTaken', 'Printed', 'ReprintAsked']);

class Reader {
  #watched = new Map(); // device id → {device, told}
  #due = new Set();
  #pump = null; // the timer until the next look
  #rested = 0; // not before
  #heard = false;

  /** Tells what the device shows, now and after each change; gives back how to stop it. */
  watch(device, told) {
    this.#listen();
    this.#watched.set(device.id, { device, told });
    this.again(device.id);
    return () => this.#watched.delete(device.id);
  }

  /** Reads it soon. */
  again(id) {
    this.#due.add(id);
    this.#pump ??= setTimeout(() => this.#readDue(), Math.max(SOON_MS, this.#rested - Date.now()));
  }

  #listen() {
    if (this.#heard) return;
    this.#heard = true;
    let online = live.online;
    live.onChange((change) => this.#changed(change));
    live.onUpdate(() => {
      if (live.online && !online) this.#all();
      online = live.online;
    });
    document.addEventListener('visibilitychange', () => document.hidden || this.#all());
  }

  #all() {
    [...this.#watched.keys()].forEach((id) => this.again(id));
  }

  #changed(change) {
    const ids = [...this.#watched.values()].filter(({ device }) => concerns(change, device)).map(({ device }) => device.id);
    if (!ids.length) return;
    ids.forEach((id) => this.again(id));
    setTimeout(() => ids.forEach((id) => this.again(id)), ONCE_MORE_MS);
  }

  async #readDue() {
    const ids = document.hidden ? [] : [...this.#due].filter((id) => this.#watched.has(id));
    this.#due.clear();
    for (const id of ids) {
      try {
        const content = await get(`/api/devices/${encodeURIComponent(id)}`);
        this.#watched.get(id)?.told(content);
      } catch (failure) {
        if (failure instanceof Offline) break; // all are read again when the hall is back
      }
    }
    this.#rested = Date.now() + EVERY_MS;
    this.#pump = null;
    [...this.#due].forEach((id) => this.again(id)); // what fell due meanwhile
  }
}

/** Whether this change of the hall may have changed what the device shows. */
export function concerns(change, device) {
  if (change.reload) return true;
  if (change.type === 'Device') return change.device === device.id;
  if (device.kind === 'printer' && PAPER.has(change.type)) return true;
  if (device.kind === 'keypad' && change.type === 'Rated') return true;
  if (device.window) return change.window === device.window;
  return device.kind !== 'printer' && 'window' in change;
}

/** The one there is. */
export const reader = new Reader();
