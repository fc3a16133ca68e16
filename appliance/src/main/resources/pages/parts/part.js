// What every element of the pages is: a Lit element drawn into the page itself, without a shadow tree. So one sheet of
// variables dresses everything, and labels, anchors, printing and a screen reader's outline work as in plain HTML.
// Reactive properties are named in `static properties` and set in the constructor: a class field would hide them.

import { LitElement } from 'lit';
import { onWords } from './words.js';

export { html, nothing } from 'lit';

export class Part extends LitElement {
  #stops = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(onWords(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.splice(0).forEach((stop) => stop());
  }

  /** Keeps what gives back its own end (a subscription, a timer) for as long as this element is in the page. */
  while(stop) {
    this.#stops.push(stop);
  }

  /** Calls every so many milliseconds, for as long as this element is in the page. */
  every(ms, act) {
    const timer = setInterval(act, ms);
    this.while(() => clearInterval(timer));
  }
}
