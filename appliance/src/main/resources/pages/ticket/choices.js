/**
 * <yc-choices>: what the person can do from here: let some others go first, come back after a missed call, leave. Leaving is
 * asked twice: it cannot be taken back.
 *
 * @property {object} mine the Mine of this page
 * @property {string} state of the ticket: what was said about another state is wiped
 * @fires done when the hall agreed
 */

import { Offline, Unsettled, post, remove } from '../parts/api.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

const OPEN = new Set(['waiting', 'held', 'no-show']); // called: to the window, nothing else
const PLACES = [1, 2, 3, 5, 10];

class Choices extends Part {
  static properties = { mine: {}, state: {}, busy: { state: true }, asking: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.busy, this.asking] = [false, ''];
  }

  updated(changed) {
    if (!changed.get('state')) return;
    this.asking = '';
    this.querySelector('yc-note')?.clear();
  }

  async #act(what, act, told) {
    if (this.busy) return;
    this.busy = true;
    this.querySelector('yc-note').clear();
    try {
      const answer = await act(this.#unsettled.keyFor(...what));
      this.#unsettled.settle();
      this.asking = '';
      if (told) this.querySelector('yc-note')?.tell(told(answer));
      this.dispatchEvent(new CustomEvent('done'));
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      this.querySelector('yc-note')?.show(failure);
    } finally {
      this.busy = false;
    }
  }

  #path(act = '') {
    return `/api/tickets/${this.mine.ticket.id}${act}`;
  }

  #postpone(by) {
    this.#act(['postpone', by], (key) => post(this.#path('/postpone'), { by }, key),
      ({ postponedBy }) => say('phone.postponed', { n: postponedBy ?? by }));
  }

  render() {
    const { state, postponesLeft } = this.mine.ticket;
    if (!OPEN.has(state)) return nothing;
    return html`
      <section class="card choices">
        ${state === 'no-show' || state === 'held' ? html`
          <button class="primary" ?disabled=${this.busy}
            @click=${() => this.#act(['back'], (key) => post(this.#path('/back'), {}, key))}>${say('phone.back')}</button>` : nothing}
        ${state === 'waiting' && postponesLeft > 0 ? this.#later(postponesLeft) : nothing}
        ${state === 'waiting' && postponesLeft === 0 ? html`<p class="soft">${say('phone.postpone.none')}</p>` : nothing}
        ${this.#leave()}
        <yc-note></yc-note>
      </section>`;
  }

  #later(left) {
    if (this.asking !== 'postpone') {
      return html`<button @click=${() => (this.asking = 'postpone')}>${say('phone.postpone')}</button>`;
    }
    return html`
      <fieldset>
        <legend>${say('phone.postpone.ask', { left })}</legend>
        <div class="row">
          ${PLACES.map((by) => html`<button ?disabled=${this.busy} @click=${() => this.#postpone(by)}>${say('phone.postpone.by', { n: by })}</button>`)}
          <button @click=${() => (this.asking = '')}>${say('phone.not')}</button>
        </div>
      </fieldset>`;
  }

  #leave() {
    if (this.asking !== 'leave') {
      return html`<button class="danger" @click=${() => (this.asking = 'leave')}>${say('phone.leave')}</button>`;
    }
    return html`
      <fieldset>
        <legend>${say('phone.leave.sure')}</legend>
        <div class="row">
          <button class="danger" ?disabled=${this.busy}
            @click=${() => this.#act(['leave'], (key) => remove(this.#path(), key))}>${say('phone.leave.yes')}</button>
          <button @click=${() => (this.asking = '')}>${say('phone.leave.no')}</button>
        </div>
      </fieldset>`;
  }
}

customElements.define('yc-choices', Choices);
