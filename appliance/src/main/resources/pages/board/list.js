/**
 * <yc-calls>: the other calls, in one column or two. Who is waited for comes first; if they do not fit they are shown in turn, with
 * the page said, and nothing moves. What room is left is for the last calls, whose people are being served.
 *
 * @property {import('./calls.js').Call[]} calls who is waited for first, each kind newest first
 * @property {number} now this browser's time, so that pages turn
 */

import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { turned } from './calls.js';
import { fitted, windowName } from './names.js';

const upright = matchMedia('(orientation: portrait)');
const rowsMax = () => (upright.matches ? 6 : 8);
const ONE_COLUMN = 4;
const TURN_MS = 8_000;

class CallList extends Part {
  static properties = { calls: {}, now: { type: Number } };

  #rows = ONE_COLUMN;

  constructor() {
    super();
    this.calls = [];
    this.now = 0;
  }

  render() {
    const room = 2 * rowsMax();
    const called = this.calls.filter((call) => call.called);
    const { page, pages, size, shown } = turned(called.length > room ? called : this.calls.slice(0, room), room, TURN_MS, this.now);
    const columns = size > ONE_COLUMN ? 2 : 1;
    this.#rows = Math.max(ONE_COLUMN, Math.ceil(size / columns));
    return html`
      <ol class="lines columns-${columns}">${shown.map(line)}</ol>
      ${pages > 1 ? html`<p class="pages">${say('board.pages', { page: page + 1, pages, n: called.length })}</p>` : nothing}`;
  }

  updated() {
    this.style.setProperty('--rows', this.#rows);
  }
}

function line(call) {
  const { text, size } = fitted(windowName(call), 8, 12);
  return html`
    <li class="line ${call.called ? '' : 'served'}">
      <span class="number">${call.number}</span>
      <span class="at ${size}">${text}</span>
      ${call.called ? nothing : html`<span class="state">${say('board.serving')}</span>`}
    </li>`;
}

customElements.define('yc-calls', CallList);
