/**
 * <yc-paper>: enters a rating given on a paper form or by telephone: first whose visit it is, by the number of today, then the level as
 * it was given, and why. Nothing is chosen beforehand: unrated is not praise.
 */

import { Offline, Unsettled, get, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import '../parts/reasons.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';

const LEVELS = [5, 4, 3, 2, 1];

class Paper extends LivePart {
  static properties = { visit: { state: true }, level: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.#forget();
  }

  /** Another visit is another form. */
  #forget() {
    [this.visit, this.level] = [null, null];
  }

  async #find(event) {
    event.preventDefault();
    const number = event.target.elements.number.value.trim();
    await this.#try(async () => {
      this.visit = await get(`/api/tickets/${encodeURIComponent(number)}`);
    });
  }

  async #rate(event) {
    event.preventDefault();
    const { level } = this;
    const reasons = this.querySelector('yc-reasons');
    const rating = { ticket: this.visit.id, level, channel: event.target.elements.channel.value, ...reasons.said() };
    await this.#try(async (note) => {
      if (!reasons.complete(note)) return;
      await post('/api/ratings', rating, this.#unsettled.keyFor(rating));
      note.tell(say('manager.paper.done', { number: this.visit.number, level: say(`rate.${level}`) }));
      this.#forget();
      this.querySelector('[name=number]').value = '';
    });
  }

  async #try(act) {
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    try {
      await act(note);
      this.#unsettled.settle();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  render() {
    return html`
      <h2>${say('manager.paper')}</h2>
      <form class="row" @submit=${this.#find}>
        <label class="grow">${say('manager.paper.number')}
          <input name="number" required maxlength="12" autocomplete="off" autocapitalize="characters" @input=${this.#forget}></label>
        <button aria-disabled=${!live.online}>${say('manager.paper.find')}</button>
      </form>
      <yc-note></yc-note>
      ${this.visit ? this.#form(this.visit) : nothing}`;
  }

  #form({ number, legs, takenAt, state, rated }) {
    const visit = html`<p><span class="number">${number}</span> ${legs.map((leg) => leg.name).join(say('manager.comma'))} · ${say('manager.facts.taken', { at: clock(Date.parse(takenAt)) })}</p>`;
    if (rated) return html`${visit}<p>${say('manager.paper.rated')}</p>`;
    if (rated === undefined) return html`${visit}<p>${say('manager.paper.notYet', { state: say(`leg.${state}`) })}</p>`;
    return html`
      ${visit}
      <form @submit=${this.#rate}>
        <fieldset class="row"><legend>${say('manager.paper.level')}</legend>
          ${LEVELS.map((level) => html`<label class="choice"><input type="radio" name="level" value=${level} required @change=${() => (this.level = level)}> ${say(`rate.${level}`)}</label>`)}</fieldset>
        <fieldset class="row"><legend>${say('manager.paper.channel')}</legend>
          ${['paper', 'phone'].map((channel) => html`<label class="choice"><input type="radio" name="channel" value=${channel} ?checked=${channel === 'paper'}> ${say(`manager.paper.${channel}`)}</label>`)}</fieldset>
        <yc-reasons .level=${this.level} .label=${say('manager.paper.comment')}></yc-reasons>
        <button class="primary" aria-disabled=${!live.online}>${say('manager.paper.do')}</button>
      </form>`;
  }
}

customElements.define('yc-paper', Paper);
