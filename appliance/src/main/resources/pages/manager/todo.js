/**
 * <yc-todo>: what needs the manager now, worst first (watch.js says what, todo-lines.js how). Help calls are answered here, and the
 * hall's time is confirmed here; everything else leads to the place where something can be done.
 *
 * @property {object} now as /api/manager
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { say } from '../parts/words.js';
import { busy } from './busy.js';
import { look } from './look.js';
import { parts } from './parts.js';
import { LINES } from './todo-lines.js';
import { watch } from './watch.js';

const REDRAW_MS = 15_000; // minutes pass by themselves
const SHOWN_MAX = 5; // of one kind: the sixth idle window tells nothing new

class Todo extends LivePart {
  static properties = { now: {} };

  #unsettled = new Unsettled();

  connectedCallback() {
    super.connectedCallback();
    this.every(REDRAW_MS, () => this.requestUpdate());
  }

  async #act(path, body) {
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    try {
      await post(path, body, this.#unsettled.keyFor(path));
      this.#unsettled.settle();
      look.again();
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
  }

  render() {
    const facts = watch(live.hall, this.now, live.now(), busy, parts.conflicts.length);
    return html`
      <h2>${say('manager.todo')}</h2>
      <yc-note></yc-note>
      ${facts.length ? nothing : html`<p class="empty">${say('manager.todo.none')}</p>`}
      <ul class="todo">${[...Map.groupBy(facts, (fact) => fact.kind).values()].map((same) => this.#lines(same))}</ul>`;
  }

  /** All of one kind; calls for help are never left out. */
  #lines(same) {
    const [{ kind }] = same;
    const shown = kind === 'help' ? same : same.slice(0, SHOWN_MAX);
    const rest = same.length - shown.length;
    return html`
      ${shown.map((fact) => html`<li class=${fact.grave ? 'grave' : ''}>${LINES[kind](fact, (path, body) => this.#act(path, body))}</li>`)}
      ${rest ? html`<li>${say(`manager.todo.more.${kind}`, { n: rest })}</li>` : nothing}`;
  }
}

customElements.define('yc-todo', Todo);
