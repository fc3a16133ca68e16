/**
 * <yc-unit>: an office outside of the hall is rated, by the QR code on its counter. Opening the page is what stands in for a ticket;
 * it is good for one rating and for half an hour. Nobody is asked who they are.
 */

import { Offline, Problem, Unsettled, get, post } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/help-line.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import { languageNow, say } from '../parts/words.js';

const link = decodeURIComponent(location.pathname.split('/').pop());
const OPENING = `/api/openings/${encodeURIComponent(link)}`;
const LEVELS = [5, 4, 3, 2, 1];
const NEGATIVE_MAX = 2;
const COMMENT_MAX = 500;

class UnitPage extends Part {
  static properties = {
    opened: { state: true }, wrong: { state: true }, level: { state: true }, chosen: { state: true }, comment: { state: true },
    given: { state: true }, busy: { state: true },
  };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.opened, this.wrong, this.level, this.chosen, this.comment, this.given, this.busy] = [null, null, null, [], '', null, false];
  }

  firstUpdated() {
    this.#open();
  }

  async #open() {
    try {
      this.opened = await get(OPENING);
      this.wrong = null;
    } catch (failure) {
      this.wrong = failure;
    }
  }

  get #negative() {
    return this.level !== null && this.level <= NEGATIVE_MAX;
  }

  #choose(level) {
    [this.level, this.chosen] = [level, []]; // reasons belong to one level
  }

  #touch(code) {
    this.chosen = this.chosen.includes(code) ? this.chosen.filter((other) => other !== code) : [...this.chosen, code];
  }

  async #give() {
    const note = this.querySelector('yc-note');
    if (this.busy) return;
    const comment = this.comment.trim();
    if (!this.level || (this.#negative && !comment && !this.chosen.length)) {
      note.tell(say(this.level ? 'unit.why' : 'unit.choose'));
      return;
    }
    this.busy = true;
    note.clear();
    try {
      await this.#send({ level: this.level, ...(this.chosen.length && { reasons: this.chosen }), ...(comment && { comment }) });
      this.given = this.level;
    } catch (failure) {
      note.show(failure);
    } finally {
      this.busy = false;
    }
  }

  /** Who thought about it for longer than an opening is good loses nothing: the page opens itself once more. */
  async #send(said) {
    try {
      await this.#post(said);
    } catch (failure) {
      if (!(failure instanceof Problem) || !failure.facts.until) throw failure;
      this.opened = await get(OPENING);
      await this.#post(said);
    }
  }

  async #post(said) {
    const { unit, opening } = this.opened;
    const body = { link, opening, ...said };
    try {
      await post(`/api/units/${unit.id}/ratings`, body, this.#unsettled.keyFor(body));
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      throw failure;
    }
    this.#unsettled.settle();
  }

  render() {
    return html`
      <header class="head"><h1>${say('page.unit')}</h1>${this.opened?.testClock ? html`<span class="mark test">${say('mark.testClock')}</span>` : nothing}</header>
      <main class="phone">${this.#main()}</main>
      <yc-ease></yc-ease>
      <yc-help-line page="unit"></yc-help-line>`;
  }

  #main() {
    if (this.wrong) {
      const away = this.wrong instanceof Offline;
      return html`<section class="card"><h2>${say(away ? 'error.offline' : 'unit.wrong')}</h2><p>${say(away ? 'unit.again' : 'unit.wrong.what')}</p></section>`;
    }
    if (!this.opened) return html`<p class="empty">${say('unit.loading')}</p>`;
    const thanks = this.given && say('unit.thanks', { level: say(`rate.${this.given}`) });
    return html`
      ${this.#office()}
      ${thanks ? html`<section class="card thanks" role="status"><h2>${thanks}</h2></section>` : this.#form()}`;
  }

  #office() {
    const { name, nameEn, place, placeEn } = this.opened.unit;
    const english = languageNow() === 'en';
    return html`<section class="card office"><h2>${english ? nameEn : name}</h2><p class="soft">${english ? placeEn : place}</p></section>`;
  }

  #form() {
    const { reasons, commentMax } = this.opened;
    const mine = reasons.filter(({ level }) => level === this.level);
    return html`
      <section class="card">
        <h2 id="rate">${say('unit.ask')}</h2>
        <p class="soft">${say('unit.anonymous')}</p>
        <div class="levels" role="radiogroup" aria-labelledby="rate">
          ${LEVELS.map((level) => html`
            <label class="level"><input type="radio" name="level" .checked=${this.level === level} @change=${() => this.#choose(level)}>
              <span>${say(`rate.${level}`)}</span></label>`)}
        </div>
        ${mine.map(({ code, text }) => html`
          <label class="reason"><input type="checkbox" .checked=${this.chosen.includes(code)} @change=${() => this.#touch(code)}> <span>${text}</span></label>`)}
        <label>${say(this.#negative ? 'unit.comment.negative' : 'unit.comment')}
          <textarea rows="3" maxlength=${commentMax ?? COMMENT_MAX} .value=${this.comment} @input=${(event) => (this.comment = event.target.value)}></textarea></label>
        <yc-note></yc-note>
        <button class="primary" ?disabled=${this.busy} @click=${this.#give}>${say('unit.give')}</button>
      </section>`;
  }
}

customElements.define('yc-unit', UnitPage);
await begin('yc-unit', { follow: false });
