/**
 * <yc-zones>: how many wait where, and how many windows are open there; where none is, it says so.
 *
 * @property {object} hall as /api/hall
 * @property {object} catalogue as /api/items
 * @property {string[]} zones the zones this board is for; none: the whole hall
 */

import { servedHere } from '../parts/division.js';
import { Part, html } from '../parts/part.js';
import { nameOf, say } from '../parts/words.js';
import { fitted } from './names.js';

const OPEN = new Set(['idle', 'called', 'serving']);

class Zones extends Part {
  static properties = { hall: {}, catalogue: {}, zones: {} };

  #rows = [];

  willUpdate() {
    this.#rows = this.catalogue ? rowsOf(this.hall, this.catalogue, this.zones) : [];
  }

  render() {
    const waiting = this.catalogue ? this.#rows.reduce((sum, row) => sum + row.waiting, 0) : servedHere(this.hall).waiting.length;
    return html`
      <div class="zone-rows">
        <table>
          <thead><tr><th class="total">${say('board.waiting')} <strong>${waiting}</strong></th><th class="figure">${say('board.waits')}</th><th class="figure">${say('board.open')}</th></tr></thead>
          <tbody>${this.#rows.map(row)}</tbody>
        </table>
      </div>`;
  }

  updated() {
    this.style.setProperty('--rows', Math.max(5, this.#rows.length + 1.5));
  }
}

function row({ name, waiting, open, paused, cut }) {
  const { text, size } = fitted(name, 15, 23);
  return html`
    <tr>
      <td><span class="zone ${size}">${text}</span></td>
      <td class="figure">${waiting}</td>
      <td class="figure ${open ? '' : 'shut'}">${open || say(cut ? 'board.cut' : paused ? 'board.paused' : 'board.shut')}</td>
    </tr>`;
}

/** The zones in which somebody can wait: one with self-service terminals only has no queue. */
export function rowsOf(hall, catalogue, wanted) {
  const zoneOfItem = new Map(catalogue.items.map((item) => [item.code, item.zone]));
  const queued = new Set(zoneOfItem.values());
  const { windows, waiting: people } = servedHere(hall);
  const waiting = count(people.map((ticket) => zoneOfItem.get(ticket.items[0])));
  const open = count(windows.filter((window) => OPEN.has(window.state)).map((window) => window.zone));
  const paused = count(windows.filter((window) => window.state === 'paused').map((window) => window.zone));
  const cut = count(hall.windows.filter((window) => window.cutOff).map((window) => window.zone));
  return catalogue.zones
    .filter((zone) => queued.has(zone.id) && (!wanted.length || wanted.includes(zone.id)))
    .map((zone) => ({ name: nameOf(zone), waiting: waiting.get(zone.id) ?? 0, open: open.get(zone.id) ?? 0, paused: paused.has(zone.id), cut: cut.has(zone.id) }));
}

function count(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}

customElements.define('yc-zones', Zones);
