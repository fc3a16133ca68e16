/**
 * <yc-leave>: the way back to the start, which goes by itself: the seconds left are on the button, a touch anywhere begins them anew.
 *
 * @property {number} seconds
 * @fires home
 */

import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

class Leave extends Part {
  static properties = { seconds: {}, left: { state: true } };

  constructor() {
    super();
    this.seconds = 30;
  }

  connectedCallback() {
    super.connectedCallback();
    this.left = this.seconds;
    this.every(1000, () => {
      this.left -= 1;
      if (this.left <= 0) this.#go();
    });
    for (const touch of ['pointerdown', 'keydown']) {
      const anew = () => (this.left = this.seconds);
      document.addEventListener(touch, anew);
      this.while(() => document.removeEventListener(touch, anew));
    }
  }

  willUpdate(changed) {
    if (changed.has('seconds')) this.left = this.seconds;
  }

  #go() {
    this.dispatchEvent(new CustomEvent('home'));
  }

  render() {
    return html`
      <button class="primary leave" @click=${this.#go}>
        ${say('kiosk.done')} <span class="left">${say('kiosk.left', { n: this.left })}</span>
      </button>`;
  }
}

customElements.define('yc-leave', Leave);
