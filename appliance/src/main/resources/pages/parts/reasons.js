/**
 * <yc-reasons>: why a level was given: the reasons of that level to choose from, and words beside them. A negative level 差评 needs one
 * of the two, or nobody can put right what was wrong. What was typed stays when another level is chosen; reasons belong to one level.
 *
 * @property {number|null} level 1 to 5; null: the words alone
 * @property {string} label of the words, when they may be left out
 * Methods: said() as POST /api/ratings wants it; complete(note) whether enough was said, else it tells what is missing
 */

import { get } from './api.js';
import { live } from './live.js';
import { Part, html, nothing } from './part.js';
import { say } from './words.js';

const NEGATIVE_MAX = 2;
const COMMENT_MAX = 500; // until the hall has told its own
const AGAIN_MS = 10_000;

let asked = null; // once for all elements of a page

function ofHall() {
  asked ??= get('/api/ratings').catch((failure) => {
    asked = null;
    throw failure;
  });
  return asked;
}

class Reasons extends Part {
  static properties = { level: {}, label: {}, hall: { state: true }, chosen: { state: true }, comment: { state: true } };

  constructor() {
    super();
    [this.level, this.label] = [null, ''];
    [this.hall, this.chosen, this.comment] = [{ reasons: [], commentMax: COMMENT_MAX }, [], ''];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange(({ type }) => {
      if (type !== 'Configured') return;
      asked = null;
      this.#read();
    }));
    this.#read();
  }

  /** Without the list there are still the words; it is asked for again. */
  async #read() {
    try {
      this.hall = await ofHall();
    } catch {
      setTimeout(() => this.isConnected && this.#read(), AGAIN_MS);
    }
  }

  willUpdate(changed) {
    if (changed.has('level')) this.chosen = [];
  }

  get #negative() {
    return this.level !== null && this.level <= NEGATIVE_MAX;
  }

  said() {
    const comment = this.comment.trim();
    return { ...(this.chosen.length && { reasons: this.chosen }), ...(comment && { comment }) };
  }

  complete(note) {
    if (!this.#negative || this.chosen.length || this.comment.trim()) return true;
    note.tell(say('reasons.missing'));
    this.querySelector('input, textarea').focus();
    return false;
  }

  #touch(code) {
    this.chosen = this.chosen.includes(code) ? this.chosen.filter((other) => other !== code) : [...this.chosen, code];
  }

  render() {
    const { reasons, commentMax } = this.hall;
    const mine = reasons.filter(({ level }) => level === this.level);
    return html`
      ${mine.length ? html`
        <fieldset class="reasons"><legend>${say(this.#negative ? 'reasons.negative' : 'reasons.choose')}</legend>
          ${mine.map(({ code, text }) => html`
            <label class="reason"><input type="checkbox" .checked=${this.chosen.includes(code)} @change=${() => this.#touch(code)}> <span>${text}</span></label>`)}
        </fieldset>` : nothing}
      <label>${this.#negative ? say(mine.length ? 'reasons.words' : 'reasons.words.alone') : this.label}
        <textarea rows="3" maxlength=${commentMax} .value=${this.comment} @input=${(event) => (this.comment = event.target.value)}></textarea></label>`;
  }
}

customElements.define('yc-reasons', Reasons);
