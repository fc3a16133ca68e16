/**
 * <yc-kiosk-returning>: somebody is back with what was missing, or with the ticket the day ended on: one press, one ticket.
 *
 * @property {string} code
 * @property {string} hours
 * @fires back · taken {detail: the ticket}
 */

import { Part, html } from '../parts/part.js';
import { languageNow, say } from '../parts/words.js';
import './take.js';

class Returning extends Part {
  static properties = { code: {}, hours: {} };

  render() {
    return html`
      <div class="row top">
        <button class="back" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${say('kiosk.back')}</button>
        <h2 class="chosen">${say('kiosk.returning')}</h2>
      </div>
      <section class="card"><p>${say('kiosk.returning.how')}</p><p class="code">${this.code}</p></section>
      <div class="last">
        <yc-take .wish=${{ returning: this.code, language: languageNow() }} .hours=${this.hours}></yc-take>
      </div>`;
  }
}

customElements.define('yc-kiosk-returning', Returning);
