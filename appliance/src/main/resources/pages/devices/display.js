/**
 * <yc-display>: a display as an LED panel: the number large, the lines below it.
 *
 * @property {object} device
 * @property {boolean} compact one of many: without its heading
 */

import { html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { DevicePart } from './device.js';

class Display extends DevicePart {
  static properties = { compact: { type: Boolean } };

  render() {
    const { compact, device } = this;
    return html`
      ${compact ? nothing : this.heading()}
      <div class="led ${compact ? 'compact' : ''} ${device.state === 'fault' ? 'ill' : ''}">
        ${device.state === 'fault' ? html`<p class="ill">${say(`fault.${device.fault}`)}</p>` : this.#shown()}
      </div>`;
  }

  #shown() {
    if (!this.content) return html`<p>${this.device.state === 'unknown' ? say('devices.state.unknown') : '…'}</p>`;
    const { number, lines } = this.content.shown;
    return html`
      ${number ? html`<p class="number">${number}</p>` : nothing}
      ${lines.length ? lines.map((line) => html`<p>${line}</p>`) : html`<p>${say('devices.blank')}</p>`}`;
  }
}

customElements.define('yc-display', Display);
