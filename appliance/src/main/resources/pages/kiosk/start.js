/**
 * <yc-kiosk-start>: the first screen: say what you came for. Letters, words or a touch; what is asked for most is one touch away.
 *
 * @property {Catalogue} catalogue
 * @property {string} shelf what is looked through: '', 'person', 'enterprise' or a zone's id
 * Methods: type(text) as if into the field, clear(); pristine says whether nothing was touched yet
 * @fires chosen {detail: {items: [item]} | {theme}}
 */

import { divisionOf, listed } from '../parts/division.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { languageNow, nameOf, say } from '../parts/words.js';
import './keys.js';
import { find } from './search.js';

const FOUND_MAX = 10; // as many as fit under the letters

class Start extends LivePart {
  static properties = { catalogue: {}, query: { state: true }, shelf: { state: true }, all: { state: true } };

  constructor() {
    super();
    this.clear();
  }

  clear() {
    [this.query, this.shelf, this.all] = ['', '', false];
  }

  get pristine() {
    return this.query === '' && this.shelf === '';
  }

  type(text) {
    this.#ask(this.query + text);
    this.querySelector('.search').focus();
  }

  #ask(query) {
    [this.query, this.shelf, this.all] = [query, '', false];
  }

  /** Enter, or down: from what was typed to what was found. */
  #toFound(event) {
    if (event.defaultPrevented || event.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    this.querySelector('.found-one')?.focus();
  }

  #open(shelf) {
    [this.query, this.shelf] = ['', shelf];
    this.closest('main').scrollTo(0, 0);
  }

  #choose(thing) {
    const detail = thing.legs ? { theme: thing } : { items: [thing] };
    this.dispatchEvent(new CustomEvent('chosen', { detail }));
  }

  render() {
    return html`
      <section class="ask">
        <h2>${say('kiosk.ask')}</h2>
        ${alone()}
        ${live.hall && !live.hall.day ? html`<p class="note plain closed">${say('kiosk.closed')} ${hours(this.catalogue)}</p>` : nothing}
        <input class="search" type="search" inputmode="none" autocomplete="off" spellcheck="false" maxlength="60"
          placeholder=${say('kiosk.search')} aria-label=${say('kiosk.ask')} .value=${this.query}
          @input=${(event) => this.#ask(event.target.value)} @keydown=${this.#toFound}>
        <yc-keys @letter=${(event) => this.#ask(this.query + event.detail)}
          @erase=${() => this.#ask(this.query.slice(0, -1))} @wipe=${() => this.#ask('')}></yc-keys>
      </section>
      <section class="below">${this.#below()}</section>
      ${notices().map((one) => html`<p class="note plain notice">${languageNow() === 'en' ? one.textEn : one.text}</p>`)}`;
  }

  #below() {
    if (this.query.trim()) return this.#found();
    if (this.shelf) return this.#shelf();
    return this.#browse();
  }

  #found() {
    const found = find(this.catalogue.everything, this.query);
    const shown = this.all ? found : found.slice(0, FOUND_MAX);
    return html`
      <p class="count" role="status">
        ${found.length ? say('kiosk.found', { n: found.length }) : say('kiosk.nothing', { query: this.query })}
      </p>
      ${found.length ? nothing : html`<p class="empty">${say('kiosk.desk')}</p>`}
      ${this.#list(shown)}
      ${shown.length < found.length ? html`
        <button class="more" @click=${() => (this.all = true)}>${say('kiosk.more', { n: found.length - shown.length })}</button>` : nothing}`;
  }

  #shelf() {
    const { shelf, catalogue } = this;
    const zone = catalogue.zones.find((one) => one.id === shelf);
    const things = zone ? catalogue.shelves().find((one) => one.zone === zone).items : catalogue.themesFor(shelf);
    return html`
      <div class="row">
        <button class="back" @click=${() => this.#open('')}>${say('kiosk.back')}</button>
        <h3>${zone ? nameOf(zone) : say(`kiosk.themes.${shelf}`)}</h3>
      </div>
      ${this.#list(things)}`;
  }

  #browse() {
    const { catalogue } = this;
    return html`
      ${catalogue.frequent.length ? html`
        <h3>${say('kiosk.frequent')}</h3>
        <div class="tiles frequent">${catalogue.frequent.map((item) =>
          this.#tile(nameOf(item), item.selfService ? say('kiosk.selfService') : '', () => this.#choose(item)))}</div>` : nothing}
      <h3>${say('kiosk.themes')}</h3>
      <div class="tiles themes">${['person', 'enterprise'].map((audience) =>
        this.#tile(say(`kiosk.themes.${audience}`), say('kiosk.themes.count', { n: catalogue.themesFor(audience).length }),
          () => this.#open(audience)))}</div>
      <h3>${say('kiosk.zones')}</h3>
      <div class="tiles zones">${catalogue.shelves().map(({ zone, items }) =>
        this.#tile(nameOf(zone), say('kiosk.items.count', { n: items.length }), () => this.#open(zone.id)))}</div>`;
  }

  #tile(name, more, act) {
    return html`<button class="tile" @click=${act}>${name}${more ? html`<small>${more}</small>` : nothing}</button>`;
  }

  #list(things) {
    return html`<ul class="found">${things.map((thing) => html`
      <li><button class="found-one ${thing.legs ? 'theme' : ''}" @click=${() => this.#choose(thing)}>
        <span class="name">${nameOf(thing)}</span>
        <small>${thing.legs ? say('kiosk.theme.legs', { n: thing.legs.length }) : thing.department}
          ${thing.selfService ? html`<span class="tag ok">${say('kiosk.selfService')}</span>` : nothing}</small>
      </button></li>`)}</ul>`;
  }
}

/** Cut off from the hall, this kiosk says so before anybody asks it for something. */
function alone() {
  const division = divisionOf(live.hall);
  if (!division?.alone) return nothing;
  const { letter, own } = division;
  return html`
    <div class="note alone" role="status">
      <strong>${say('kiosk.alone')}</strong>
      <p>${say('kiosk.alone.what', { letter, windows: listed(own, say) })}</p>
      <p>${say('kiosk.alone.old', { letter })}</p>
    </div>`;
}

const notices = () => (live.hall?.notices ?? []).filter((one) => one.where.includes('kiosk'));

/** When numbers are given. */
export const hours = ({ hours: given }) => say('kiosk.hours', given);

customElements.define('yc-kiosk-start', Start);
