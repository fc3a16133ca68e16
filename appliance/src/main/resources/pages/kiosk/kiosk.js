/**
 * <yc-kiosk>: say what you came for, see what to bring, take a ticket. It goes back to its start by itself, so that nobody finds
 * what another was looking for; whoever scans a card or a slip is understood on every screen.
 */

import { begin } from '../parts/begin.js';
import { plainAgain } from '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import '../parts/note.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { Catalogue } from './catalogue.js';
import './complain.js';
import './confirm.js';
import './helper.js';
import './mine.js';
import './returning.js';
import { read } from './scan.js';
import { hours } from './start.js';
import './still.js';
import './ticket.js';
import { listen } from './wedge.js';

const AGAIN_MS = 5000;
const START = { name: 'start' };
const LEAVES_BY_ITSELF = new Set(['ticket', 'mine']);

class Kiosk extends LivePart {
  static properties = { catalogue: { state: true }, screen: { state: true }, elderly: { state: true } };

  constructor() {
    super();
    [this.catalogue, this.screen, this.elderly] = [null, START, false];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(listen({ scanned: (code) => this.#scanned(code), typed: (text) => this.querySelector('yc-kiosk-start')?.type(text) }));
    this.while(live.onChange((change) => change.type === 'Configured' && this.#load()));
    this.#load();
  }

  async #load() {
    try {
      this.catalogue = await Catalogue.load();
      this.#note?.clear();
    } catch (failure) {
      this.#note?.show(failure);
      setTimeout(() => this.#load(), AGAIN_MS);
    }
  }

  get #note() {
    return this.querySelector('.kiosk-note');
  }

  #show(name, with_ = {}) {
    this.#note.clear();
    this.screen = { name, ...with_ };
    this.querySelector('main').scrollTo(0, 0);
  }

  /** The next person finds the kiosk as everybody does. */
  #home() {
    this.elderly = false;
    this.#show('start');
    this.querySelector('yc-kiosk-start')?.clear();
    this.querySelector('yc-kiosk-helper').close();
    plainAgain().then(() => this.querySelector('yc-ease').requestUpdate());
  }

  #mayLeave() {
    if (LEAVES_BY_ITSELF.has(this.screen.name) || this.querySelector('yc-take')?.busy) return false;
    const { dataset, lang } = document.documentElement;
    const plain = !dataset.size && !dataset.contrast && lang !== 'en' && !this.elderly && !this.querySelector('dialog[open]');
    return !(plain && this.querySelector('yc-kiosk-start')?.pristine);
  }

  #scanned(code) {
    if (this.querySelector('yc-take')?.busy) return;
    const found = read(code, day(live.now()));
    switch (found.kind) {
      case 'ticket': this.#show('mine', { link: found.link }); break;
      case 'returning': this.#show('returning', { code: found.code }); break;
      case 'person': this.#person(found); break;
      case 'unknown': this.#note.warn(say('kiosk.unknownCode')); break;
    }
  }

  /** A link that looks like one of ours, and is not. */
  #unknown() {
    this.#show('start');
    this.#note.warn(say('kiosk.unknownCode'));
  }

  #person({ elderly }) {
    this.elderly = elderly;
    this.#note.tell(say(elderly ? 'kiosk.idCard.elderly' : 'kiosk.idCard'));
  }

  render() {
    return html`
      <yc-head .title=${live.hall?.name ?? say('kiosk.title')} .extra=${html`<yc-ease></yc-ease>`}></yc-head>
      <main class="screen ${this.screen.name}">
        <yc-note class="kiosk-note"></yc-note>
        ${this.catalogue ? this.#screen() : html`<p class="empty" role="status">${say('loading')}</p>`}
      </main>
      <div class="foot">
        <yc-kiosk-helper></yc-kiosk-helper>
        ${this.screen.name === 'start' ? html`<button @click=${() => this.#show('complain')}>${say('kiosk.complain')}</button>` : nothing}
        <yc-help-line page="kiosk"></yc-help-line>
      </div>
      <yc-still .may=${() => this.#mayLeave()} @home=${this.#home}></yc-still>`;
  }

  #screen() {
    const { catalogue, screen, elderly } = this;
    const taken = (event) => this.#show('ticket', { ticket: event.detail, wish: screen.wish ?? {} });
    const home = () => this.#home();
    const back = () => this.#show('start');
    switch (screen.name) {
      case 'confirm':
        return html`
          <yc-kiosk-confirm .catalogue=${catalogue} .wish=${screen.wish} .elderly=${elderly}
            @back=${back} @taken=${taken}></yc-kiosk-confirm>`;
      case 'ticket':
        return html`
          <yc-kiosk-ticket .catalogue=${catalogue} .ticket=${screen.ticket} .wish=${screen.wish}
            @home=${home}></yc-kiosk-ticket>`;
      case 'mine':
        return html`
          <yc-kiosk-mine .link=${screen.link} @home=${home} @unknown=${() => this.#unknown()}
            @returning=${(event) => this.#show('returning', { code: event.detail })}></yc-kiosk-mine>`;
      case 'returning':
        return html`
          <yc-kiosk-returning .code=${screen.code} .hours=${hours(catalogue)}
            @back=${back} @taken=${taken}></yc-kiosk-returning>`;
      case 'complain':
        return html`<yc-kiosk-complain @home=${home}></yc-kiosk-complain>`;
      default:
        return html`
          <yc-kiosk-start .catalogue=${catalogue}
            @chosen=${(event) => this.#show('confirm', { wish: event.detail })}></yc-kiosk-start>`;
    }
  }
}

customElements.define('yc-kiosk', Kiosk);
await begin('yc-kiosk');
