/** <yc-call>: calls one ticket by its number. Properties and events: form.js. */

import { html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { Form } from './form.js';

class Call extends Form {
  render() {
    return this.frame(say('act.call'), html`
      <label>${say('form.number')}<input class="first" required maxlength="16" autocomplete="off" inputmode="text"></label>`,
    () => this.wish('call', { ticket: this.querySelector('input').value.trim().toUpperCase() }));
  }
}

customElements.define('yc-call', Call);
