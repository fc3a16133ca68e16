/**
 * <yc-sign-on>: who sits here: chosen by name, initials or staff id; the last one of this browser stands first. Opens the
 * window, or changes its staff while somebody is here. Properties and events: form.js.
 */

import { html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { Form } from './form.js';
import './pick.js';

const KEPT = 'yichuang-staff';

class SignOn extends Form {
  static properties = { who: { state: true } };

  constructor() {
    super();
    this.who = null;
  }

  #options() {
    const last = localStorage.getItem(`${KEPT}-${this.here.id}`);
    const rank = (one) => (one.id === last ? 0 : one.windows?.includes(this.here.id) ? 1 : 2);
    return this.here.staff.map((one) => ({ ...one, more: one.id })).sort((one, other) => rank(one) - rank(other));
  }

  #open(who) {
    localStorage.setItem(`${KEPT}-${this.here.id}`, who.id);
    this.wish('open', { staff: who.id });
  }

  render() {
    return this.frame(say(this.here.window.state === 'closed' ? 'act.open' : 'staff.change'), html`
      <yc-pick class="first" .label=${say('staff.who')} .placeholder=${say('staff.how')} .options=${this.#options()}
        @picked=${(event) => { this.who = event.detail; if (this.who) this.#open(this.who); }}></yc-pick>`,
    () => this.#open(this.who), this.who ? '' : say('staff.first'));
  }
}

customElements.define('yc-sign-on', SignOn);
