/**
 * <yc-note>: what went wrong, said once and near the finger: what happened, why, what to do (the problem's title, detail and
 * hint). Methods: show(error), tell(text), warn(text), clear().
 */

import { Offline, Problem } from './api.js';
import { Part, html, nothing } from './part.js';
import { say } from './words.js';

class Note extends Part {
  static properties = { lines: { state: true }, kind: { state: true } };

  constructor() {
    super();
    this.lines = [];
    this.kind = 'plain';
  }

  show(error) {
    [this.kind, this.lines] = ['bad', linesOf(error)];
  }

  /** Something to know, not a mistake. */
  tell(text) {
    [this.kind, this.lines] = ['plain', [text]];
  }

  /** A mistake in the page's own words. */
  warn(text) {
    [this.kind, this.lines] = ['bad', [text]];
  }

  clear() {
    this.lines = [];
  }

  render() {
    const [title, detail, hint] = this.lines;
    // The region is always there: a screen reader speaks what is put into a region it already knows.
    return html`<div role="alert">${title ? html`
      <div class="note ${this.kind}">
        <strong>${title}</strong>
        ${detail ? html`<p>${detail}</p>` : nothing}
        ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      </div>` : nothing}</div>`;
  }
}

function linesOf(error) {
  if (error instanceof Problem) return [error.message, error.detail, error.hint];
  if (error instanceof Offline) return [say('error.offline'), say('error.offline.detail'), say('error.offline.hint')];
  console.error(error);
  return [say('error.page'), String(error), say('error.page.hint')];
}

customElements.define('yc-note', Note);
