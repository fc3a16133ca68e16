/**
 * <yc-hardware>: real devices and those at fault, as the hall says now. Each can be tested by who stands before it; a dead board or pad is
 * replaced by a spare that is plugged in and has no address yet, without anything being started anew.
 */

import { repeat } from 'lit/directives/repeat.js';
import { get, post } from '../parts/api.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { say } from '../parts/words.js';

const COLUMNS = ['id', 'state', 'since'];
const REPLACEABLE = ['display', 'caller'];

class Hardware extends LivePart {
  static properties = { busy: { state: true }, choosing: { state: true }, spares: { state: true } };

  constructor() {
    super();
    this.busy = null; // the device that is being worked on
    this.choosing = null; // the device whose spares are shown
    this.spares = [];
  }

  async #work(device, doing) {
    const note = this.querySelector('yc-note');
    note.clear();
    this.busy = device.id;
    try {
      await doing(note);
    } catch (failure) {
      note.show(failure);
    } finally {
      this.busy = null;
    }
  }

  #test(device) {
    return this.#work(device, async (note) => {
      await post(`/api/devices/${encodeURIComponent(device.id)}/test`);
      note.tell(say(`hardware.tested.${device.kind}`, { id: device.id }));
    });
  }

  #choose(device) {
    this.choosing = null;
    return this.#work(device, async () => {
      this.spares = (await get(`/api/devices/${encodeURIComponent(device.id)}/spares`)).spares;
      this.choosing = device.id;
    });
  }

  #replace(device, spare) {
    return this.#work(device, async (note) => {
      await post(`/api/devices/${encodeURIComponent(device.id)}/replace`, { spare });
      this.choosing = null;
      note.tell(say('hardware.replaced', { id: device.id }));
    });
  }

  render() {
    const all = live.hall?.devices ?? [];
    const shown = all.filter((device) => !device.virtual || device.state === 'fault');
    return html`
      <h2>${say('hardware.title')}</h2>
      <yc-note></yc-note>
      ${shown.length === 0 ? html`<p class="empty">${say('hardware.none', { n: all.length })}</p>` : this.#table(shown)}`;
  }

  #table(devices) {
    return html`
      <table class="hardware">
        <thead><tr>${COLUMNS.map((name) => html`<th scope="col" class=${name}>${say(`hardware.${name}`)}</th>`)}<td></td></tr></thead>
        <tbody>${repeat(devices, ({ id }) => id, (device) => this.#row(device))}</tbody>
      </table>`;
  }

  #row(device) {
    const busy = this.busy !== null;
    return html`
      <tr class=${device.state}>
        <th scope="row">${device.id}${device.virtual ? html` <span class="tag">${say('hardware.virtual')}</span>` : nothing}</th>
        <td><span class="state">${say(`devices.state.${device.state}`)}</span>${device.fault ? html` <small class="fault">${say(`fault.${device.fault}`)}</small>` : nothing}</td>
        <td class="since">${(device.since ?? '').slice(11, 19)}</td>
        <td class="work">
          <button ?disabled=${busy} aria-label=${say('hardware.test.of', { id: device.id })} @click=${() => this.#test(device)}>${say('hardware.test')}</button>
          ${!device.virtual && REPLACEABLE.includes(device.kind) ? html`
            <button ?disabled=${busy} aria-label=${say('hardware.replace.of', { id: device.id })} @click=${() => this.#choose(device)}>${say('hardware.replace')}</button>` : nothing}
          ${this.choosing === device.id ? this.#choice(device) : nothing}
        </td>
      </tr>`;
  }

  #choice(device) {
    return html`
      <div class="confirm" role="group" aria-label=${say('hardware.spares')}>
        ${this.spares.length === 0 ? html`<p>${say('hardware.spares.none')}</p>` : html`<p>${say('hardware.spares.hint')}</p>`}
        ${this.spares.map(({ spare, sign, what }) => html`
          <button class="primary" ?disabled=${this.busy !== null} @click=${() => this.#replace(device, spare)}><code>${sign}</code> <small>${what}</small></button>`)}
        <button @click=${() => (this.choosing = null)}>${say('hardware.cancel')}</button>
      </div>`;
  }
}

customElements.define('yc-hardware', Hardware);
