/**
 * <yc-windows>: every window in its place: what it does, since when, for whom, by whom. Each is a link to its console, where a manager
 * may take over. One that serves far too long, or whose call nobody answers, stands out.
 *
 * @property {object} now drawn again with it: what windows are busy with is known then
 */

import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';
import { busy } from './busy.js';
import { names } from './names.js';
import { pressable } from './press.js';
import { long, unanswered } from './watch.js';

const STATES = ['serving', 'called', 'idle', 'paused', 'closed'];
const REDRAW_MS = 15_000; // minutes pass by themselves

class Windows extends LivePart {
  static properties = { now: {} };

  connectedCallback() {
    super.connectedCallback();
    this.every(REDRAW_MS, () => this.requestUpdate());
  }

  render() {
    const { windows } = live.hall;
    const at = live.now();
    return html`
      <h2>${say('manager.windows')}</h2>
      <div class="row states">${STATES.map((state) => {
        const n = windows.filter((window) => window.state === state && !window.cutOff).length;
        const title = say(`window.${state}`);
        return pressable(html`<span class="dot ${state}"></span>${title} <strong>${n}</strong>`, { title: `${say('manager.windows')} · ${title}`, figure: 'windows', state });
      })}</div>
      <ul class="windows">${windows.map((window) => tile(window, at))}</ul>`;
  }
}

function tile(window, at) {
  if (window.cutOff) return away(window);
  const slow = long(window, at, busy);
  const late = slow || unanswered(window, at);
  const since = minutesSince(window.since, at);
  return html`
    <li>
      <a class="window ${window.state} ${late ? 'late' : ''}" href="/window/${encodeURIComponent(window.id)}">
        <span class="first"><span>${window.name}</span> <strong>${say(`window.${window.state}`)}</strong></span>
        ${window.state === 'closed' ? nothing : html`
          <span class="second">
            ${window.ticket ? html`<span class="number">${window.ticket.number}</span>` : nothing}
            <span class="since">${say('manager.minutes', { n: since })}</span>
            ${window.staff ? html`<span>${names.person(window.staff)}</span>` : nothing}
          </span>
          ${slow ? html`<span class="third">${say('manager.usual', { n: busy(window).usual })}</span>` : nothing}`}
      </a>
    </li>`;
}

/** Another part of a divided hall has it: how it stood at the cut is history. */
function away(window) {
  return html`
    <li><a class="window away" href="#parts">
      <span class="first"><span>${window.name}</span> <strong>${say('manager.window.away')}</strong></span>
      ${window.ticket ? html`<span class="second"><span class="number">${window.ticket.number}</span></span>` : nothing}
    </a></li>`;
}

customElements.define('yc-windows', Windows);
