/**
 * <yc-nodes>: the controllers of the hall: who leads, who is not well and why, how far each is behind. A node that is pressed opens its
 * panel. Satellites that are well are folded away when there are many: a large hall has thirty of them.
 */

import { repeat } from 'lit/directives/repeat.js';
import { Offline } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { say } from '../parts/words.js';
import { look } from './look.js';
import { lagWords } from './node-panel.js';
import { clockWrong, endsInDays, faultWords, inOrder, nobodyLeads, standing } from './roster.js';

const FOLDED_FROM = 8;
const COLUMNS = ['id', 'role', 'state', 'lag', 'address'];

class Nodes extends LivePart {
  connectedCallback() {
    super.connectedCallback();
    this.while(look.onLook(() => this.#looked()));
    this.while(look.start());
    this.every(1_000, () => look.old && this.requestUpdate());
  }

  #looked() {
    this.requestUpdate();
    const note = this.querySelector('yc-note');
    // Away is said by the head of the page and by the age of the list.
    if (look.failure && !(look.failure instanceof Offline)) note?.show(look.failure);
    else note?.clear();
  }

  render() {
    return html`
      <h2>${say('nodes.title')}</h2>
      <yc-note></yc-note>
      ${look.list ? this.#list(look.list) : html`<p class="empty" role="status">${say('loading')}</p>`}
      <yc-node-panel></yc-node-panel>`;
  }

  #list(list) {
    const nobody = nobodyLeads(list);
    const well = list.nodes.filter((node) => node.role === 'satellite' && node.state === 'up');
    const folded = well.length >= FOLDED_FROM ? new Set(well) : new Set();
    const shown = inOrder(list);
    return html`
      <div role="status">
        ${nobody ? html`<div class="note bad"><strong>${say(`nodes.nobody.${nobody.kind}`)}</strong>
          <p>${say(`nodes.nobody.${nobody.kind}.detail`, nobody)}</p><p class="hint">${say(`nodes.nobody.${nobody.kind}.hint`, nobody)}</p></div>` : nothing}
        ${look.old ? html`<p class="old">${say('nodes.old', { n: look.age })}</p>` : nothing}
      </div>
      ${this.#table(shown.filter((node) => !folded.has(node)), list)}
      ${folded.size ? html`<details><summary>${say('nodes.folded', { n: folded.size })}</summary>
        ${this.#table(shown.filter((node) => folded.has(node)), list)}</details>` : nothing}
      <p class="seen">${say(list.nodes.length === 1 ? 'nodes.one' : nobody ? 'nodes.seen.alone' : 'nodes.seen', { by: list.by, n: list.nodes.length })}</p>`;
  }

  #table(nodes, list) {
    return html`
      <table class="nodes">
        <thead><tr>${COLUMNS.map((name) => html`<th scope="col" class=${name}>${say(`node.${name}`)}</th>`)}<td></td></tr></thead>
        <tbody>${repeat(nodes, ({ id }) => id, (node) => this.#row(node, list))}</tbody>
      </table>`;
  }

  #row(node, list) {
    const is = standing(node, list);
    return html`
      <tr class=${node.state}>
        <th scope="row">${node.id} ${node.id === list.leader ? html`<span class="tag ok">${say('node.leads')}</span>` : nothing}
          ${node.id === live.hall?.node ? html`<span class="tag">${say('node.here')}</span>` : nothing}</th>
        <td>${say(`node.role.${node.role}`)}</td>
        <td><span class="state">${say(`node.state.${is}`)}</span>${why(node)}${wrongClock(node)}${soonOver(node)}</td>
        <td class="lag">${node.lag === undefined ? html`<span class="quiet">—</span>` : html`<span class="label">${say('node.lag')} </span>${lagWords(node)}`}</td>
        <td class="address">${node.address ?? ''}</td>
        <td><button aria-haspopup="dialog" aria-label=${say('node.manage.of', { node: node.id })}
          @click=${() => this.querySelector('yc-node-panel').open(node.id)}>${say('node.manage')}</button></td>
      </tr>`;
  }
}

/** What a person can do about it; the link's own line is in the panel. */
function why({ state, fault }) {
  const words = fault && faultWords(fault);
  const line = state === 'fenced' ? say('node.fenced.what') : words ? say(`node.fault.${words}`) : fault;
  return line ? html`<small class="fault">${line}</small>` : nothing;
}

/** The hall does not mind, but its own log lines and a take-over would. */
function wrongClock(node) {
  const wrong = clockWrong(node);
  return wrong ? html`<small class="fault">${say(`node.clock.${wrong.way}`, { t: say(`node.clock.${wrong.unit}`, wrong) })}</small>` : nothing;
}

/** The certificate of a node that ends soon: it should have been renewed long ago. */
function soonOver(node) {
  const n = endsInDays(node);
  return n === null ? nothing : html`<small class="ends">${n < 0 ? say('node.certificate.over') : say('node.certificate.soon', { n })}</small>`;
}

customElements.define('yc-nodes', Nodes);
