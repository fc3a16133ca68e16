/**
 * <yc-place>: the number, how it stands, and why it stands there. Called now fills the screen with the window's name.
 *
 * @property {object} mine the Mine of this page
 */

import { divisionOf, isStale } from '../parts/division.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { outlook } from '../parts/outlook.js';
import { windowOf } from '../parts/window-of.js';
import { nameOf, say } from '../parts/words.js';

class Place extends LivePart {
  static properties = { mine: {} };

  render() {
    const { ticket } = this.mine;
    const window = windowOf(ticket);
    const waits = ticket.state === 'waiting' && !isStale(divisionOf(live.hall), ticket);
    return html`
      <section class="card state ${ticket.state}" aria-live="assertive">
        <p class="soft">${say('phone.number')}</p>
        <p class="number huge">${ticket.number}</p>
        <p class="what">${say(window || ticket.state === 'no-show' ? `phone.${ticket.state}` : `state.${ticket.state}`, { window: window?.name })}</p>
        ${ticket.state === 'called' || ticket.state === 'held' ? this.#where(window) : nothing}
        ${waits ? outlook(ticket) : nothing}
        ${ticket.count > 1 ? html`<p>${say('phone.count', { n: ticket.count })}</p>` : nothing}
        ${ticket.why && waits
          ? html`<details open><summary>${say('phone.why')}</summary><p>${ticket.why}</p></details>` : nothing}
      </section>`;
  }

  #where(window) {
    const zone = this.mine.zone(window);
    if (!zone) return nothing;
    const place = (document.documentElement.lang === 'en' && zone.placeEn) || zone.place;
    return html`<p class="where">${nameOf(zone)}${place ? ` · ${place}` : ''}</p>`;
  }
}

customElements.define('yc-place', Place);
