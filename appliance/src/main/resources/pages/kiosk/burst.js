// A reader for cards and codes is a keyboard to the browser: it types faster than anyone, and presses Enter. What comes so is
// one scan and is never typed into a field. No page, no timer: testable alone.

const GAP_MS = 50; // between two keys of a reader; two keys of a person are further apart
const SHORTEST = 6;
const SHIFTS = new Set(['Shift', 'CapsLock']);

/** @typedef {{typed: string, scanned?: string, kept?: boolean}} Settled kept: the key waits here and must do nothing else yet */

export class Burst {
  #keys = '';
  #last = 0;

  /**
   * @param {string} key as KeyboardEvent.key
   * @param {number} at in milliseconds
   * @return {Settled} what is known now: keys a person typed before, or a scan that this key ends
   */
  press(key, at) {
    if (SHIFTS.has(key)) return { typed: '' };
    const typed = at - this.#last < GAP_MS ? '' : this.flush();
    this.#last = at;
    if (key === 'Enter' && this.#keys.length >= SHORTEST) return { typed, scanned: this.flush(), kept: true };
    if ([...key].length !== 1 || key === ' ') return { typed: typed + this.flush() };
    this.#keys += key;
    return { typed, kept: true };
  }

  /** {@return what waited: it was typed by a person, since nothing followed it in time} */
  flush() {
    const keys = this.#keys;
    this.#keys = '';
    return keys;
  }
}
