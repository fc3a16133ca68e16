/** <yc-units>: offices outside of the hall that are rated by a code on their counter; each code is printed from here. */

import { get } from '../parts/api.js';
import { LivePart, html, live } from '../parts/live-part.js';
import { languageNow, say } from '../parts/words.js';

class Units extends LivePart {
  static properties = { units: { state: true } };

  constructor() {
    super();
    this.units = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange(({ type }) => type === 'Configured' && this.#look()));
    this.#look();
  }

  async #look() {
    try {
      this.units = (await get('/api/units')).units;
      this.hidden = !this.units.length;
    } catch {
      // What was read before stays; the head says that the hall is away
    }
  }

  render() {
    return html`
      <h2>${say('manager.units')}</h2>
      <ul>${this.units.map(({ id, name, nameEn, department }) => html`
        <li>${languageNow() === 'en' ? nameEn : name} <span class="soft">${department}</span>
          <a href="/poster/${id}" target="_blank">${say('manager.units.poster')}</a></li>`)}</ul>`;
  }
}

customElements.define('yc-units', Units);
