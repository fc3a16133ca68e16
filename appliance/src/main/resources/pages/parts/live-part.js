// An element that is drawn again whenever the hall changed.

import { live } from './live.js';
import { Part } from './part.js';

export { html, nothing } from './part.js';
export { live };

export class LivePart extends Part {
  connectedCallback() {
    super.connectedCallback();
    this.while(live.onUpdate(() => this.requestUpdate()));
  }
}
