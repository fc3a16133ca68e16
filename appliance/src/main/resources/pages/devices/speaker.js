/**
 * <yc-speaker>: the last sentences a speaker said, the newest first.
 *
 * @property {object} device
 */

import { html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { DevicePart } from './device.js';

const SENTENCES_MAX = 6;

class Speaker extends DevicePart {
  render() {
    if (!this.content) return html`${this.heading()}${this.loading()}`;
    const said = this.content.said.toReversed().slice(0, SENTENCES_MAX);
    return html`
      ${this.heading()}
      ${said.length ? html`<ul class="said">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : html`<p class="empty">${say('devices.nothingSaid')}</p>`}`;
  }
}

customElements.define('yc-speaker', Speaker);
