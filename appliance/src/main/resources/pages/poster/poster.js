/**
 * <yc-poster>: the QR code of an office outside of the hall, to be printed for its counter: A5 as a card on the desk, A4 for a wall.
 * What is printed is the office, what to do and the code; the rest of the page is for the screen.
 */

import { get } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/help-line.js';
import '../parts/note.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

const id = decodeURIComponent(location.pathname.split('/').pop());
const SIZES = ['a5', 'a4'];

class Poster extends Part {
  static properties = { units: { state: true }, size: { state: true } };

  constructor() {
    super();
    [this.units, this.size] = [null, SIZES[0]];
  }

  async firstUpdated() {
    document.documentElement.dataset.paper = this.size;
    try {
      this.units = (await get('/api/units')).units;
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  #sized(size) {
    this.size = size;
    document.documentElement.dataset.paper = size;
  }

  render() {
    const unit = this.units?.find((one) => one.id === id);
    return html`
      <header class="head screen"><h1>${say('page.poster')}</h1></header>
      <yc-note class="screen"></yc-note>
      ${unit ? this.#poster(unit) : nothing}
      ${this.units && !unit ? html`<section class="card screen"><h2>${say('poster.wrong')}</h2><p>${say('poster.wrong.what')}</p></section>` : nothing}
      <yc-help-line class="screen" page="poster"></yc-help-line>`;
  }

  /** Both languages stand on the paper, whatever the screen speaks. */
  #poster(unit) {
    return html`
      <div class="row screen tools">
        <fieldset class="row"><legend>${say('poster.size')}</legend>
          ${SIZES.map((size) => html`<label><input type="radio" name="size" .checked=${this.size === size} @change=${() => this.#sized(size)}> ${say(`poster.${size}`)}</label>`)}
        </fieldset>
        <button class="primary" @click=${() => window.print()}>${say('poster.print')}</button>
      </div>
      <main class="paper">
        <h2>${unit.name}</h2>
        <p class="english" lang="en">${unit.nameEn === unit.name ? '' : unit.nameEn}</p>
        <p class="call">请您评价</p>
        <img src="/api/units/${unit.id}/qr" alt=${unit.address}>
        <p class="how">微信或浏览器扫一扫，不用取号，不记姓名</p>
        <p class="english" lang="en">Scan to rate this service. No ticket, no name.</p>
        <p class="place">${unit.place}</p>
      </main>`;
  }
}

customElements.define('yc-poster', Poster);
await begin('yc-poster', { follow: false });
