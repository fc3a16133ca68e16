/**
 * <yc-code-form>: one-time codes for new browsers and devices. A code is shown once, here, and never again.
 *
 * @fires issued when a code was made
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

const ROLES = ['kiosk', 'window', 'helper', 'device', 'manager', 'officer', 'admin'];

class CodeForm extends Part {
  static properties = { role: { state: true }, codes: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.role = ROLES[0];
    this.codes = [];
  }

  async #issue(event) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    note.clear();
    const given = [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    const wish = Object.fromEntries(given);
    try {
      const { code } = await post('/api/codes', wish, this.#unsettled.keyFor(wish));
      this.#unsettled.settle();
      this.codes = [{ code, for: [say(`role.${wish.role}`), wish.window ?? wish.device].filter(Boolean).join(' ') }, ...this.codes];
      this.dispatchEvent(new CustomEvent('issued'));
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  render() {
    return html`
      <h2>${say('admin.codes')}</h2>
      <yc-note></yc-note>
      <form class="row" @submit=${this.#issue}>
        <label class="grow">${say('admin.role')}
          <select name="role" @change=${(event) => (this.role = event.target.value)}>
            ${ROLES.map((role) => html`<option value=${role}>${say(`role.${role}`)}</option>`)}
          </select>
        </label>
        ${this.role === 'window' ? field('window') : nothing}
        ${this.role === 'kiosk' || this.role === 'device' ? field('device') : nothing}
        ${field('label')}
        <button class="primary">${say('admin.issue')}</button>
      </form>
      <ul class="codes" aria-live="polite">
        ${this.codes.map((one) => html`<li>${one.for} <code>${one.code}</code> <small>${say('admin.code.where')}</small></li>`)}
      </ul>`;
  }
}

function field(name) {
  return html`<label class="grow">${say(`admin.${name}`)} <input name=${name} maxlength="64" autocomplete="off"></label>`;
}

customElements.define('yc-code-form', CodeForm);
