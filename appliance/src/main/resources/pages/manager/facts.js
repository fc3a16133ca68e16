/**
 * <yc-facts>: one ticket, and in plain words why it stands where it stands. Read when it is opened.
 *
 * @property {string} ticket its id
 */

import { get } from '../parts/api.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import { clock, waitRange } from '../parts/time.js';
import { say } from '../parts/words.js';
import { names } from './names.js';

class Facts extends Part {
  static properties = { ticket: {}, facts: { state: true } };

  constructor() {
    super();
    this.facts = null;
  }

  async firstUpdated() {
    try {
      this.facts = await get(`/api/tickets/${encodeURIComponent(this.ticket)}`);
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  render() {
    return html`<yc-note></yc-note>${this.facts ? facts(this.facts) : html`<p role="status">${say('loading')}</p>`}`;
  }
}

function facts({ why, legs, ahead, wait, state, takenAt, count, priority, notice, printed }) {
  const range = waitRange(wait);
  return html`
    <p><strong>${why}</strong></p>
    <ul>
      <li>${say('manager.facts.taken', { at: clock(Date.parse(takenAt)) })}${count > 1 ? ` · ${say('manager.facts.count', { n: count })}` : ''}${priority ? ` · ${names.group(priority)}` : ''}${printed === false ? ` · ${say('manager.facts.notPrinted')}` : ''}</li>
      ${legs.map((leg) => html`<li>${[leg.name, say(`leg.${leg.state}`), leg.window && say('manager.at', { window: leg.window }), leg.outcome && say(`outcome.${leg.outcome}`), leg.caseNumber].filter(Boolean).join(' · ')}</li>`)}
      ${state === 'waiting' ? html`<li>${say('ticket.ahead', { n: ahead })}${range ? ` · ${say('ticket.wait', { from: range[0], until: range[1] })}` : ''}</li>` : nothing}
      ${notice ? html`<li class="over">${say('manager.facts.noWindow')}</li>` : nothing}
    </ul>`;
}

customElements.define('yc-facts', Facts);
