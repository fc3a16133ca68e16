/**
 * <yc-help-line page="kiosk">: one line at the foot of a page for the one thing that goes wrong most there.
 *
 * @attr page whose line: words `help.<page>`
 */

import { Part, html } from './part.js';
import { say } from './words.js';

class HelpLine extends Part {
  static properties = { page: {} };

  render() {
    return html`<footer class="help-line"><span aria-hidden="true">？</span> ${say(`help.${this.page}`)}</footer>`;
  }
}

customElements.define('yc-help-line', HelpLine);
