/** <yc-admin>: the hall's controllers; its devices, to be tested and replaced; and who may ask: codes for new browsers and devices, and the credentials there are. */

import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';
import './code-form.js';
import './hardware.js';
import './node-form.js';
import './nodes.js';
import './tokens.js';

class Admin extends Part {
  render() {
    return html`
      <yc-head .title=${say('page.admin')} .extra=${html`<yc-ease remember></yc-ease>`}></yc-head>
      <main class="admin-main">
        <yc-nodes class="card"></yc-nodes>
        <yc-node-form class="card"></yc-node-form>
        <yc-hardware class="card"></yc-hardware>
        <yc-code-form class="card" @issued=${() => this.querySelector('yc-tokens').look()}></yc-code-form>
        <yc-tokens class="card"></yc-tokens>
        <yc-help-line page="admin"></yc-help-line>
      </main>`;
  }
}

customElements.define('yc-admin', Admin);
await begin('yc-admin');
