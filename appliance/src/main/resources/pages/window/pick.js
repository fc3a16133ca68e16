/**
 * <yc-pick>: one of many, by typing: a name, an everyday name, pinyin initials or a number. Arrows choose, Enter takes what is
 * marked, the mouse does too. What cannot be taken stands there with its reason.
 *
 * @property {string} label
 * @property {Array} options [{id, name, englishName?, aliases?, initials?, more?, why?}]; `more` is said beside the name,
 *     `why` is why it cannot be taken
 * @property {string} placeholder
 * @property {object|null} picked the option taken
 * @fires picked {detail: option or null}
 */

import { find } from '../kiosk/search.js';
import { Part, html, nothing } from '../parts/part.js';
import { nameOf, say } from '../parts/words.js';

const SHOWN_MAX = 8;
let made = 0;

class Pick extends Part {
  static properties = {
    label: {}, options: {}, placeholder: {}, picked: { state: true }, query: { state: true }, at: { state: true }, open: { state: true },
  };

  #id = `pick-${(made += 1)}`;

  constructor() {
    super();
    [this.label, this.options, this.placeholder, this.picked, this.query, this.at, this.open] = ['', [], '', null, '', 0, false];
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  #found() {
    const said = this.query.trim();
    if (!said || this.picked) return this.options.slice(0, SHOWN_MAX);
    const byId = this.options.filter((one) => one.id.toLowerCase() === said.toLowerCase());
    return [...new Set([...byId, ...find(this.options, said)])].slice(0, SHOWN_MAX);
  }

  #take(option) {
    if (!option || option.why) return;
    [this.picked, this.query, this.open] = [option, nameOf(option), false];
    this.dispatchEvent(new CustomEvent('picked', { detail: option, bubbles: true }));
  }

  #typed(event) {
    [this.query, this.at, this.open] = [event.target.value, 0, true];
    if (!this.picked) return;
    this.picked = null;
    this.dispatchEvent(new CustomEvent('picked', { detail: null, bubbles: true }));
  }

  #key(event) {
    if (event.isComposing) return;
    const found = this.#found();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.open = true;
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length);
      event.preventDefault();
    } else if (event.key === 'Enter' && this.open && !this.picked && found.length) {
      this.#take(found[this.at]);
      event.preventDefault();
    }
  }

  render() {
    const found = this.open && !this.picked ? this.#found() : [];
    return html`
      <label for=${this.#id}>${this.label}</label>
      <input id=${this.#id} role="combobox" autocomplete="off" maxlength="80" aria-expanded=${found.length > 0} aria-controls="${this.#id}-list"
        aria-activedescendant=${found.length ? `${this.#id}-${this.at}` : ''} placeholder=${this.placeholder} .value=${this.query}
        @input=${this.#typed} @keydown=${this.#key} @focus=${() => (this.open = true)} @blur=${() => (this.open = false)}>
      <ul id="${this.#id}-list" class="options" role="listbox" aria-label=${this.label} ?hidden=${!found.length}>
        ${found.map((one, i) => html`
          <li id="${this.#id}-${i}" role="option" aria-selected=${i === this.at} aria-disabled=${Boolean(one.why)}
            @mousedown=${(event) => { event.preventDefault(); this.#take(one); }}>
            <span>${nameOf(one)}</span>${one.why || one.more ? html`<small>${one.why || one.more}</small>` : nothing}</li>`)}
      </ul>
      ${this.open && this.query && !this.picked && !found.length ? html`<p class="empty" role="status">${say('pick.none')}</p>` : nothing}`;
  }
}

customElements.define('yc-pick', Pick);
