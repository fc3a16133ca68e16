/**
 * <yc-guide-ticket>: a ticket as it stands, and what the desk can do for its holder: another item (the arrival is kept), let others
 * go first, back after a missed call, paper again, cancel (asked twice).
 *
 * @property {object} ticket as GET /api/tickets/{ticket}
 * @property {Catalogue} catalogue
 * @property {string} asking '' · change · postpone · cancel: what is being asked
 * @fires done when the hall agreed
 */

import { post, remove } from '../parts/api.js';
import { dividedNote } from '../parts/divided-note.js';
import { live } from '../parts/live.js';
import '../parts/note.js';
import { outlook } from '../parts/outlook.js';
import { html, nothing } from '../parts/part.js';
import { clock } from '../parts/time.js';
import { windowOf } from '../parts/window-of.js';
import { say } from '../parts/words.js';
import { ActingPart } from './act.js';
import './pick.js';
import './print.js';

const OPEN = new Set(['waiting', 'called', 'held', 'no-show']);
const PLACES = [1, 2, 3, 5, 10];

class Ticket extends ActingPart {
  static properties = { ticket: {}, catalogue: {}, asking: { state: true } };

  constructor() {
    super();
    this.asking = '';
  }

  willUpdate(changed) {
    const before = changed.get('ticket');
    if (before && before.id !== this.ticket.id) this.asking = '';
  }

  async #do(name, ask, told) {
    const { id } = this.ticket;
    const answer = await this.act([name, id], (key) => ask(`/api/tickets/${id}`, key));
    if (!answer) return;
    this.asking = '';
    if (told) this.querySelector('yc-note').tell(told(answer));
    this.dispatchEvent(new CustomEvent('done'));
  }

  #change(item) {
    this.#do(`change ${item.code}`, (path, key) => post(`${path}/change`, { items: [item.code] }, key), () => say('guide.change.done', { item: item.name }));
  }

  #postpone(by) {
    this.#do(`postpone ${by}`, (path, key) => post(`${path}/postpone`, { by }, key), ({ postponedBy }) => say('phone.postponed', { n: postponedBy ?? by }));
  }

  render() {
    const { ticket } = this;
    const window = windowOf(ticket);
    return html`
      <div class="sought ${ticket.state}">
        <p class="number huge">${ticket.number}</p>
        <p class="what" role="status">${say(window ? `phone.${ticket.state}` : `state.${ticket.state}`, { window: window?.name })}</p>
        <p class="soft">${say('guide.taken', { at: clock(Date.parse(ticket.takenAt)) })}${ticket.count > 1 ? ` · ${say('phone.count', { n: ticket.count })}` : ''}</p>
        ${dividedNote(ticket)}
        ${ticket.state === 'waiting' ? outlook(ticket) : nothing}
        ${ticket.state === 'waiting' && ticket.why ? html`<p class="why">${ticket.why}</p>` : nothing}
        <ol class="items">${ticket.legs.map((leg) => html`<li>${leg.name} <span class="tag">${say(`leg.${leg.state}`)}</span>${this.#windows(leg)}</li>`)}</ol>
        ${OPEN.has(ticket.state) ? this.#acts() : nothing}
        <yc-note></yc-note>
        ${this.#question()}
        ${OPEN.has(ticket.state) || ticket.state === 'serving' ? html`<yc-guide-print .ticket=${ticket.id}></yc-guide-print>` : nothing}
      </div>`;
  }

  /** Where somebody who waits may be called to: windows that are open for it now. */
  #windows(leg) {
    if (leg.state !== 'waiting' || !live.hall) return nothing;
    const names = live.hall.windows.filter((one) => one.state !== 'closed' && one.skills.includes(leg.item)).map((one) => one.name);
    return html`<p class="soft">${names.length ? say('guide.windows', { names: names.join('、') }) : say('ticket.noWindow')}</p>`;
  }

  #acts() {
    const { state, postponesLeft } = this.ticket;
    const asks = (name, label, kind = '') => html`
      <button class=${kind} aria-expanded=${this.asking === name} @click=${() => (this.asking = this.asking === name ? '' : name)}>${label}</button>`;
    return html`
      <div class="row acts">
        ${state === 'no-show' || state === 'held' ? html`
          <button class="primary" aria-disabled=${this.busy} @click=${() => this.#do('back', (path, key) => post(`${path}/back`, {}, key))}>${say('guide.back')}</button>` : nothing}
        ${state === 'waiting' ? asks('change', say('guide.change')) : nothing}
        ${state === 'waiting' && postponesLeft > 0 ? asks('postpone', say('guide.postpone')) : nothing}
        ${asks('cancel', say('guide.cancel'), 'danger')}
      </div>`;
  }

  #question() {
    const not = html`<button @click=${() => (this.asking = '')}>${say('guide.not')}</button>`;
    switch (this.asking) {
      case 'change': return html`<yc-guide-pick .things=${this.catalogue.items} .label=${say('guide.change.what')} @chosen=${({ detail }) => this.#change(detail)}></yc-guide-pick>`;
      case 'postpone': return html`
        <fieldset><legend>${say('phone.postpone.ask', { left: this.ticket.postponesLeft })}</legend>
          <div class="row">${PLACES.map((by) => html`<button aria-disabled=${this.busy} @click=${() => this.#postpone(by)}>${say('phone.postpone.by', { n: by })}</button>`)}${not}</div></fieldset>`;
      case 'cancel': return html`
        <fieldset><legend>${say('guide.cancel.sure', { number: this.ticket.number })}</legend>
          <div class="row"><button class="danger" aria-disabled=${this.busy} @click=${() => this.#do('cancel', (path, key) => remove(path, key))}>${say('guide.cancel.yes')}</button>${not}</div></fieldset>`;
      default: return nothing;
    }
  }
}

customElements.define('yc-guide-ticket', Ticket);
