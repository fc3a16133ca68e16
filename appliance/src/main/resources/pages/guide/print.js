/**
 * <yc-guide-print>: the slip on a printer of one's choice: the kiosks' come first, since people stand there.
 *
 * @property {string} ticket id
 */

import { post } from '../parts/api.js';
import { live } from '../parts/live.js';
import '../parts/note.js';
import { html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { ActingPart } from './act.js';

const KEPT = 'yichuang-guide-printer'; // this desk's habit, not the hall's

class Print extends ActingPart {
  static properties = { ticket: {}, printer: { state: true } };

  constructor() {
    super();
    [this.ticket, this.printer] = ['', localStorage.getItem(KEPT) ?? ''];
  }

  async #print() {
    const printer = this.querySelector('select').value;
    localStorage.setItem(KEPT, (this.printer = printer));
    const asked = await this.act(['print', this.ticket, printer], (key) => post(`/api/tickets/${this.ticket}/reprint`, { printer }, key));
    if (asked) this.querySelector('yc-note').tell(say('guide.print.sent', { printer }));
  }

  render() {
    const printers = (live.hall?.devices ?? []).filter(({ kind }) => kind === 'printer')
      .sort((one, other) => Number(Boolean(one.window)) - Number(Boolean(other.window)));
    return html`
      <div class="row print">
        <label class="grow">${say('guide.print.where')}
          <select .value=${this.printer}>${printers.map(({ id, state }) => html`
            <option value=${id} ?selected=${id === this.printer}>${id}${state === 'fault' ? ` · ${say('devices.state.fault')}` : ''}</option>`)}</select></label>
        <button aria-disabled=${this.busy || !printers.length} @click=${this.#print}>${say('guide.print')}</button>
      </div>
      <yc-note></yc-note>`;
  }
}

customElements.define('yc-guide-print', Print);
