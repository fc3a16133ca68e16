// What to bring, item by item; what may follow later says so.

import { html, nothing } from './part.js';
import { nameOf, say } from './words.js';

/** @param {Array} items catalogue entries with materials [{name, deferrable}] */
export function materials(items) {
  return items.map((item) => html`
    <section class="materials">
      ${items.length > 1 ? html`<h3>${nameOf(item)}</h3>` : nothing}
      ${item.materials.length
        ? html`<ul>${item.materials.map((one) => html`
            <li>${one.name}${one.deferrable ? html`<span class="tag">${say('materials.later')}</span>` : nothing}</li>`)}</ul>`
        : html`<p>${say('materials.none')}</p>`}
    </section>`);
}
