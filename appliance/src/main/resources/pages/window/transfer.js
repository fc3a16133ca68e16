/**
 * <yc-transfer>: sends the person on: to another window that does this item, or to another item, which any window with the
 * skill may then take. One field finds both. Properties and events: form.js.
 */

import { live } from '../parts/live.js';
import { html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { Form } from './form.js';
import './pick.js';

const OPEN = new Set(['idle', 'called', 'serving']);

class Transfer extends Form {
  static properties = { to: { state: true } };

  constructor() {
    super();
    this.to = null;
  }

  #options() {
    const others = live.hall.windows.filter((one) => one.id !== this.here.id);
    const code = this.here.item?.code;
    const windows = others
      .filter((one) => one.skills.includes(code))
      .map((one) => ({
        id: one.id, kind: 'window', name: one.name, more: say(`window.${one.state}`),
        why: OPEN.has(one.state) ? '' : say(`window.${one.state}`),
      }))
      .sort((one, other) => Boolean(one.why) - Boolean(other.why));
    const items = [...this.here.items.values()].filter((item) => item.code !== code).map((item) => {
      const open = others.filter((one) => OPEN.has(one.state) && one.skills.includes(item.code)).length;
      return { ...item, id: item.code, kind: 'item', more: say(open ? 'transfer.open' : 'transfer.none', { n: open }) };
    });
    return [...windows, ...items];
  }

  render() {
    return this.frame(say('act.transfer'), html`
      <yc-pick class="first" .label=${say('transfer.to')} .placeholder=${say('transfer.how')} .options=${this.#options()}
        @picked=${(event) => (this.to = event.detail)}></yc-pick>
      <label>${say('form.note')}<input class="note-field" maxlength="500" autocomplete="off"></label>`,
    () => {
      const note = this.querySelector('.note-field').value.trim();
      this.wish('transfer', { [this.to.kind]: this.to.id, ...(note && { note }) });
    }, this.to ? '' : say('transfer.first'));
  }
}

customElements.define('yc-transfer', Transfer);
