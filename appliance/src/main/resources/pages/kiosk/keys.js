/**
 * <yc-keys>: letters on the screen, since a kiosk has no keyboard: enough for the initials of pinyin. It leaves the focus where it is.
 *
 * @fires letter {detail: 'a'} · erase the last letter · wipe everything
 */

import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

class Keys extends Part {
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // Out of the order of Tab: whoever has a keyboard types on it.
  render() {
    return html`
      <div class="keys" role="group" aria-label=${say('kiosk.keys')} @pointerdown=${(event) => event.preventDefault()}>
        ${ROWS.map((row, i) => html`
          <div class="keys-row">
            ${[...row].map((letter) => html`
              <button tabindex="-1" lang="en" @click=${() => this.#tell('letter', letter)}>${letter.toUpperCase()}</button>`)}
            ${i === ROWS.length - 1 ? html`
              <button tabindex="-1" class="wide" aria-label=${say('kiosk.erase')} @click=${() => this.#tell('erase')}>⌫</button>
              <button tabindex="-1" class="wide" @click=${() => this.#tell('wipe')}>${say('kiosk.wipe')}</button>` : ''}
          </div>`)}
      </div>`;
  }
}

customElements.define('yc-keys', Keys);
