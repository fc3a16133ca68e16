/**
 * <yc-script>: who decides whom to call: the built-in policy or a script; and what went wrong in scripts: which line, why, when. Each
 * time the built-in policy has answered instead, so nobody waited for it.
 *
 * @property {object} now as /api/manager
 */

import { Part, html, nothing } from '../parts/part.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';

const SHOWN = 5;

class Script extends Part {
  static properties = { now: {} };

  render() {
    const { script, scriptFaults } = this.now;
    return html`
      <h2>${say('manager.script')}</h2>
      <p>${script ? say('manager.script.on', { name: script }) : say(scriptFaults.length ? 'manager.script.off' : 'manager.script.none')}</p>
      ${scriptFaults.length > SHOWN ? html`<p>${say('manager.script.faults', { n: scriptFaults.length, shown: SHOWN })}</p>` : nothing}
      ${scriptFaults.slice(-SHOWN).reverse().map((fault) => html`
        <div class="note bad">
          <strong>${say(fault.line ? 'manager.script.line' : 'manager.script.fault', { at: clock(Date.parse(fault.at)), script: fault.script, line: fault.line })}</strong>
          <p>${fault.message}</p>
        </div>`)}`;
  }
}

customElements.define('yc-script', Script);
