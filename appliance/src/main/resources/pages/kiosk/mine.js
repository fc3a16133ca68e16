/**
 * <yc-kiosk-mine>: a slip's code was scanned: how this ticket stands, its paper again, back in line after a missed call, or anew
 * when the day ended on it.
 *
 * @property {string} link
 * @fires returning {detail: the return code} · unknown when no ticket has this link · home
 */

import { Problem, get, post } from '../parts/api.js';
import { dividedNote } from '../parts/divided-note.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { outlook } from '../parts/outlook.js';
import { say } from '../parts/words.js';
import './leave.js';
import './paper.js';

const AWAY = new Set(['no-show', 'held']);
const OVER = new Set(['closed', 'cancelled', 'expired']);

class Mine extends LivePart {
  static properties = { link: {}, ticket: { state: true } };

  constructor() {
    super();
    this.ticket = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange((change) => change.ticket && change.ticket === this.ticket?.id && this.#look()));
  }

  willUpdate(changed) {
    if (changed.has('link')) {
      this.ticket = null;
      this.#look();
    }
  }

  async #look() {
    try {
      this.ticket = await get(`/api/tickets/${this.link}`);
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 404) this.#tell('unknown');
      else this.querySelector('yc-note')?.show(failure);
    }
  }

  async #comeBack() {
    try {
      await post(`/api/tickets/${this.link}/back`);
      await this.#look();
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  render() {
    const { ticket } = this;
    return html`
      <div class="taken mine">
        ${ticket ? this.#known(ticket) : html`<p class="empty">${say('loading')}</p>`}
        <yc-note></yc-note>
        <yc-leave @home=${() => this.#tell('home')}></yc-leave>
      </div>`;
  }

  #known(ticket) {
    const window = ticket.legs.find((leg) => leg.state === ticket.state)?.window ?? '';
    return html`
      <p>${say('kiosk.yourNumber')}</p>
      <p class="number huge">${ticket.number}</p>
      <p class="state" role="status">${say(`state.${ticket.state}`, { window })}</p>
      ${dividedNote(ticket)}
      ${ticket.state === 'waiting' ? html`${outlook(ticket)}<p class="why">${ticket.why}</p>` : nothing}
      <ul class="legs">${ticket.legs.map((leg) => html`<li>${leg.name} <small class="tag">${say(`leg.${leg.state}`)}</small></li>`)}</ul>
      ${AWAY.has(ticket.state) ? html`<button class="primary" @click=${this.#comeBack}>${say('phone.back')}</button>` : nothing}
      ${ticket.returnCode ? html`
        <button class="primary" @click=${() => this.#tell('returning', ticket.returnCode)}>${say('kiosk.anew')}</button>` : nothing}
      ${OVER.has(ticket.state) ? nothing : html`<yc-paper .ticket=${this.link} .known=${ticket.id}></yc-paper>`}`;
  }
}

customElements.define('yc-kiosk-mine', Mine);
