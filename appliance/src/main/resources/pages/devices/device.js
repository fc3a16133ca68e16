/**
 * What every device on this page is: its name, how it is, and what it does now, read while somebody looks at it.
 *
 * @property {object} device as in /api/hall: id, kind, node, window, state, fault, virtual
 * @property {object|null} content as /api/devices/{id}; null until it was read, and while its controller is away
 */

import { live } from '../parts/live.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { reader } from './reader.js';

const CONTENTS = ['shown', 'printed', 'said', 'lit'];

export class DevicePart extends Part {
  static properties = { device: {}, content: { state: true } };

  #stop = null;
  #inView = false;
  #view = new IntersectionObserver((entries) => {
    this.#inView = entries.at(-1).isIntersecting;
    this.#watch();
  });

  constructor() {
    super();
    this.content = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#view.observe(this);
    this.while(() => {
      this.#view.disconnect();
      this.#inView = false;
      this.#watch();
    });
  }

  willUpdate(changed) {
    const before = changed.get('device');
    if (!before || before.id === this.device.id) return;
    this.content = null;
    this.#watch();
  }

  #watch() {
    this.#stop?.();
    this.#stop = this.#inView ? reader.watch(this.device, (content) => this.took(content)) : null;
  }

  /** It was read. */
  took(content) {
    if (content.id === this.device.id) this.content = CONTENTS.some((one) => one in content) ? content : null;
  }

  /** Its name, and how it is. */
  heading() {
    const { id, kind, node, window, state, fault } = this.device;
    return html`
      <h2>${say(`devices.${kind === 'display' && !window ? 'board' : kind}`)} <code>${id}</code>
        <span class="tag ${state === 'ok' ? 'ok' : state === 'fault' ? 'bad' : ''}">${say(fault ? `fault.${fault}` : `devices.state.${state}`)}</span>
        ${live.hall.nodes.length > 1 ? html`<span class="tag">${say('devices.node', { node })}</span>` : nothing}
        ${this.device.virtual ? nothing : html`<span class="tag">${say('devices.real')}</span>`}
      </h2>`;
  }

  /** Until it was read. */
  loading() {
    return html`<p class="empty">${this.waiting()}</p>`;
  }

  /** {@return what is waited for: the answer, or the controller} */
  waiting() {
    const { node, state } = this.device;
    return state === 'unknown' ? say('devices.away', { node }) : say('loading');
  }
}
