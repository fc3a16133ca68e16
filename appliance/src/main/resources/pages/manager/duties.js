/**
 * <yc-duties>: questions asked upwards 请示. The person was promised an answer by a time; it is written down here, and only that ends
 * the duty. What is being typed stays when the list is drawn again.
 *
 * @property {object} now as /api/manager
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock, day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { look } from './look.js';
import { repeat } from 'lit/directives/repeat.js';

class Duties extends LivePart {
  static properties = { now: {}, open: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.open = null; // the duty whose form is open
  }

  async #answer(event, duty) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    const body = { leg: duty.leg, answer: event.target.elements.answer.value.trim() };
    try {
      await post(`/api/tickets/${duty.ticket}/answer`, body, this.#unsettled.keyFor(duty.ticket, body));
      this.#unsettled.settle();
      this.open = null;
      note.tell(say('manager.duties.done', { number: duty.number }));
      look.again();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  render() {
    const { duties } = this.now;
    return html`
      <h2>${say('manager.duties', { n: duties.length })}</h2>
      <yc-note></yc-note>
      ${duties.length ? nothing : html`<p class="empty">${say('manager.duties.none')}</p>`}
      <ul class="list">${repeat(duties, key, (duty) => this.#duty(duty))}</ul>`;
  }

  #duty(duty) {
    const by = Date.parse(duty.answerBy);
    const late = by < live.now();
    return html`
      <li>
        <div class="row">
          <span class="grow"><span class="number">${duty.number}</span> ${say('manager.duties.who', { window: duty.window, who: duty.who })}
            <span class=${late ? 'over' : ''}>${say(late ? 'manager.duties.late' : 'manager.duties.by', { at: moment(by) })}</span></span>
          <button aria-expanded=${this.open === key(duty)} @click=${() => (this.open = this.open === key(duty) ? null : key(duty))}>${say('manager.duties.answer')}</button>
        </div>
        ${this.open === key(duty) ? html`
          <form @submit=${(event) => this.#answer(event, duty)}>
            <label>${say('manager.duties.text')} <textarea name="answer" rows="3" required maxlength="500"></textarea></label>
            <button class="primary" aria-disabled=${!live.online}>${say('manager.duties.do')}</button>
          </form>` : nothing}
      </li>`;
  }
}

const key = (duty) => `${duty.ticket} ${duty.leg}`;

/** The day only when it is another. */
function moment(at) {
  return day(at) === live.hall.day ? clock(at) : `${day(at)} ${clock(at)}`;
}

customElements.define('yc-duties', Duties);
