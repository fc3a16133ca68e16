/**
 * <yc-kiosk-complain>: 吐槽找茬 at the kiosk: sentences to touch, since only letters can be typed here, and words of one's own
 * where there is a keyboard. No name is asked, so no answer can be sent; the screen says where one is given.
 *
 * @fires home
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';
import './leave.js';

const SENTENCES = ['wait', 'notDone', 'twice', 'attitude', 'unclear', 'machine', 'place', 'praise'];
const TEXT_MAX = 500;

class Complain extends Part {
  static properties = { chosen: { state: true }, own: { state: true }, state: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.chosen, this.own, this.state] = [[], '', 'open'];
  }

  get #text() {
    return [...this.chosen.map((one) => say(`kiosk.complain.${one}`)), this.own.trim()].filter(Boolean).join('；');
  }

  #touch(one) {
    this.chosen = this.chosen.includes(one) ? this.chosen.filter((other) => other !== one) : [...this.chosen, one];
  }

  async #send() {
    const note = this.querySelector('yc-note');
    if (this.state === 'sending') return;
    if (!this.#text) {
      note.tell(say('kiosk.complain.empty'));
      return;
    }
    this.state = 'sending';
    note.clear();
    const said = { text: this.#text, channel: 'kiosk' };
    try {
      await post('/api/complaints', said, this.#unsettled.keyFor(said));
      this.state = 'sent';
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      this.state = 'open';
      note.show(failure);
    }
  }

  #home() {
    this.dispatchEvent(new CustomEvent('home'));
  }

  render() {
    if (this.state === 'sent') {
      return html`
        <div class="taken">
          <h2 role="status">${say('kiosk.complain.thanks')}</h2>
          <p>${say('kiosk.complain.answer')}</p>
          <yc-leave seconds="15" @home=${this.#home}></yc-leave>
        </div>`;
    }
    return html`
      <div class="row top">
        <button class="back" @click=${this.#home}>${say('kiosk.back')}</button>
        <h2 class="chosen">${say('kiosk.complain')}</h2>
      </div>
      <div class="facts">
        <section class="card">
          <h3 id="what">${say('kiosk.complain.what')}</h3>
          <div class="sentences" role="group" aria-labelledby="what">${SENTENCES.map((one) => html`
            <button aria-pressed=${this.chosen.includes(one)} @click=${() => this.#touch(one)}>${say(`kiosk.complain.${one}`)}</button>`)}</div>
        </section>
        <section class="card"><label>${say('kiosk.complain.own')}
          <textarea rows="3" maxlength=${TEXT_MAX} .value=${this.own} @input=${(event) => (this.own = event.target.value)}></textarea></label></section>
      </div>
      <div class="last">
        <yc-note></yc-note>
        <button class="primary take" aria-disabled=${this.state === 'sending'} @click=${this.#send}>${say('kiosk.complain.send')}</button>
      </div>`;
  }
}

customElements.define('yc-kiosk-complain', Complain);
