/**
 * <yc-complain>: 吐槽找茬 from the phone, about this visit or about the hall; folded away until it is wanted.
 *
 * @property {string} ticket id of the visit it belongs to
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const TEXT_MAX = 2000;

class Complain extends Part {
  static properties = { ticket: {}, text: { state: true }, state: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.text, this.state] = ['', 'open'];
  }

  async #send(event) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    if (this.state === 'sending') return;
    if (!this.text.trim()) {
      note.tell(say('phone.complain.empty'));
      return;
    }
    this.state = 'sending';
    note.clear();
    const said = { text: this.text.trim(), channel: 'qr', ticket: this.ticket };
    try {
      await post('/api/complaints', said, this.#unsettled.keyFor(said));
      [this.state, this.text] = ['sent', ''];
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      this.state = 'open';
      note.show(failure);
    }
  }

  render() {
    if (this.state === 'sent') return html`<section class="card" role="status"><strong>${say('phone.complain.thanks')}</strong></section>`;
    return html`
      <details class="card">
        <summary>${say('phone.complain')}</summary>
        <form @submit=${this.#send}>
          <label>${say('phone.complain.what')}
            <textarea rows="4" maxlength=${TEXT_MAX} .value=${this.text} @input=${(event) => (this.text = event.target.value)}></textarea></label>
          <yc-note></yc-note>
          <button class="primary" ?disabled=${this.state === 'sending'}>${say('phone.complain.send')}</button>
        </form>
      </details>`;
  }
}

customElements.define('yc-complain', Complain);
