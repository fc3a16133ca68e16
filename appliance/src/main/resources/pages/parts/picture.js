// The hall as a page knows it: a snapshot, and each change laid over it. No page, no network: testable alone.

export class Picture {
  #hall = null;
  #waiting = new Map(); // ticket id → as in the snapshot
  #list = null; // the same as an array, made when asked for

  /** The whole hall at one index. */
  snapshot(hall) {
    this.#hall = { ...hall, windows: [...hall.windows], devices: [...hall.devices] };
    this.#waiting = new Map(hall.waiting.map((ticket) => [ticket.id, ticket]));
    this.#list = null;
  }

  /** A change of the stream. {@return false when it is old and was left out} */
  change(change) {
    if (!this.#hall) return false;
    if (change.type === 'Device') {
      this.#device(change);
      return true;
    }
    if (change.index < this.#hall.index) return false;
    this.#hall.index = change.index;
    if (change.patch) this.#lay(change.patch);
    return true;
  }

  #lay({ windows = [], waiting = [], gone = [], help }) {
    for (const one of windows) {
      const at = this.#hall.windows.findIndex((window) => window.id === one.id);
      if (at < 0) continue;
      // staff and ticket are absent when there is none, so the old ones must not shine through.
      const { staff, ticket, ...lasting } = this.#hall.windows[at];
      this.#hall.windows[at] = { ...lasting, ...one };
    }
    waiting.forEach((ticket) => this.#waiting.set(ticket.id, ticket));
    gone.forEach((id) => this.#waiting.delete(id));
    if (waiting.length || gone.length) this.#list = null;
    if (help) this.#hall.help = help;
  }

  #device({ device: id, state, at, fault }) {
    const index = this.#hall.devices.findIndex((device) => device.id === id);
    if (index < 0) return;
    const { fault: old, ...lasting } = this.#hall.devices[index];
    this.#hall.devices[index] = { ...lasting, state, since: at, ...(fault && { fault }) };
  }

  /** As /api/hall; null before the first snapshot. */
  get hall() {
    if (!this.#hall) return null;
    this.#list ??= [...this.#waiting.values()];
    return { ...this.#hall, waiting: this.#list };
  }
}
