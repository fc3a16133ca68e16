/**
 * <yc-guide-calls>: who asks for help, the longest first; "我去" tells everybody else that somebody goes. A new call rings, once a
 * touch has allowed it, and flashes the title.
 */

import { post } from '../parts/api.js';
import { live } from '../parts/live.js';
import '../parts/note.js';
import { html, nothing } from '../parts/part.js';
import { minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';
import { Bell } from '../ticket/bell.js';
import { ActingPart } from './act.js';

class Calls extends ActingPart {
  #bell = new Bell();

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onUpdate(() => this.requestUpdate()));
    this.while(live.onChange((change) => {
      if (change.type === 'HelpAsked' && live.isNews(change)) this.#bell.ring(say('guide.calls.new'));
      if (change.type === 'HelpAnswered') this.#bell.hush();
    }));
    addEventListener('pointerdown', () => this.#arm(), { once: true });
    addEventListener('keydown', () => this.#arm(), { once: true });
  }

  #arm() {
    if (!this.#bell.armed) this.#bell.arm();
    this.#bell.hush();
  }

  async #go(call) {
    this.#bell.hush();
    await this.act(['go', call.id], (key) => post(`/api/helpers/${encodeURIComponent(call.id)}/answer`, {}, key));
  }

  render() {
    const calls = live.hall?.help ?? [];
    return html`
      <section class="card calls ${calls.length ? 'some' : ''}" aria-labelledby="calls">
        <h2 id="calls">${say('guide.calls', { n: calls.length })}</h2>
        <yc-note></yc-note>
        <ul aria-live="polite">${calls.map((call) => html`
          <li class="row">
            <span class="grow"><strong>${say(`manager.help.${call.kind}`)} · ${call.where === 'link' ? say('manager.help.phone') : call.where}</strong>
              ${call.number ? html` <span class="number">${call.number}</span>` : nothing}
              ${call.note ? html`<br>${call.note}` : nothing}
              <small>${say('guide.calls.since', { n: minutesSince(call.at, live.now()) })}</small></span>
            <button class="primary" aria-disabled=${this.busy} @click=${() => this.#go(call)}>${say('guide.calls.go')}</button>
          </li>`)}</ul>
      </section>`;
  }
}

customElements.define('yc-guide-calls', Calls);
