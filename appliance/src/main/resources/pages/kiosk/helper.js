/** <yc-kiosk-helper>: calls a helper 帮办 to this kiosk: one question, then somebody comes. Attribute-free; the hall knows where we are. */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const SHOWN_MS = 10_000;

class Helper extends Part {
  static properties = { state: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.state = 'ask'; // ask · asking · coming
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** The page goes back to its start. */
  close() {
    this.#dialog.close();
  }

  #open() {
    this.state = 'ask';
    this.querySelector('yc-note').clear();
    this.#dialog.showModal();
  }

  async #call() {
    if (this.state === 'asking') return;
    this.state = 'asking';
    const wish = { kind: 'helper' };
    try {
      await post('/api/helpers', wish, this.#unsettled.keyFor(wish));
      this.#unsettled.settle();
      this.state = 'coming';
      setTimeout(() => this.state === 'coming' && this.close(), SHOWN_MS);
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      this.state = 'ask';
      this.querySelector('yc-note').show(failure);
    }
  }

  render() {
    const coming = this.state === 'coming';
    return html`
      <button class="helper" @click=${this.#open}>${say('kiosk.helper')}</button>
      <dialog class="ask-box" aria-labelledby="helper-ask">
        <h2 id="helper-ask" role="status">${say(coming ? 'kiosk.helper.coming' : 'kiosk.helper.ask')}</h2>
        <yc-note></yc-note>
        <div class="row">
          ${coming ? '' : html`
            <button class="primary grow" aria-disabled=${this.state === 'asking'} @click=${this.#call}>${say('kiosk.helper.call')}</button>`}
          <button class="grow" @click=${this.close}>${say(coming ? 'kiosk.done' : 'kiosk.helper.not')}</button>
        </div>
      </dialog>`;
  }
}

customElements.define('yc-kiosk-helper', Helper);
