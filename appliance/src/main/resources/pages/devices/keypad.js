/**
 * <yc-keypad>: a rating keypad with its five keys. They can be pressed while it is lit, by hall IT only, and only if
 * it is a virtual one; otherwise it says why not.
 *
 * @property {object} device
 * @property {boolean|null} mayPress whether this browser is hall IT's; null: not known yet
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { DevicePart } from './device.js';
import { reader } from './reader.js';

const KEYS = ['5', '4', '3', '2', '1'];
const LIT_MS = 5_000; // nobody tells when it goes dark by itself

class Keypad extends DevicePart {
  static properties = { mayPress: {} };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.mayPress = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(LIT_MS, () => this.content?.lit && reader.again(this.device.id));
  }

  async #press(key) {
    if (this.#whyNot()) return;
    const note = this.querySelector('yc-note');
    note.clear();
    try {
      await post(`/api/devices/${encodeURIComponent(this.device.id)}/press`, { key }, this.#unsettled.keyFor(this.device.id, key));
      this.#unsettled.settle();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
    reader.again(this.device.id);
  }

  #whyNot() {
    if (!this.device.virtual) return say('devices.ownKeys');
    if (this.mayPress === false) return say('devices.onlyAdmin');
    if (!this.content || this.mayPress === null) return this.waiting();
    return this.content.lit ? '' : say('devices.dark');
  }

  render() {
    const why = this.#whyNot();
    const { lit, lastKey } = this.content ?? {};
    return html`
      ${this.heading()}
      <div class="keys ${lit ? 'lit' : ''}" role="group" aria-label=${say('devices.keypad')}>
        ${KEYS.map((key) => html`
          <button aria-disabled=${why ? 'true' : 'false'} aria-describedby="why-${this.device.id}" @click=${() => this.#press(key)}>${say(`rate.${key}`)}</button>`)}
      </div>
      <p id="why-${this.device.id}" class="why" aria-live="polite">${why || say('devices.lit')}</p>
      ${lastKey ? html`<p class="why">${say('devices.lastKey', { level: say(`rate.${lastKey}`) })}</p>` : nothing}
      <yc-note></yc-note>`;
  }
}

customElements.define('yc-keypad', Keypad);
