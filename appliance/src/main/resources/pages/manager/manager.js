/** <yc-manager>: the hall as it is, for its manager: what needs doing first, then the waits, the windows, and what needs a word today. */

import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { say } from '../parts/words.js';
import './behind.js';
import './complaints.js';
import './devices.js';
import './duties.js';
import './figures.js';
import './lines.js';
import { look } from './look.js';
import './paper.js';
import './platform.js';
import './parts-card.js';
import './report.js';
import './script.js';
import './todo.js';
import './units.js';
import './veto.js';
import './windows.js';

class Manager extends LivePart {
  connectedCallback() {
    super.connectedCallback();
    this.while(look.start(() => this.#looked()));
    this.every(1_000, () => this.requestUpdate()); // the figures grow old
  }

  #looked() {
    this.requestUpdate();
    const note = this.querySelector('main > yc-note');
    if (look.failure) note?.show(look.failure);
    else note?.clear();
  }

  render() {
    return html`
      <yc-head .title=${say('page.manager')} .extra=${html`${age()}<yc-ease remember></yc-ease>`}></yc-head>
      <main class="manager-main" @behind=${({ detail }) => this.querySelector('yc-behind').open(detail)}>
        <yc-note></yc-note>
        ${live.hall && look.now ? parts(look.now) : html`<p class="empty" role="status">${say('loading')}</p>`}
      </main>
      <yc-help-line page="manager"></yc-help-line>`;
  }
}

function parts(now) {
  return html`
    <yc-todo id="todo" class="card" .now=${now}></yc-todo>
    <yc-parts id="parts" .now=${now}></yc-parts>
    <div class="centre">
      <yc-figures .now=${now}></yc-figures>
      <div class="waits">
        <yc-lines class="card" .now=${now}></yc-lines>
        <yc-duties id="duties" class="card" .now=${now}></yc-duties>
        <yc-veto class="card" .now=${now}></yc-veto>
      </div>
      <yc-windows class="card" .now=${now}></yc-windows>
    </div>
    <div class="rest">
      <yc-complaints class="card"></yc-complaints>
      <yc-script id="script" class="card" .now=${now}></yc-script>
      <yc-devices id="devices" class="card"></yc-devices>
      <yc-platform id="platform" class="card" hidden></yc-platform>
      <yc-paper class="card"></yc-paper>
      <yc-units class="card" hidden></yc-units>
      <yc-report class="card"></yc-report>
    </div>
    <yc-behind></yc-behind>`;
}

/** How old the figures are: they are asked for, not told. */
function age() {
  if (!look.now) return nothing;
  return html`<span class="age ${look.old ? 'old' : ''}">${say('manager.age', { n: look.age })}</span>`;
}

customElements.define('yc-manager', Manager);
await begin('yc-manager');
