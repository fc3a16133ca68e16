/**
 * <yc-guide-take>: a number for somebody: what for, who they are, how many cases, as the kiosk asks it; then the number, its code for
 * their phone, and paper where they stand.
 *
 * @property {Catalogue} catalogue
 */

import '../kiosk/confirm.js';
import { outlook } from '../parts/outlook.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';
import './pick.js';
import './print.js';

class Take extends Part {
  static properties = { catalogue: {}, wish: { state: true }, ticket: { state: true } };

  constructor() {
    super();
    [this.wish, this.ticket] = [null, null];
  }

  async #again() {
    [this.wish, this.ticket] = [null, null];
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  render() {
    return html`<section class="card taking" aria-labelledby="take"><h2 id="take">${say('guide.take')}</h2>${this.#step()}</section>`;
  }

  #step() {
    const { catalogue, wish, ticket } = this;
    if (ticket) {
      return html`
        <div class="taken" role="status">
          <p>${say('guide.take.done')}</p>
          <p class="number huge">${ticket.number}</p>
          ${outlook(ticket)}
          <figure class="qr"><img src="/api/tickets/${ticket.link}/qr" alt=${say('kiosk.qr')} width="180" height="180"><figcaption>${say('kiosk.qr.how')}</figcaption></figure>
          <yc-guide-print .ticket=${ticket.id}></yc-guide-print>
          <button class="primary" @click=${this.#again}>${say('guide.take.next')}</button>
        </div>`;
    }
    if (wish) {
      return html`<yc-kiosk-confirm .catalogue=${catalogue} .wish=${wish} @back=${this.#again} @taken=${(event) => (this.ticket = event.detail)}></yc-kiosk-confirm>`;
    }
    return html`<yc-guide-pick .things=${catalogue.everything} .label=${say('guide.take.what')}
      @chosen=${({ detail }) => (this.wish = detail.legs ? { theme: detail } : { items: [detail] })}></yc-guide-pick>`;
  }
}

customElements.define('yc-guide-take', Take);
