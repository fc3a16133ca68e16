/**
 * <yc-aid>: help now, silently: calls colleagues or security to this window, says whether anybody answered, and shows the
 * calls of other windows, which can be answered from here.
 *
 * @property {string} window whose console this is
 * @property {boolean} asking the two buttons are open (key ?)
 * Method: answerFirst() goes to the oldest call of another window (key Y).
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import '../parts/note.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';

const KINDS = ['colleague', 'security'];
const TOLD_MS = 60_000;

class Aid extends LivePart {
  static properties = { window: {}, asking: { type: Boolean }, told: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    [this.window, this.asking, this.told] = ['', false, ''];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange((change) => this.#hear(change)));
    this.every(20_000, () => this.requestUpdate());
    this.addEventListener('keydown', ({ key }) => this.asking && (key === '1' || key === '2') && this.#ask(KINDS[key - 1]));
  }

  updated(changed) {
    if (changed.has('asking') && this.asking) this.querySelector('.ask button').focus();
  }

  get #where() {
    return `window ${this.window}`;
  }

  #hear(change) {
    if (change.type !== 'HelpAnswered' || change.where !== this.#where || !live.isNews(change)) return;
    this.told = say('aid.coming', { who: placeName(change.by) });
    setTimeout(() => (this.told = ''), TOLD_MS);
  }

  async #send(path, body) {
    const note = this.querySelector('yc-note');
    note.clear();
    try {
      await post(path, body, this.#unsettled.keyFor(path, body));
      this.#unsettled.settle();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  #ask(kind) {
    this.dispatchEvent(new CustomEvent('leave', { bubbles: true }));
    this.#send('/api/helpers', { kind, where: this.#where });
  }

  #answer(call) {
    this.#send(`/api/helpers/${call.id}/answer`, {});
  }

  answerFirst() {
    const [first] = this.#calls(false);
    if (first) this.#answer(first);
  }

  #calls(own) {
    return (live.hall?.help ?? []).filter((call) => KINDS.includes(call.kind) && (call.where === this.#where) === own);
  }

  render() {
    return html`
      <div class="aid">
        <yc-note></yc-note>
        ${this.asking ? html`
          <div class="ask card" role="group" aria-label=${say('aid.who')}>
            <strong>${say('aid.who')}</strong>
            ${KINDS.map((kind, i) => html`<button @click=${() => this.#ask(kind)}>${say(`aid.${kind}`)} <kbd>${i + 1}</kbd></button>`)}
          </div>` : nothing}
        <div role="status">
          ${this.#calls(true).map((call) => html`<p class="aid-line own">${say('aid.sent', { kind: say(`aid.${call.kind}`) })}</p>`)}
          ${this.told ? html`<p class="aid-line good">${this.told}</p>` : nothing}
        </div>
        <div aria-live="polite">
          ${this.#calls(false).map((call, i) => html`
            <p class="aid-line"><span>${say('aid.asks', { where: placeName(call.where), kind: say(`aid.${call.kind}`), n: minutesSince(call.at, live.now()) })}</span>
              <button @click=${() => this.#answer(call)}>${say('aid.go')}${i === 0 ? html` <kbd>Y</kbd>` : nothing}</button></p>`)}
        </div>
      </div>`;
  }
}

/** A place as people say it: the hall writes `window 5`, a device's id or a role. */
function placeName(place) {
  const id = /^window (.+)$/.exec(place)?.[1];
  if (id) return live.hall.windows.find((one) => one.id === id)?.name ?? say('leg.at', { id });
  const role = say(`role.${place}`);
  return role.startsWith('role.') ? place : role;
}

customElements.define('yc-aid', Aid);
