/**
 * <yc-complaints>: what people complained of 吐槽找茬, newest first; read again when somebody complains.
 */

import { get } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { clock, day } from '../parts/time.js';
import { say } from '../parts/words.js';

const SHOWN = 3;
const AGAIN_MS = 10_000;

class Complaints extends LivePart {
  static properties = { list: { state: true }, all: { state: true } };

  constructor() {
    super();
    [this.list, this.all] = [null, false];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange(({ type }) => type === 'Complained' && this.#look()));
    this.#look();
  }

  async #look() {
    try {
      this.list = (await get('/api/complaints')).complaints;
    } catch {
      setTimeout(() => this.isConnected && this.#look(), AGAIN_MS); // the head says that the hall is away
    }
  }

  render() {
    if (!this.list) return html`<h2>${say('manager.complaints')}</h2><p class="empty">${say('loading')}</p>`;
    const today = day(live.now());
    const shown = this.all ? this.list : this.list.slice(0, SHOWN);
    return html`
      <h2>${say('manager.complaints.today', { n: this.list.filter(({ at }) => at.startsWith(today)).length })}</h2>
      ${this.list.length ? nothing : html`<p class="empty">${say('manager.complaints.none')}</p>`}
      <ul class="list">${shown.map(row)}</ul>
      ${this.list.length > SHOWN ? html`
        <button aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>${say(this.all ? 'manager.fewer' : 'manager.all', { n: this.list.length })}</button>` : nothing}`;
  }
}

function row({ at, number, text }) {
  return html`<li>${text} <small>${[at.slice(0, 10), clock(Date.parse(at)), number].filter(Boolean).join(' · ')}</small></li>`;
}

customElements.define('yc-complaints', Complaints);
