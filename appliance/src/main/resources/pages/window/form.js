/**
 * What the forms of the console share: a title, fields, one button that does it and one that leaves it. Esc leaves it too.
 *
 * @property {object} here of here.js; @property {number} version of it
 * @fires wish {detail: {name, body}} what shall be done; @fires leave
 */

import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

export class Form extends Part {
  static properties = { here: {}, version: {} };

  constructor() {
    super();
    [this.here, this.version] = [null, 0];
  }

  async firstUpdated() {
    const first = this.querySelector('.first');
    await first.updateComplete; // a field of its own element is not there yet
    first.focus();
  }

  wish(name, body) {
    this.dispatchEvent(new CustomEvent('wish', { detail: { name, body }, bubbles: true }));
  }

  leave() {
    this.dispatchEvent(new CustomEvent('leave', { bubbles: true }));
  }

  /** @param {string} title; @param {unknown} fields; @param {() => void} done; @param {string} why it cannot be done yet */
  frame(title, fields, done, why = '') {
    const submit = (event) => {
      event.preventDefault();
      if (!why && !this.here.act) done();
    };
    return html`
      <form class="card" @submit=${submit}>
        <h2>${title}</h2>
        ${fields}
        <p class="why-not" role="status">${why}</p>
        <div class="row">
          <button class="primary grow" aria-disabled=${Boolean(why || this.here.act)}>${say('form.do')} <kbd>Enter</kbd></button>
          <button type="button" class="grow" @click=${this.leave}>${say('form.not')} <kbd>Esc</kbd></button>
        </div>
      </form>`;
  }
}
