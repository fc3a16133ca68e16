/**
 * <yc-voice>: says the calls aloud where no real speaker does, and shows a small mark while it cannot.
 *
 * @property {string[]} zones the zones this board is for; none: the whole hall
 */

import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { languageNow, say } from '../parts/words.js';
import { Announcer, isSpokenFor, spelled, spokenName } from './announcer.js';
import { isFor } from './calls.js';
import { Speech } from './speech.js';

const CALLED = new Set(['Called', 'Recalled']);

class Voice extends LivePart {
  static properties = { zones: {} };

  #wish = new URLSearchParams(location.search).get('voice');
  #announcer = new Announcer((call) => live.isNews(call) && windowOf(call)?.state === 'called' && windowOf(call).ticket.number === call.number);
  #speech = new Speech(() => {
    this.requestUpdate();
    this.#speak();
  });
  #speaking = false;

  connectedCallback() {
    super.connectedCallback();
    if (this.#wish === 'off') return;
    this.while(live.onChange((change) => this.#hear(change)));
    this.while(this.#speech.start());
  }

  #hear(change) {
    const window = windowOf(change);
    if (!CALLED.has(change.type) || !window || !isFor(this.zones, window) || !this.#isNeeded(window.id) || !live.isNews(change)) return;
    this.#announcer.call(change);
    this.#speak();
  }

  #isNeeded(window) {
    return this.#wish === 'on' || !isSpokenFor(live.hall.devices, window);
  }

  /** One call after the other, as long as there are any; never two at once. */
  async #speak() {
    if (this.#speaking || this.#speech.state !== 'ready') return;
    this.#speaking = true;
    for (let call; (call = this.#announcer.next());) {
      const number = spelled(call.number);
      await this.#speech.say(say('board.say.zh', { number, window: spokenName(windowOf(call).name) }), 'zh');
      if (languageNow() === 'en') await this.#speech.say(say('board.say.en', { number, window: call.window }), 'en');
    }
    this.#speaking = false;
  }

  render() {
    const { state } = this.#speech;
    const needed = live.hall?.windows.some((window) => isFor(this.zones, window) && this.#isNeeded(window.id));
    if (this.#wish === 'off' || !needed || state === 'ready' || state === 'unknown') return nothing;
    return html`<p class="mute" role="status">${say(`board.voice.${state}`)}</p>`;
  }
}

function windowOf({ window }) {
  return live.hall?.windows.find((one) => one.id === window);
}

customElements.define('yc-voice', Voice);
