/**
 * <yc-paper>: whether the slip came out, which is a fact on the ticket, and the same slip again. Without paper the number still counts.
 *
 * @property {string} ticket id or link
 * @property {string} known the ticket's id, as the stream names it
 * @property {boolean} expected a slip is being printed now
 * @fires failed when it was not printed
 */

import { get, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { live } from '../parts/live.js';
import { say } from '../parts/words.js';

const LOOK_MS = 1000;
const LOOKS_MAX = 12; // a printer that is well answers within 10 s (design: what happens when)

class Paper extends Part {
  static properties = { ticket: {}, known: {}, expected: { type: Boolean }, state: { state: true } };

  #looks = 0;
  #again = false; // a slip was asked for once more: what the ticket says is of the last one

  constructor() {
    super();
    [this.ticket, this.known, this.expected, this.state] = ['', '', false, 'idle'];
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(LOOK_MS, () => this.#look());
    this.while(live.onChange((change) => {
      if (change.type !== 'Printed' || change.ticket !== this.known) return;
      this.#again = false;
      this.#look();
    }));
  }

  firstUpdated() {
    if (this.expected) this.state = 'printing';
  }

  async #look() {
    if (this.state !== 'printing') return;
    this.#looks += 1;
    const late = this.#looks >= LOOKS_MAX;
    const printed = this.#again && !late ? undefined : await this.#ask();
    if (this.state !== 'printing') return;
    if (printed === true) this.state = this.#again ? 'maybePrinted' : 'printed';
    else if (printed === false) this.state = 'notPrinted';
    else if (late) this.state = 'maybePrinted';
    if (this.state === 'notPrinted') this.dispatchEvent(new CustomEvent('failed'));
  }

  /** What the ticket says of its last slip; undefined while nothing is known. */
  #ask() {
    return get(`/api/tickets/${this.ticket}`).then((now) => now.printed, () => undefined);
  }

  async #print() {
    if (this.state === 'printing') return;
    [this.#looks, this.#again, this.state] = [0, true, 'printing'];
    this.querySelector('yc-note').clear();
    try {
      await post(`/api/tickets/${this.ticket}/reprint`);
    } catch (failure) {
      this.state = 'idle';
      this.querySelector('yc-note').show(failure);
    }
  }

  render() {
    return html`
      <p class="paper ${this.state}" role="status">${this.state === 'idle' ? '' : say(`kiosk.${this.state}`)}</p>
      <yc-note></yc-note>
      <button class="again" aria-disabled=${this.state === 'printing'} @click=${this.#print}>${say('kiosk.reprint')}</button>`;
  }
}

customElements.define('yc-paper', Paper);
