/**
 * <yc-guide-find>: a ticket by its number of today: Enter finds it, and it stays fresh while it is shown.
 *
 * @property {Catalogue} catalogue
 */

import { get } from '../parts/api.js';
import { live } from '../parts/live.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import './ticket.js';

const LINE_MS = 10_000; // the line ahead moves

class Find extends Part {
  static properties = { catalogue: {}, number: { state: true }, ticket: { state: true } };

  constructor() {
    super();
    [this.number, this.ticket] = ['', null];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange((change) => change.ticket && change.ticket === this.ticket?.id && this.#look()));
    this.every(LINE_MS, () => this.ticket?.state === 'waiting' && this.#look());
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #find(event) {
    event.preventDefault();
    const number = this.number.normalize('NFKC').trim().toUpperCase();
    const note = this.querySelector('yc-note');
    note.clear();
    if (!number) {
      note.tell(say('guide.find.empty'));
      return;
    }
    try {
      this.ticket = await get(`/api/tickets/${encodeURIComponent(number)}`);
      this.querySelector('input').select();
    } catch (failure) {
      this.ticket = null;
      note.show(failure);
    }
  }

  async #look() {
    const { id } = this.ticket;
    const now = await get(`/api/tickets/${id}`).catch(() => null); // offline is said at the top
    if (now && this.ticket?.id === id) this.ticket = now;
  }

  render() {
    const { ticket, catalogue } = this;
    return html`
      <section class="card finding" aria-labelledby="find">
        <h2 id="find">${say('guide.find')}</h2>
        <form class="row" @submit=${this.#find}>
          <label class="grow">${say('guide.find.number')}
            <input class="number" autocomplete="off" spellcheck="false" maxlength="16" .value=${this.number} @input=${(event) => (this.number = event.target.value)}></label>
          <button class="primary">${say('guide.find.do')} <kbd>Enter</kbd></button>
        </form>
        <yc-note></yc-note>
        ${ticket ? html`<yc-guide-ticket .ticket=${ticket} .catalogue=${catalogue} @done=${this.#look}></yc-guide-ticket>` : nothing}
      </section>`;
  }
}

customElements.define('yc-guide-find', Find);
