/**
 * Reads something again when it may have changed: one request at a time, no more often than every so many milliseconds, and
 * not at all while nothing changed or nobody looks.
 */
export class Again {
  #read;
  #leastMs;
  #wanted = false;
  #busy = false;
  #last = 0;

  /** @param {() => Promise<void>} read never rejects */
  constructor(read, leastMs) {
    this.#read = read;
    this.#leastMs = leastMs;
    document.addEventListener('visibilitychange', () => this.#go());
  }

  /** It may have changed. */
  ask() {
    this.#wanted = true;
    this.#go();
  }

  async #go() {
    if (this.#busy || !this.#wanted || document.hidden) return;
    this.#busy = true;
    const pause = this.#last + this.#leastMs - Date.now();
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    this.#wanted = false;
    this.#last = Date.now();
    await this.#read();
    this.#busy = false;
    this.#go();
  }
}
