/**
 * <yc-node-panel>: one controller: all that is known of it, and what can be done with it. Each act says first what it will do and is
 * confirmed by a second key; one that cannot be done says why. Method: open(node).
 */

import { Offline, Unsettled, post, remove } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { look } from './look.js';
import { acts, faultWords, standing } from './roster.js';

class NodePanel extends LivePart {
  static properties = { node: { state: true }, sure: { state: true }, doing: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.node = null; // the name
    this.sure = null; // the act that was pressed once
    this.doing = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(look.onLook(() => this.requestUpdate()));
  }

  async open(node) {
    this.node = node;
    this.sure = null;
    await this.updateComplete;
    this.querySelector('yc-note').clear();
    this.querySelector('dialog').showModal();
  }

  #close() {
    this.querySelector('dialog').close();
  }

  #beside(event) {
    if (event.target === event.currentTarget) this.#close();
  }

  async #ask(act) {
    this.sure = act;
    await this.updateComplete;
    this.querySelector('.confirm button')?.focus();
  }

  async #do(act) {
    if (this.doing) return;
    this.doing = true;
    const note = this.querySelector('yc-note');
    note.clear();
    try {
      const key = this.#unsettled.keyFor(act.kind, act.path);
      await (act.kind.startsWith('retire') ? remove(act.path, key) : post(act.path, act.body ?? {}, key));
      this.#unsettled.settle();
      this.sure = null;
      note.tell(say(`node.done.${act.kind}`, { node: act.node }));
      await look.again();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
    this.doing = false;
  }

  render() {
    const node = look.list?.nodes.find(({ id }) => id === this.node);
    return html`
      <dialog class="node" aria-labelledby="node-title" @click=${this.#beside}>
        ${this.node === null ? nothing : html`
          <div class="node-body">
            <div class="row">
              <h2 id="node-title" class="grow">${this.node}</h2>
              <button @click=${this.#close}>${say('node.close')} <kbd>Esc</kbd></button>
            </div>
            <yc-note></yc-note>
            ${node ? html`${this.#facts(node)}${this.#acts()}` : html`<p>${say('node.gone', { node: this.node })}</p>`}
          </div>`}
      </dialog>`;
  }

  #facts(node) {
    const { leader } = look.list;
    const words = node.fault && faultWords(node.fault);
    const marks = [node.id === leader && say('node.leads'), node.id === live.hall?.node && say('node.here.long')].filter(Boolean);
    const facts = [
      ['role', [say(`node.role.${node.role}`), ...marks].join('，')],
      ['state', [say(`node.state.${standing(node, look.list)}`), node.state === 'fenced' && say('node.fenced.what')].filter(Boolean).join('：')],
      ...(node.fault ? [['fault', html`${words ? say(`node.fault.${words}`) : nothing} <code>${node.fault}</code>`]] : []),
      ['lag', node.lag === undefined ? say('node.lag.unknown') : lagWords(node)],
      ['address', node.address ?? say('node.address.none')],
      ...(node.certificateUntil ? [['certificate', say('node.certificate.until', { day: day(Date.parse(node.certificateUntil)) })]] : []),
    ];
    return html`<dl>${facts.map(([name, value]) => html`<dt>${say(`node.${name}`)}</dt><dd>${value}</dd>`)}</dl>`;
  }

  #acts() {
    return html`<ul class="acts">${acts(this.node, look.list).map((act) => html`
      <li>${this.sure?.path === act.path && this.sure.kind === act.kind ? this.#confirm(act) : this.#offer(act)}</li>`)}</ul>`;
  }

  #offer(act) {
    const why = act.why && say(`node.why.${act.why}`, { node: act.node });
    return html`
      <button class=${act.kind.startsWith('retire') ? 'danger' : ''} aria-disabled=${Boolean(why)}
        @click=${() => why || this.#ask(act)}>${say(`node.do.${act.kind}`, { node: act.node })}</button>
      <small>${why || say(`node.do.${act.kind}.what`, { node: act.node })}</small>`;
  }

  #confirm(act) {
    return html`
      <div class="confirm" role="group" aria-label=${say(`node.do.${act.kind}`, { node: act.node })}>
        <p>${say(`node.sure.${act.kind}`, { node: act.node, leader: look.list.leader ?? '—', without: act.body?.without.join('、') })}</p>
        <div class="row">
          <button @click=${() => (this.sure = null)}>${say('node.no')}</button>
          <button class=${act.kind.startsWith('retire') ? 'danger' : 'primary'} aria-disabled=${this.doing}
            @click=${() => this.#do(act)}>${say(this.doing ? 'node.doing' : `node.yes.${act.kind}`, { node: act.node })}</button>
        </div>
      </div>`;
  }
}

/** How many commands a node has yet to get. */
export const lagWords = ({ lag }) => say('node.lag.n', { n: lag.toLocaleString('en') });

customElements.define('yc-node-panel', NodePanel);
