// The last calls, newest first. The stream says who was called when; after a restart the snapshot says who is at a window.

const LINES_MAX = 6;
const CALLS = new Set(['Called', 'Recalled']);

export class LastCalls {
  #at = new Map(); // window id → time of its last call
  #zones;
  #lines = [];

  /** @param {string[]} zones the zones this board is for; none: the whole hall */
  constructor(zones) {
    this.#zones = zones;
  }

  /** A change of the stream. */
  hear(change) {
    if (CALLS.has(change.type)) this.#at.set(change.window, Date.parse(change.at));
  }

  /** The hall as it stands: a call that was taken back is no longer shown. */
  take(hall) {
    this.#lines = hall.windows
      .filter((window) => (window.state === 'called' || window.state === 'serving') && window.ticket)
      .filter((window) => !this.#zones.length || this.#zones.includes(window.zone))
      .map((window) => ({ at: this.#at.get(window.id) ?? Date.parse(window.since), number: window.ticket.number, window: window.name }))
      .sort((one, other) => other.at - one.at)
      .slice(0, LINES_MAX);
  }

  lines() {
    return this.#lines.map(({ number, window }) => ({ number, window }));
  }
}
