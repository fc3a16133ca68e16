// One act at the desk: one key until its fate is known, buttons still while it runs, and what the hall refuses said beside it.

import { Offline, Unsettled } from '../parts/api.js';
import { Part } from '../parts/part.js';

/** An element with acts: `busy` while one runs; it must draw a <yc-note>. */
export class ActingPart extends Part {
  static properties = { busy: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.busy = false;
  }

  /**
   * @param {Array} what names the act: the same again has the same key
   * @param {(key: string) => Promise} ask
   * @return the hall's answer, or undefined when it was refused or is not known
   */
  async act(what, ask) {
    if (this.busy) return undefined;
    this.busy = true;
    this.querySelector('yc-note').clear();
    try {
      const answer = await ask(this.#unsettled.keyFor(...what));
      this.#unsettled.settle();
      return answer ?? {};
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      this.querySelector('yc-note').show(failure);
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
