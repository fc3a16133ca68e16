/**
 * <yc-devices>: a hall without hardware: what its displays show, its printers print, its speakers say, and keypads to press.
 * Three views: one window, what stands at no window (boards and kiosks), and all window displays at once.
 *
 * The address may ask: ?window=10 · ?view=shared|hall
 */

import { get } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { say } from '../parts/words.js';
import './display.js';
import './keypad.js';
import './paper.js';
import './speaker.js';

const AGAIN_MS = 5_000;

class Devices extends LivePart {
  static properties = { view: { state: true }, window: { state: true }, mayPress: { state: true } };

  constructor() {
    super();
    const address = new URLSearchParams(location.search);
    this.view = address.get('view') ?? 'window';
    this.window = address.get('window');
    this.mayPress = null;
    this.#whoAmI();
  }

  /** Only hall IT may press keys, and only hall IT is shown the credentials. */
  async #whoAmI() {
    try {
      await get('/api/tokens');
      this.mayPress = true;
    } catch (failure) {
      if (failure.status === 403) this.mayPress = false;
      else setTimeout(() => this.#whoAmI(), AGAIN_MS);
    }
  }

  #go(view, window = this.window) {
    this.view = view;
    this.window = window;
    history.replaceState(null, '', view === 'window' ? `?window=${window}` : `?view=${view}`);
  }

  render() {
    const { hall } = live;
    return html`
      <yc-head .title=${say('page.devices')} .extra=${html`<yc-ease remember></yc-ease>`}></yc-head>
      <main class="devices-main">
        ${hall ? this.#hall(hall) : html`<p class="empty">${say('loading')}</p>`}
        <yc-help-line page="devices"></yc-help-line>
      </main>`;
  }

  #hall({ windows, devices }) {
    const furnished = windows.filter((window) => devices.some((device) => device.window === window.id));
    const chosen = this.window ?? furnished[0]?.id;
    return html`
      <nav class="row" aria-label=${say('devices.views')}>
        <label class="choose">${say('devices.window')}
          <select @change=${(event) => this.#go('window', event.target.value)}>
            ${furnished.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
          </select>
        </label>
        ${['window', 'shared', 'hall'].map((view) => html`
          <button aria-pressed=${this.view === view} @click=${() => this.#go(view, chosen)}>${say(`devices.view.${view}`)}</button>`)}
        <p class="count">${count(devices)}</p>
      </nav>
      ${this.view === 'hall' ? whole(furnished, devices) : this.#few(devices.filter((device) => (this.view === 'shared' ? !device.window : device.window === chosen)))}`;
  }

  #few(devices) {
    if (!devices.length) return html`<p class="empty">${say('devices.none')}</p>`;
    return html`<div class="shelf">${devices.map((device) => html`<section class="card of-${device.kind}">${this.#one(device)}</section>`)}</div>`;
  }

  #one(device) {
    switch (device.kind) {
      case 'display': return html`<yc-display .device=${device}></yc-display>`;
      case 'keypad': return html`<yc-keypad .device=${device} .mayPress=${this.mayPress}></yc-keypad>`;
      case 'printer': return html`<yc-paper .device=${device}></yc-paper>`;
      case 'speaker': return html`<yc-speaker .device=${device}></yc-speaker>`;
      default: return nothing;
    }
  }
}

/** Every window's display, as somebody sees them who stands in the middle of the hall. */
function whole(windows, devices) {
  return html`
    <ul class="whole">${windows.map(({ id, name }) => html`
      <li><h2>${name}</h2>${devices.filter((device) => device.window === id && device.kind === 'display')
        .map((device) => html`<yc-display compact .device=${device}></yc-display>`)}</li>`)}
    </ul>`;
}

function count(devices) {
  const ill = devices.filter((device) => device.state === 'fault').length;
  return html`${say('manager.devices', { n: devices.length, ill })}`;
}

customElements.define('yc-devices', Devices);
await begin('yc-devices');
