/**
 * <yc-take>: the one press that makes one ticket. Its key is made once: a double tap, a lost reply and an impatient third tap
 * are all the same request. While the hall cannot be reached it asks again by itself, for as long as the hall keeps keys.
 *
 * @property {object} wish the body of POST /api/tickets
 * @property {string} hours said beside a refusal after hours
 * @property {string} label words of the button, by key
 * @property {string} state ready · taking · away (not reached, asking again) · lost (nobody knows)
 * @fires taken {detail: the ticket}, bubbling to its screen
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const GIVE_UP_MS = 10 * 60_000; // a key is kept for 15 minutes (design: idempotency key)
const AGAIN_MS = 2_000;

class Take extends Part {
  static properties = { wish: {}, hours: {}, label: {}, state: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.wish, this.hours, this.label, this.state] = [{}, '', 'kiosk.take', 'ready'];
  }

  /** Whether a request may be under way: the screen must stay. */
  get busy() {
    return this.state === 'taking' || this.state === 'away';
  }

  async #press() {
    if (this.busy) return;
    const note = this.querySelector('yc-note');
    note.clear();
    this.state = 'taking';
    const { wish } = this;
    const key = this.#unsettled.keyFor(wish);
    const until = Date.now() + GIVE_UP_MS;
    while (this.isConnected) {
      try {
        const ticket = await post('/api/tickets', wish, key);
        this.dispatchEvent(new CustomEvent('taken', { detail: ticket, bubbles: true }));
        return;
      } catch (failure) {
        if (!(failure instanceof Offline)) {
          this.#unsettled.settle();
          this.state = 'ready';
          if (wish.returning && failure.status === 400) note.warn(say('kiosk.unknownReturn'));
          else note.show(failure.type === 'hall-closed' ? withHours(failure, this.hours) : failure);
          return;
        }
        this.state = Date.now() < until ? 'away' : 'lost';
        if (this.state === 'lost') return;
      }
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  }

  render() {
    const { state } = this;
    return html`
      <yc-note></yc-note>
      <p class="fate" role="status">${state === 'away' || state === 'lost' ? say(`kiosk.take.${state}`) : ''}</p>
      <button class="primary take" aria-disabled=${this.busy} @click=${this.#press}>
        ${say(state === 'ready' ? this.label : `kiosk.take.button.${state}`)}</button>`;
  }
}

function withHours(problem, hours) {
  problem.hint = `${problem.hint} ${hours}`.trim();
  return problem;
}

customElements.define('yc-take', Take);
