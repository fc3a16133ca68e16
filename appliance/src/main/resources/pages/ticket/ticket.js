/** <yc-ticket>: one person's ticket on their own phone; the link is the key. On the hall's network alone, nothing from outside. */

import { useBearer } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { dividedNote } from '../parts/divided-note.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { languageNow, say } from '../parts/words.js';
import { Bell } from './bell.js';
import './choices.js';
import './complain.js';
import './legs.js';
import { Mine } from './mine.js';
import './place.js';
import './rate.js';

const link = decodeURIComponent(location.pathname.split('/').pop());
useBearer(link);

class TicketPage extends LivePart {
  #bell = new Bell();
  #mine = new Mine(link, () => this.#look());

  connectedCallback() {
    super.connectedCallback();
    this.#mine.start();
    this.while(live.onChange((change) => {
      const calls = change.type === 'Called' || change.type === 'Recalled';
      if (calls && this.#mine.isMine(change) && live.isNews(change)) this.#bell.ring(say('phone.calledTitle'));
    }));
  }

  /** Every element below shows the same ticket; it is changed in place, so they are told. */
  #look() {
    if (this.#mine.ticket?.state !== 'called') this.#bell.hush();
    this.requestUpdate();
    this.querySelectorAll('yc-place, yc-legs, yc-choices, yc-rate').forEach((part) => part.requestUpdate());
  }

  render() {
    return html`
      ${this.#mine.wrong ? html`<header class="head"><h1>${say('page.ticket')}</h1></header>` : html`<yc-head .title=${say('page.ticket')}></yc-head>`}
      <main class="phone">${this.#mine.wrong ? this.#wrong() : this.#mine.ticket ? this.#ticket() : html`<p class="empty">${say('loading')}</p>`}</main>
      <yc-ease></yc-ease>
      <yc-help-line page="ticket"></yc-help-line>`;
  }

  #wrong() {
    return html`<section class="card"><h2>${say('phone.wrong')}</h2><p>${say('phone.wrong.what')}</p></section>`;
  }

  #ticket() {
    const { ticket } = this.#mine;
    const refresh = () => this.#mine.look();
    return html`
      ${dividedNote(ticket)}
      <yc-place .mine=${this.#mine}></yc-place>
      ${ticket.state === 'waiting' && !this.#bell.armed ? html`<button class="bell" @click=${this.#arm}>${say('phone.bell')}</button>` : nothing}
      ${ticket.state === 'closed' ? html`<yc-rate .mine=${this.#mine} @done=${refresh}></yc-rate>` : nothing}
      <yc-choices .mine=${this.#mine} .state=${ticket.state} @done=${refresh}></yc-choices>
      <yc-legs .mine=${this.#mine}></yc-legs>
      ${ticket.returnCode ? html`<section class="card"><h2>${say('phone.return')}</h2><p class="number">${ticket.returnCode}</p></section>` : nothing}
      <yc-complain .ticket=${ticket.id}></yc-complain>
      ${this.#notices()}`;
  }

  async #arm() {
    await this.#bell.arm();
    this.#bell.sample();
    this.requestUpdate();
  }

  #notices() {
    return (live.hall?.notices ?? []).filter((one) => one.where.includes('phone'))
      .map((one) => html`<p class="soft notice">${languageNow() === 'en' ? one.textEn : one.text}</p>`);
  }
}

customElements.define('yc-ticket', TicketPage);
await begin('yc-ticket', { link });
