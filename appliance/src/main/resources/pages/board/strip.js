/**
 * <yc-strip>: one line under the calls: the hall's notices, one at a time and never moving; when the hall is divided, whose numbers
 * are called here; when it is not heard, that, and of what time the rest is.
 *
 * @property {object} hall as /api/hall
 * @property {boolean} online
 * @property {number} now this browser's time, so that notices take turns
 */

import { divisionOf, listed } from '../parts/division.js';
import { Part, html, nothing } from '../parts/part.js';
import { clock } from '../parts/time.js';
import { languageNow, say } from '../parts/words.js';
import { turned } from './calls.js';

const TURN_MS = 12_000;

class Strip extends Part {
  static properties = { hall: {}, online: { type: Boolean }, now: { type: Number } };

  render() {
    if (!this.online) return html`<p class="strip offline" role="alert">${say('board.offline', { at: clock(Date.parse(this.hall.at)) })}</p>`;
    const division = divisionOf(this.hall);
    if (division) return html`<p class="strip divided" role="status">${divided(division)}</p>`;
    const notices = this.hall.notices.filter(({ where }) => where.includes('board'));
    const [notice] = turned(notices, 1, TURN_MS, this.now).shown;
    if (!notice) return nothing;
    const text = (languageNow() === 'en' && notice.textEn) || notice.text;
    return html`<p class="strip">${text}</p>`;
  }
}

function divided({ alone, letter, away }) {
  return alone ? say('board.alone', { letter }) : say('board.away', { windows: listed(away, say) });
}

customElements.define('yc-strip', Strip);
