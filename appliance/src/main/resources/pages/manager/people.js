/**
 * <yc-people>: whom a part of a divided hall has, as a list for paper: should the part never come home, its people are found on it and
 * entered by hand.
 *
 * @property {object|null} part what this controller is while it is alone, as in /api/parts; null in the rest of the hall
 * @property {Array} people as in /api/parts
 */

import { Part, html, nothing } from '../parts/part.js';
import { live } from '../parts/live.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';
import { names } from './names.js';

class People extends Part {
  static properties = { part: {}, people: {} };

  render() {
    const { part, people } = this;
    return html`
      <section class="people">
        <div class="row">
          <h3 class="grow">${part ? say('parts.people', { node: part.node, n: people.length }) : say('parts.people.there', { n: people.length })}</h3>
          <button class="no-print" @click=${() => print()}>${say('parts.print')}</button>
        </div>
        <p class="only-print">${say('parts.printed', { at: clock(live.now(), true), day: live.hall?.day ?? '' })}</p>
        ${people.length ? this.#table() : html`<p class="empty">${say('parts.people.none')}</p>`}
      </section>`;
  }

  #table() {
    return html`
      <div class="table"><table>
        <thead><tr>${['number', 'items', 'taken', 'state'].map((name) => html`<th scope="col">${say(`parts.people.${name}`)}</th>`)}
          <th scope="col" class="only-print">${say('parts.people.done')}</th></tr></thead>
        <tbody>${this.people.map(row)}</tbody>
      </table></div>`;
  }
}

function row({ number, items, takenAt, state, window, priority }) {
  const at = window && live.hall?.windows.find(({ id }) => id === window);
  return html`
    <tr>
      <td class="number">${number}</td>
      <td>${items.map((item) => names.item(item)).join(say('list.comma'))}${priority ? html` <span class="tag">${names.group(priority)}</span>` : nothing}</td>
      <td>${clock(Date.parse(takenAt))}</td>
      <td>${say(`leg.${state}`)}${at ? ` · ${at.name}` : ''}</td>
      <td class="only-print"></td>
    </tr>`;
}

customElements.define('yc-people', People);
