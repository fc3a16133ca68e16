/**
 * <yc-parts>: a divided hall. Who is cut off since when and what of it can be decided here, the people of a part to be printed, and
 * what both parts did, to be looked at once it is one hall again. Nothing to say: not there.
 *
 * @property {object} now drawn again with it: the parts are read with the figures
 */

import { Offline, Unsettled, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock, minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';
import { repeat } from 'lit/directives/repeat.js';
import { sentenceOf } from './conflict.js';
import { look } from './look.js';
import { parts } from './parts.js';
import './people.js';

class PartsCard extends LivePart {
  static properties = { now: {}, sure: { state: true } };

  #unsettled = new Unsettled();

  constructor() {
    super();
    this.sure = null; // what is asked about once more, by its path
  }

  async #act(path, done) {
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    try {
      await post(path, {}, this.#unsettled.keyFor(path));
      this.#unsettled.settle();
      this.sure = null;
      note.tell(done);
    } catch (failure) {
      if (!(failure instanceof Offline)) this.#unsettled.settle();
      note.show(failure);
    }
    parts.forget();
    look.again();
  }

  render() {
    const { island, cutOff, people } = parts.now;
    return html`
      <div class=${parts.any ? 'card parts' : 'parts'}>
        ${parts.any ? html`<h2>${say(island || cutOff.length ? 'parts' : 'parts.whole')}</h2>` : nothing}
        <yc-note></yc-note>
        ${island ? alone(island) : cutOff.map((one) => this.#cut(one))}
        ${island || people.length ? html`<yc-people .part=${island} .people=${people}></yc-people>` : nothing}
        ${parts.conflicts.length ? this.#conflicts() : nothing}
      </div>`;
  }

  #cut({ node, since, windows }) {
    const there = windows.map(windowOf);
    return html`
      <section class="cut">
        <h3>${say('parts.cut', { node, at: clock(Date.parse(since)), n: minutesSince(since, live.now()) })}</h3>
        <p>${say('parts.cut.what', { windows: there.map((window) => window.name).join(say('list.comma')) })}</p>
        <ul class="list">${there.filter((window) => window.ticket).map((window) => this.#held(window))}</ul>
        ${this.#twice(`/api/nodes/${encodeURIComponent(node)}/give-up`, say('parts.giveUp', { node }), say('parts.giveUp.sure', { node }), say('parts.giveUp.done', { node }))}
      </section>`;
  }

  /** A ticket at a window that is out of reach: only a manager may take it from there. */
  #held({ id, name, state, ticket: { number } }) {
    return html`
      <li><span class="number">${number}</span> ${say(`parts.at.${state}`, { window: name })}
        ${this.#twice(`/api/windows/${encodeURIComponent(id)}/release`, say('parts.release'), say('parts.release.sure', { window: name, number }), say('parts.release.done', { number }))}</li>`;
  }

  /** An act that is asked about once more before it is done. */
  #twice(path, act, question, done) {
    if (this.sure !== path) return html`<button @click=${() => (this.sure = path)}>${act}</button>`;
    return html`
      <div class="note plain" role="alertdialog" aria-label=${act}>
        <p>${question}</p>
        <div class="row">
          <button class="danger" aria-disabled=${!live.online} @click=${() => this.#act(path, done)}>${say('parts.yes', { act })}</button>
          <button @click=${() => (this.sure = null)}>${say('parts.no')}</button>
        </div>
      </div>`;
  }

  #conflicts() {
    return html`
      <section class="conflicts">
        <h3>${say('parts.conflicts', { n: parts.conflicts.length })}</h3>
        <p>${say('parts.conflicts.what')}</p>
        <ul class="list">${repeat(parts.conflicts, (one) => one.id, (one) => this.#conflict(one))}</ul>
      </section>`;
  }

  #conflict(conflict) {
    const { what, todo } = sentenceOf(conflict, windowOf, say, clock);
    return html`
      <li class="row">
        <div class="grow"><strong>${what}</strong><small>${todo}</small></div>
        <button aria-disabled=${!live.online} aria-label=${`${say('parts.settle')} ${conflict.number}`}
          @click=${() => this.#act(`/api/conflicts/${encodeURIComponent(conflict.id)}/settle`, say('parts.settled', { number: conflict.number }))}>${say('parts.settle')}</button>
      </li>`;
  }
}

function alone({ node, since, letters, windows }) {
  return html`
    <section class="cut">
      <h3>${say('parts.alone', { node, at: clock(Date.parse(since)), n: minutesSince(since, live.now()) })}</h3>
      <p>${say('parts.alone.what', { letter: letters[0], windows: windows.map((id) => windowOf(id).name).join(say('list.comma')) })}</p>
      <p>${say('parts.alone.home')}</p>
    </section>`;
}

/** A window of the hall; one that is not configured any more has its id for a name. */
const windowOf = (id) => live.hall.windows.find((window) => window.id === id) ?? { id, name: say('board.window', { id }) };

customElements.define('yc-parts', PartsCard);
