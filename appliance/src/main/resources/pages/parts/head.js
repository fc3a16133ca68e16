/**
 * <yc-head>: the strip at the top of every page: whose page it is, the hall's time, and whether what is below can be believed.
 * Says 测试时钟 when the hall's clock is a test clock, 离线 when the hall is not heard, and island for a hall cut off.
 *
 * @property {string} title what this page is
 * @property {unknown} extra buttons and the like, between the marks and the time
 */

import { LivePart, html, live } from './live-part.js';
import { divisionOf } from './division.js';
import { clock } from './time.js';
import { say } from './words.js';

class Head extends LivePart {
  static properties = { title: {}, extra: {} };

  connectedCallback() {
    super.connectedCallback();
    this.every(1000, () => this.requestUpdate());
  }

  render() {
    return html`
      <header class="head">
        <h1>${this.title}</h1>
        <span class="head-marks" role="status">${marks().map(([kind, text]) => html`<span class="mark ${kind}">${text}</span>`)}</span>
        ${this.extra}
        <time class="head-time">${live.hall ? clock(live.now(), true) : ''}</time>
      </header>`;
  }
}

function marks() {
  const { hall } = live;
  const all = [];
  if (hall?.testClock) all.push(['test', say('mark.testClock')]);
  const division = divisionOf(hall);
  if (division?.alone) all.push(['warn', say('mark.island', { letter: division.letter, at: clock(Date.parse(division.since)) })]);
  if (live.refused) all.push(['warn', say('mark.refused')]);
  else if (!live.online) all.push(['warn', hall ? say('mark.stale', { at: clock(Date.parse(hall.at)) }) : say('mark.connecting')]);
  return all;
}

customElements.define('yc-head', Head);
