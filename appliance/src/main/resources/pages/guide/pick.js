/**
 * <yc-guide-pick>: finds an item or a theme as the kiosk does: by name, everyday name, initials. Enter takes the first.
 *
 * @property {Array} things what is looked through
 * @property {string} label of the field
 * @fires chosen {detail: the item or theme}
 */

import { find } from '../kiosk/search.js';
import { Part, html, nothing } from '../parts/part.js';
import { nameOf, say } from '../parts/words.js';

const SHOWN_MAX = 8;

class Pick extends Part {
  static properties = { things: {}, label: {}, query: { state: true } };

  constructor() {
    super();
    [this.things, this.label, this.query] = [[], '', ''];
  }

  #choose(thing) {
    this.query = '';
    this.dispatchEvent(new CustomEvent('chosen', { detail: thing }));
  }

  render() {
    const found = find(this.things, this.query);
    return html`
      <form role="search" @submit=${(event) => {
        event.preventDefault();
        if (found.length) this.#choose(found[0]);
      }}>
        <label>${this.label}
          <input type="search" autocomplete="off" spellcheck="false" maxlength="60" .value=${this.query}
            @input=${(event) => (this.query = event.target.value)}></label>
      </form>
      ${this.query.trim() ? html`
        <p class="soft" role="status">${found.length ? say('kiosk.found', { n: found.length }) : say('kiosk.nothing', { query: this.query })}</p>` : nothing}
      <ul class="picks">${found.slice(0, SHOWN_MAX).map((thing) => html`
        <li><button @click=${() => this.#choose(thing)}>${nameOf(thing)}
          <small>${thing.legs ? say('kiosk.theme.legs', { n: thing.legs.length }) : thing.department}</small></button></li>`)}</ul>`;
  }
}

customElements.define('yc-guide-pick', Pick);
