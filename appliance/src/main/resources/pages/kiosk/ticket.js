/**
 * <yc-kiosk-ticket>: the third screen: the number, how long, where to sit, whether the paper came out. It leaves by itself.
 *
 * @property {Catalogue} catalogue
 * @property {object} ticket as POST /api/tickets answered
 * @property {object} wish what it is for; empty for a return visit
 * @fires home
 */

import { divisionOf, isOf, listed } from '../parts/division.js';
import { live } from '../parts/live.js';
import { outlook } from '../parts/outlook.js';
import { Part, html } from '../parts/part.js';
import { nameOf, say } from '../parts/words.js';
import './leave.js';
import './paper.js';

const STAY_SECONDS = 30;
const STAY_SECONDS_UNPRINTED = 60; // the number must be remembered or photographed

class KioskTicket extends Part {
  static properties = { catalogue: {}, ticket: {}, wish: {}, unprinted: { state: true } };

  render() {
    const { ticket, wish, catalogue } = this;
    const first = wish.theme ? catalogue.all(wish.theme.legs)[0] : wish.items?.[0];
    return html`
      <div class="taken">
        <p>${say('kiosk.yourNumber')}</p>
        <p class="number huge">${ticket.number}</p>
        <p class="for">${first ? nameOf(wish.theme ?? first) : say('kiosk.returning')}</p>
        ${alone(ticket)}
        ${outlook(ticket)}
        <p class="sit">${where(catalogue, ticket, first)}</p>
        <figure class="qr">
          <img src="/api/tickets/${ticket.link}/qr" alt=${say('kiosk.qr')} width="320" height="320">
          <figcaption>${say('kiosk.qr.how')}</figcaption>
        </figure>
        <yc-paper .ticket=${ticket.id} .known=${ticket.id} expected @failed=${() => (this.unprinted = true)}></yc-paper>
        <yc-leave .seconds=${this.unprinted ? STAY_SECONDS_UNPRINTED : STAY_SECONDS} @home=${() => this.dispatchEvent(new CustomEvent('home'))}></yc-leave>
      </div>`;
  }
}

/** A number that only this part of the hall calls, as long as it is cut off. */
function alone(ticket) {
  const division = divisionOf(live.hall);
  if (!division || !isOf(division, ticket)) return '';
  return html`<p class="note alone">${say('kiosk.alone.ticket', { windows: listed(division.own, say) })}</p>`;
}

/** Where the first of its items is waited for, as far as it is known. */
function where(catalogue, ticket, first) {
  const zone = first && catalogue.zoneOf(first);
  if (!zone) return say('kiosk.listen');
  const place = document.documentElement.lang === 'en' ? zone.placeEn : zone.place;
  return html`${say('kiosk.sit', { zone: nameOf(zone) })} <strong>${place}</strong><br>${say('kiosk.listen')}`;
}

customElements.define('yc-kiosk-ticket', KioskTicket);
