/**
 * <yc-still>: nobody has touched the kiosk for a while: 还在吗？, and after ten more seconds the next person finds the first screen.
 *
 * @property {() => boolean} may false while there is nothing to leave, or something is under way
 * @fires home
 */

import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const QUIET_SECONDS = 60;
const WARNED_SECONDS = 10; // of them

class Still extends Part {
  static properties = { may: {}, left: { state: true } };

  #touched = Date.now();

  constructor() {
    super();
    [this.may, this.left] = [() => true, QUIET_SECONDS];
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(1000, () => this.#count());
    for (const touch of ['pointerdown', 'keydown', 'wheel']) {
      const wake = () => this.#wake();
      document.addEventListener(touch, wake, { capture: true });
      this.while(() => document.removeEventListener(touch, wake, { capture: true }));
    }
  }

  #wake() {
    this.#touched = Date.now();
    this.left = QUIET_SECONDS;
    this.querySelector('dialog').close();
  }

  #count() {
    if (!this.may()) {
      this.#wake();
      return;
    }
    this.left = QUIET_SECONDS - Math.floor((Date.now() - this.#touched) / 1000);
    const dialog = this.querySelector('dialog');
    if (this.left <= 0) {
      this.#wake();
      this.dispatchEvent(new CustomEvent('home'));
    } else if (this.left <= WARNED_SECONDS && !dialog.open) {
      dialog.showModal();
    }
  }

  render() {
    return html`
      <dialog class="ask-box" aria-labelledby="still">
        <h2 id="still">${say('kiosk.still')}</h2>
        <p>${say('kiosk.still.left', { n: Math.min(this.left, WARNED_SECONDS) })}</p>
        <button class="primary" autofocus>${say('kiosk.still.yes')}</button>
      </dialog>`;
  }
}

customElements.define('yc-still', Still);
