/**
 * <yc-node-form>: a one-time code for a further controller, with the line to type on the new machine. The code is shown here once, with
 * how long it is good, until the node has joined.
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';
import { copyText } from './copy.js';
import { look } from './look.js';
import { doors, freeName, joinLine } from './roster.js';

class NodeForm extends LivePart {
  static properties = { made: { state: true }, copied: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.made = null; // as POST /api/nodes answers
    this.copied = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(look.onLook(() => this.requestUpdate()));
    this.every(5_000, () => this.made && this.requestUpdate());
  }

  async #make(event) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    note.clear();
    const wish = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]));
    wish.node ||= this.#freeName();
    try {
      this.made = await post('/api/nodes', wish, this.#unsettled.keyFor(wish));
      this.#unsettled.settle();
      this.copied = false;
      event.target.reset();
      await look.again(); // a hall of one has its address for others only now
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  #freeName() {
    return freeName([...(look.list?.nodes ?? []), ...(this.made ? [{ id: this.made.node }] : [])]);
  }

  async #copy() {
    this.copied = await copyText(this.querySelector('.line'));
  }

  render() {
    return html`
      <h2>${say('join.title')}</h2>
      <p class="quiet">${say('join.what')}</p>
      <yc-note></yc-note>
      <form class="row" @submit=${this.#make}>
        <label class="grow">${say('join.node')}
          <input name="node" maxlength="32" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=${this.#freeName()}></label>
        <label class="grow">${say('join.role')}
          <select name="role">${['voter', 'satellite'].map((role) => html`<option value=${role}>${say(`join.role.${role}`)}</option>`)}</select></label>
        <button class="primary">${say('join.make')}</button>
      </form>
      <div aria-live="polite">${this.made ? this.#made(this.made) : nothing}</div>`;
  }

  #made(made) {
    const { node, role, code, expires } = made;
    if (look.list?.nodes.some(({ id }) => id === node)) return html`<p class="note good">${say('join.joined', { node })}</p>`;
    const until = Date.parse(expires);
    const left = Math.floor((until - live.now()) / 60_000 / (live.hall?.clockRate ?? 1));
    if (live.hall && left <= 0) return html`<p class="note bad">${say('join.over', { node })}</p>`;
    return html`
      <div class="made">
        <p>${say('join.made', { node, role: say(`node.role.${role}`) })}</p>
        <code class="code">${code}</code>
        <p>${say('join.until', { at: clock(until), n: live.hall ? left : '—' })}</p>
        ${look.list && doors(look.list).length ? this.#line(joinLine(made, look.list)) : nothing}
      </div>`;
  }

  /** Only when the list says where to join: a hall of one has its address in it a moment after its first code. */
  #line(line) {
    return html`
        <p>${say('join.line')}</p>
        <code class="line">${inWords(line)}</code>
        <button @click=${this.#copy}>${say(this.copied ? 'join.copied' : 'join.copy')}</button>`;
  }
}

/** A line that breaks between its words only, however many hyphens they have. */
const inWords = (line) => line.split(' ').map((word, i) => html`${i ? ' ' : nothing}<span>${word}</span>`);

customElements.define('yc-node-form', NodeForm);
