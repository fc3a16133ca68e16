/**
 * <yc-paper>: what a printer printed since this page was opened, the last slip first, as it lies on the paper.
 *
 * @property {object} device
 */

import { html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { DevicePart } from './device.js';

const SLIPS_MAX = 3;

class Paper extends DevicePart {
  #slips = []; // newest first; a slip that was torn off is not the hall's business

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('device') && changed.get('device')?.id !== this.device.id) this.#slips = [];
    const slip = this.content?.printed;
    if (slip && JSON.stringify(slip) !== JSON.stringify(this.#slips[0])) this.#slips = [slip, ...this.#slips].slice(0, SLIPS_MAX);
  }

  render() {
    if (!this.content) return html`${this.heading()}${this.loading()}`;
    return html`
      ${this.heading()}
      ${this.#slips.length ? html`<div class="roll">${this.#slips.map(paper)}</div>` : html`<p class="empty">${say('devices.nothingPrinted')}</p>`}`;
  }
}

function paper({ number, lines, address }) {
  const link = address?.split('/').at(-1);
  return html`
    <article class="slip">
      <p class="number">${number}</p>
      ${lines.map((line) => html`<p>${line}</p>`)}
      ${link ? html`<img src="/api/tickets/${link}/qr" alt=${say('devices.qr')} width="132" height="132"><a class="address" href="/t/${link}">${address}</a>` : nothing}
    </article>`;
}

customElements.define('yc-paper', Paper);
