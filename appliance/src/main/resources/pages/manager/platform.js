/**
 * <yc-platform>: what is due to the evaluation platform 评价平台: how the sending goes, and what the platform refused, to be mended and
 * sent again. Nothing is shown when the hall has no platform. What is being typed stays when the list is read again.
 */

import { Offline, Unsettled, get, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock, day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { repeat } from 'lit/directives/repeat.js';

const AGAIN_MS = 15_000; // the rows of years are counted

class Platform extends LivePart {
  static properties = { standing: { state: true }, dead: { state: true }, open: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.standing, this.dead, this.open] = [null, [], null]; // open: the letter whose form is open
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(AGAIN_MS, () => this.#look());
    this.#look();
  }

  async #look() {
    try {
      const standing = await get('/api/platform');
      this.dead = standing.dead ? (await get('/api/platform/letters?state=dead')).letters : [];
      this.standing = standing;
    } catch {
      // What was read before stays; the head says that the hall is away
    }
  }

  async #resend(event, letter) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    const { field, text } = event.target.elements;
    const body = { letter: letter.letter, ...(field.value && { fields: { [field.value]: text.value.trim() } }) };
    try {
      await post('/api/platform/resend', body, this.#unsettled.keyFor(letter.letter, body));
      this.#unsettled.settle();
      this.open = null;
      note.tell(say('manager.platform.resent', { number: letter.number }));
      this.#look();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  render() {
    const { standing } = this;
    this.hidden = !standing?.configured;
    if (this.hidden) return nothing;
    const { trouble } = standing;
    return html`
      <h2>${say('manager.platform')}</h2>
      <yc-note></yc-note>
      <p>${say('manager.platform.counts', standing)}${standing.oldest ? html` <small>${say('manager.platform.oldest', { at: moment(standing.oldest) })}</small>` : nothing}</p>
      ${trouble ? html`<p class="over">${say('manager.platform.trouble', { since: moment(trouble.since), next: moment(trouble.nextTry) })} <small>${trouble.reason}</small></p>` : nothing}
      ${this.dead.length ? html`<h3>${say('manager.platform.dead', { n: standing.dead })}</h3>` : nothing}
      <ul class="list">${repeat(this.dead, ({ letter }) => letter, (letter) => this.#letter(letter))}</ul>`;
  }

  #letter(letter) {
    const opened = this.open === letter.letter;
    return html`
      <li>
        <div class="row">
          <span class="grow"><span class="number">${letter.number}</span> ${say(`manager.platform.${letter.kind}`)} · ${letter.itemName} <small>${letter.reason}</small></span>
          <button aria-expanded=${opened} @click=${() => (this.open = opened ? null : letter.letter)}>${say('manager.platform.mend')}</button>
        </div>
        ${opened ? html`
          <form @submit=${(event) => this.#resend(event, letter)}>
            <label>${say('manager.platform.field')} <select name="field">
              <option value="">${say('manager.platform.as-is')}</option>
              ${(letter.fields ?? []).map((field) => html`<option>${field}</option>`)}
            </select></label>
            <label>${say('manager.platform.text')} <input name="text" maxlength="500" autocomplete="off"></label>
            <button class="primary" aria-disabled=${!live.online}>${say('manager.platform.send')}</button>
          </form>` : nothing}
      </li>`;
  }
}

/** The day only when it is another. */
function moment(iso) {
  const at = Date.parse(iso);
  return day(at) === live.hall.day ? clock(at) : `${day(at)} ${clock(at)}`;
}

customElements.define('yc-platform', Platform);
