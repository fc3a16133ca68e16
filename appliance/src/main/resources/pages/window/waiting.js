/**
 * <yc-waiting>: who waits for this window, in the order they would be called, and why. Two thousand waiting are a number and
 * the first thirty.
 *
 * @property {object|null} line {total, waiting}; null while it is being read
 * @property {Map} items; @property {Map} groups the catalogue
 * @property {string} why nobody can be called by hand now; empty when one can
 * @fires wish {detail: {name: 'call', body}}
 */

import { Part, html, nothing } from '../parts/part.js';
import { nameOf, say } from '../parts/words.js';

class Waiting extends Part {
  static properties = { line: {}, items: {}, groups: {}, why: {} };

  constructor() {
    super();
    [this.line, this.items, this.groups, this.why] = [null, new Map(), new Map(), ''];
  }

  #call(ticket) {
    this.dispatchEvent(new CustomEvent('wish', { detail: { name: 'call', body: { ticket: ticket.id }, why: this.why }, bubbles: true }));
  }

  #row(ticket) {
    const item = this.items.get(ticket.item);
    const group = this.groups.get(ticket.priority);
    return html`
      <tr>
        <td class="number">${ticket.number}</td>
        <td>${item ? nameOf(item) : ticket.item}${group ? html` <span class="tag group">${nameOf(group)}</span>` : nothing}<p class="why">${ticket.why}</p></td>
        <td><button aria-label=${say('act.call.number', { number: ticket.number })} title=${this.why || nothing} aria-disabled=${Boolean(this.why)}
          @click=${() => this.#call(ticket)}>${say('act.call.one')}</button></td>
      </tr>`;
  }

  render() {
    const { line } = this;
    if (!line) return html`<section class="card line"><p class="empty" role="status">${say('loading')}</p></section>`;
    return html`
      <section class="card line" aria-label=${say('window.waiting', { n: line.total })} tabindex="0">
        <h2>${say('window.waiting', { n: line.total })}</h2>
        ${line.waiting.length === 0 ? html`<p class="empty">${say('window.waiting.none')}</p>` : html`
          <table>
            <thead><tr>${['number', 'why', 'call'].map((name) => html`<th scope="col">${say(`window.waiting.${name}`)}</th>`)}</tr></thead>
            <tbody>${line.waiting.map((ticket) => this.#row(ticket))}</tbody>
          </table>`}
        ${line.total > line.waiting.length ? html`<p class="empty">${say('window.waiting.more', { n: line.waiting.length })}</p>` : nothing}
      </section>`;
  }
}

customElements.define('yc-waiting', Waiting);
