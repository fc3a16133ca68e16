/**
 * <yc-rate>: one level for one served visit 一次一评, from this phone, until the hall's deadline. Nobody sees who gave it.
 *
 * @property {object} mine the Mine of this page
 * @fires done when it was given
 */

import { Offline, Problem, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import '../parts/reasons.js';
import { say } from '../parts/words.js';

const LEVELS = [5, 4, 3, 2, 1];

class Rate extends Part {
  static properties = { mine: {}, level: { state: true }, given: { state: true }, busy: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.level, this.given, this.busy] = [null, null, false];
  }

  async #give() {
    const note = this.querySelector('yc-note');
    if (this.busy) return;
    if (!this.level) {
      note.tell(say('rate.choose'));
      return;
    }
    const reasons = this.querySelector('yc-reasons');
    if (!reasons.complete(note)) return;
    this.busy = true;
    note.clear();
    const rating = { ticket: this.mine.ticket.id, level: this.level, channel: 'qr', ...reasons.said() };
    try {
      await post('/api/ratings', rating, this.#unsettled.keyFor(rating));
      this.given = this.level;
      this.dispatchEvent(new CustomEvent('done'));
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      if (failure instanceof Problem && failure.type === 'already-rated') this.dispatchEvent(new CustomEvent('done'));
      note.show(failure);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { ticket } = this.mine;
    if (this.given) return html`<section class="card thanks" role="status"><h2>${say('rate.thanks', { level: say(`rate.${this.given}`) })}</h2></section>`;
    if (ticket.rated) return html`<section class="card thanks"><h2>${say('rate.already')}</h2></section>`;
    if (!ticket.ratingUntil && !wasServed(ticket)) return nothing;
    if (!ticket.ratingUntil) return html`<p class="soft notice">${say('rate.over')}</p>`;
    return html`
      <section class="card">
        <h2 id="rate">${say('rate.ask')}</h2>
        <p class="soft">${say('rate.until', { day: ticket.ratingUntil.slice(0, 10) })}</p>
        <div class="levels" role="radiogroup" aria-labelledby="rate">
          ${LEVELS.map((level) => html`
            <label class="level"><input type="radio" name="level" .checked=${this.level === level} @change=${() => (this.level = level)}>
              <span>${say(`rate.${level}`)}</span></label>`)}
        </div>
        <yc-reasons .level=${this.level} .label=${say('rate.comment')}></yc-reasons>
        <yc-note></yc-note>
        <button class="primary" ?disabled=${this.busy} @click=${this.#give}>${say('rate.give')}</button>
      </section>`;
  }
}

/** Who left before anything was done has nothing to rate. */
const wasServed = ({ legs }) => legs.some(({ outcome }) => outcome && outcome !== 'ABANDONED');

customElements.define('yc-rate', Rate);
