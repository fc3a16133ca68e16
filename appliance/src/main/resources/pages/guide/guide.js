/** <yc-guide>: 导办台, the guidance desk: take a number for somebody, find a lost one and mend it, and go where help is asked for. */

import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { LivePart, html, live } from '../parts/live-part.js';
import { say } from '../parts/words.js';
import { Catalogue } from '../kiosk/catalogue.js';
import './calls.js';
import './find.js';
import './take.js';

const AGAIN_MS = 3_000;

class Guide extends LivePart {
  static properties = { catalogue: { state: true } };

  constructor() {
    super();
    this.catalogue = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.while(live.onChange((change) => change.type === 'Configured' && this.#load()));
  }

  async #load() {
    try {
      this.catalogue = await Catalogue.load();
    } catch {
      setTimeout(() => this.#load(), AGAIN_MS); // the head says that nobody answers
    }
  }

  render() {
    const { catalogue } = this;
    return html`
      <yc-head .title=${say('page.guide')} .extra=${html`<yc-ease remember></yc-ease>`}></yc-head>
      <main class="desk">
        <yc-guide-calls></yc-guide-calls>
        ${catalogue ? html`
          <yc-guide-find .catalogue=${catalogue}></yc-guide-find>
          <yc-guide-take .catalogue=${catalogue}></yc-guide-take>` : html`<p class="empty" role="status">${say('loading')}</p>`}
      </main>
      <yc-help-line page="guide"></yc-help-line>`;
  }
}

customElements.define('yc-guide', Guide);
await begin('yc-guide');
