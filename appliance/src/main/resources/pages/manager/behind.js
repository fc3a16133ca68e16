/**
 * <yc-behind>: the panel at the side with what is behind a number: its definition, then the tickets, each with why it stands where it
 * stands when it is opened. Esc closes it, and the number pressed has the focus again. Method: open(behind), see press.js.
 */

import { get } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock, minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';
import { names } from './names.js';
import './facts.js';

class BehindPanel extends LivePart {
  static properties = { behind: { state: true }, answer: { state: true }, at: { state: true }, opened: { state: true } };

  constructor() {
    super();
    this.behind = null;
    this.answer = null;
    this.at = 0;
    this.opened = null;
  }

  async open(behind) {
    this.behind = behind;
    this.answer = null;
    this.opened = null;
    await this.updateComplete;
    this.querySelector('yc-note').clear();
    this.querySelector('dialog').showModal();
    await this.#read();
  }

  /** The list as it is at this moment; it does not move under the reader's finger. */
  async #read() {
    const asked = this.behind;
    try {
      const answer = await listOf(asked);
      if (asked !== this.behind) return; // another number was pressed meanwhile
      this.answer = answer;
      this.at = live.now();
      this.querySelector('yc-note').clear();
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  #close() {
    this.querySelector('dialog').close();
  }

  /** Pressed beside the panel: whoever wants to go on with the page has to aim at nothing. */
  #beside(event) {
    if (event.target === event.currentTarget) this.#close();
  }

  render() {
    const { behind, answer } = this;
    return html`
      <dialog class="behind" aria-labelledby="behind-title" @click=${this.#beside}>
        ${behind === null ? nothing : html`
          <div class="behind-body">
            <div class="row">
              <h2 id="behind-title" class="grow">${behind.title}${answer?.total === undefined ? '' : say('manager.behind.total', { n: answer.total })}</h2>
              <button @click=${this.#close}>${say('manager.close')} <kbd>Esc</kbd></button>
            </div>
            <p class="what">${say(`figure.${behind.figure}.what`, behind.values)}</p>
            <yc-note></yc-note>
            ${this.#list()}
          </div>`}
      </dialog>`;
  }

  #list() {
    const { behind, answer } = this;
    if (behind.state) return windowList(behind.state);
    if (behind.query === '') return nothing;
    if (answer === null) return html`<p class="empty" role="status">${say('loading')}</p>`;
    return html`
      <div class="row">
        <span class="grow">${say('manager.behind.at', { at: clock(this.at, true) })}${answer.total > answer.tickets.length ? say('manager.behind.first', { n: answer.tickets.length }) : ''}</span>
        <button @click=${this.#read}>${say('manager.behind.again')}</button>
      </div>
      ${answer.tickets.length ? nothing : html`<p class="empty">${say('manager.behind.none')}</p>`}
      <ol class="behind-list">${answer.tickets.map((ticket) => this.#ticket(ticket))}</ol>`;
  }

  #ticket(ticket) {
    const open = this.opened === ticket.id;
    return html`
      <li>
        <button aria-expanded=${open} @click=${() => (this.opened = open ? null : ticket.id)}>
          <span class="number">${ticket.number}</span>
          <span class="grow">${ticket.items.join(say('manager.comma'))}
            ${ticket.priority ? html`<span class="tag">${names.group(ticket.priority)}</span>` : nothing}</span>
          <span class="when">${when(ticket, this.behind)}</span>
        </button>
        ${open ? html`<yc-facts .ticket=${ticket.id}></yc-facts>` : nothing}
      </li>`;
  }
}

/** {@return {total, tickets} of the number; of the snapshot, where it is the same truth} */
async function listOf({ query, tickets }) {
  if (query) return get(`/api/manager/tickets?${query}`);
  if (!tickets) return {};
  return { total: tickets.length, tickets: tickets.map((ticket) => ({ ...ticket, at: ticket.since, items: ticket.items.map((code) => names.item(code)) })) };
}

function when(ticket, { query }) {
  const at = clock(Date.parse(ticket.at));
  const seconds = ticket.waitedSeconds ?? 60 * minutesSince(ticket.at, live.now());
  if (ticket.waitedSeconds !== undefined || !query) return say(query?.startsWith('of=called') ? 'manager.behind.waited' : 'manager.behind.waiting', { at, n: Math.round(seconds / 60) });
  const window = live.hall.windows.find(({ id }) => id === ticket.window)?.name;
  return [at, window].filter(Boolean).join(' · ');
}

function windowList(state) {
  const windows = live.hall.windows.filter((window) => window.state === state && !window.cutOff);
  if (!windows.length) return html`<p class="empty">${say('manager.behind.none')}</p>`;
  return html`<ul class="behind-windows">${windows.map((window) => html`
    <li><a class="button" href="/window/${encodeURIComponent(window.id)}">${window.name}</a>
      <span>${[window.ticket?.number, window.staff && names.person(window.staff), say('manager.since', { at: clock(Date.parse(window.since)), n: minutesSince(window.since, live.now()) })]
        .filter(Boolean).join(' · ')}</span></li>`)}</ul>`;
}

customElements.define('yc-behind', BehindPanel);
