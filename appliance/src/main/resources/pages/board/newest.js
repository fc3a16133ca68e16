/**
 * <yc-newest>: the newest call, as large as the screen allows. It flashes once a second for a while, if it is news; a person who
 * asked for less motion sees it lit instead. Without a call it says so.
 *
 * @property {import('./calls.js').Call|null} call
 * @property {boolean} news just called, and heard as it happened
 * @property {boolean} lit the bright half of a flash
 * @property {boolean} open whether the hall's day is open
 */

import { Part, html, nothing } from '../parts/part.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';
import { fitted, windowName } from './names.js';

class Newest extends Part {
  static properties = { call: {}, news: { type: Boolean }, lit: { type: Boolean }, open: { type: Boolean } };

  render() {
    if (!this.call) {
      return html`
        <div class="newest none" role="status">
          <p>${say(this.open ? 'board.noCalls' : 'board.closed')}</p>
          ${this.open ? html`<p class="soft">${say('board.noCalls.hint')}</p>` : nothing}
        </div>`;
    }
    const { text, size } = fitted(windowName(this.call), 8, 14);
    return html`
      <div class="newest ${this.news ? 'news' : ''} ${this.lit ? 'lit' : ''}" role="status">
        <span class="number">${this.call.number}</span>
        <span class="to">${say('board.to')}</span>
        <span class="at ${size}">${text}</span>
        <time class="when">${clock(this.call.at)}</time>
      </div>`;
  }
}

customElements.define('yc-newest', Newest);
