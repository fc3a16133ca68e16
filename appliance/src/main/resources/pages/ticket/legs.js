/**
 * <yc-legs>: what the visit is for, step by step, and what to bring to each; what may follow later says so.
 *
 * @property {object} mine the Mine of this page
 */

import { materials } from '../parts/materials.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

class Legs extends Part {
  static properties = { mine: {} };

  render() {
    const { ticket } = this.mine;
    const open = ['waiting', 'called', 'held', 'no-show'].includes(ticket.state);
    return html`
      <section class="card">
        <h2>${say('phone.for')}</h2>
        <ol class="legs ${ticket.legs.length === 1 ? 'one' : ''}">
          ${ticket.legs.map((leg) => html`
            <li>
              <strong>${leg.name}</strong>
              ${ticket.legs.length > 1 ? html`<span class="tag ${leg.state === 'closed' ? 'ok' : ''}">${say(`leg.${leg.state}`)}</span>` : nothing}
              ${leg.caseNumber ? html`<p class="soft">${say('phone.case', { number: leg.caseNumber })}</p>` : nothing}
              ${open && leg.state !== 'closed' ? this.#bring(leg) : nothing}
            </li>`)}
        </ol>
      </section>`;
  }

  #bring(leg) {
    const item = this.mine.item(leg.item);
    return item ? html`<details ?open=${this.mine.ticket.legs.length === 1}><summary>${say('materials.title')}</summary>${materials([item])}</details>` : nothing;
  }
}

customElements.define('yc-legs', Legs);
