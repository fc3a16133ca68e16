// A reader for cards and codes is a keyboard to the browser: it types faster than anyone, and presses Enter. What comes so is
// one scan and is never left in a field. A busy computer lets a reader stumble; its code is whole all the same, since half
// a code may look like another one. No page, no timer: testable alone.

const GAP_MS = 50; // between two keys of a reader; two keys of a person are further apart
const PAUSE_MS = 1000; // a reader that stumbles is faster than this; what comes later is something else
const STUMBLES_MAX = 1 / 4; // of a reader's gaps; of a person's at least half are that long
const SHORTEST = 6;
const SHIFTS = new Set(['Shift', 'CapsLock']);

/**
 * @typedef {{typed: string, scanned?: string, taken?: string, kept?: boolean}} Settled
 *   kept: the key waits here and must do nothing else yet · taken: the head of the scan that was given out as typed before
 */

export class Burst {
  #keys = ''; // without a pause between them
  #given = 0; // how many of them were given out as typed
  #stumbles = 0;
  #last = 0;

  /**
   * @param {string} key as KeyboardEvent.key
   * @param {number} at in milliseconds
   * @return {Settled} what is known now: keys a person typed before, or a scan that this key ends
   */
  press(key, at) {
    if (SHIFTS.has(key)) return { typed: '' };
    const gap = at - this.#last;
    this.#last = at;
    let typed = '';
    if (gap >= PAUSE_MS) typed = this.#end();
    else if (gap >= GAP_MS) {
      typed = this.flush();
      this.#stumbles += 1;
    }
    if (key === 'Enter' && this.#isScan) return this.#scan(typed);
    if ([...key].length !== 1 || key === ' ') return { typed: typed + this.#end() };
    this.#keys += key;
    return { typed, kept: true };
  }

  /** {@return what waited: it was typed by a person, as far as is known, since nothing followed it in time} */
  flush() {
    const waited = this.#keys.slice(this.#given);
    this.#given = this.#keys.length;
    return waited;
  }

  get #isScan() {
    return this.#keys.length >= SHORTEST && this.#stumbles <= this.#keys.length * STUMBLES_MAX;
  }

  /** What waited until this very key need not be typed first. */
  #scan(typed) {
    const scanned = this.#keys;
    const taken = scanned.slice(0, this.#given - typed.length);
    this.#end();
    return { typed: '', scanned, taken, kept: true };
  }

  #end() {
    const waited = this.flush();
    [this.#keys, this.#given, this.#stumbles] = ['', 0, 0];
    return waited;
  }
}
