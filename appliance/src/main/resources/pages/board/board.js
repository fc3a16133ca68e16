/**
 * <yc-board>: the hall board, read from eight metres: who is called where, how many wait, what time it is. Nobody's name, ever.
 *
 * The address may ask: ?zones=a,b only these zones · ?lang=en · ?voice=on|off speak whatever speakers there are, or never
 */

import { get } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { servedHere } from '../parts/division.js';
import { LivePart, html, live } from '../parts/live-part.js';
import { languageNow, say } from '../parts/words.js';
import { Calls } from './calls.js';
import './list.js';
import './newest.js';
import './strip.js';
import './voice.js';
import './zones.js';

const FLASH_MS = 8_000;
const AGAIN_MS = 5_000;

class Board extends LivePart {
  static properties = { catalogue: { state: true } };

  #calls = new Calls();
  #zones = new URLSearchParams(location.search).get('zones')?.split(',').filter(Boolean) ?? [];

  constructor() {
    super();
    this.catalogue = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(live.onChange((change) => this.#calls.hear(change)));
    this.while(live.onUpdate(() => live.online || this.#calls.missed()));
    this.every(1000, () => this.requestUpdate());
    this.#read();
  }

  /** Which item belongs to which zone; asked for until the hall answers, and anew when its configuration changed. */
  async #read() {
    try {
      this.catalogue = await get('/api/items');
    } catch {
      setTimeout(() => this.#read(), AGAIN_MS);
    }
  }

  render() {
    const { hall, online } = live;
    const now = Date.now();
    return html`
      <yc-ease hidden></yc-ease>
      <yc-head .title=${hall?.name ?? say('board.title')} .extra=${hall ? today() : ''}></yc-head>
      ${hall ? this.#hall(hall, online, now) : html`<main class="board-main"><p class="empty">${say('mark.connecting')}</p></main>`}
      <div class="foot"><yc-help-line page="board"></yc-help-line><yc-voice .zones=${this.#zones}></yc-voice></div>`;
  }

  #hall(hall, online, now) {
    const standing = this.#calls.standing(servedHere(hall), this.#zones);
    const newest = standing[0]?.called ? standing[0] : null;
    const rest = newest ? standing.slice(1) : standing;
    const news = online && newest?.heard > now - FLASH_MS && live.isNews(newest.change);
    return html`
      <main class="board-main ${online ? '' : 'stale'}">
        <section class="calls" aria-label=${say('board.calls')}>
          <yc-newest .call=${newest} .open=${hall.day !== null} .news=${news} .lit=${news && Math.floor((now - newest.heard) / 1000) % 2 === 0}></yc-newest>
          <yc-calls .calls=${rest} .now=${now}></yc-calls>
        </section>
        <yc-zones .hall=${hall} .catalogue=${this.catalogue} .zones=${this.#zones}></yc-zones>
        <yc-strip .hall=${hall} .online=${online} .now=${now}></yc-strip>
      </main>`;
  }
}

function today() {
  const how = { month: languageNow() === 'en' ? 'short' : 'long', day: 'numeric', weekday: languageNow() === 'en' ? 'short' : 'long', timeZone: 'Asia/Shanghai' };
  return new Intl.DateTimeFormat(languageNow() === 'en' ? 'en-GB' : 'zh-CN', how).format(live.now());
}

customElements.define('yc-board', Board);
await begin('yc-board');
