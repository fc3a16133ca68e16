/**
 * <yc-kiosk-confirm>: the second screen: what belongs to it, what to bring, how it stands at the windows, who I am; then one press.
 * Where it can be done at a terminal at once, that comes first; the ticket is never hidden.
 *
 * @property {Catalogue} catalogue
 * @property {{items: Array} | {theme: object}} wish what the person came for
 * @property {boolean} elderly an ID card said so
 * @fires back · taken {detail: the ticket}
 */

import { divisionOf, onlyElsewhere } from '../parts/division.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { materials } from '../parts/materials.js';
import { languageNow, nameOf, say } from '../parts/words.js';
import { packed } from './catalogue.js';
import { alternativesOf, choose, chosenAtFirst, isOneOf, legsOf } from './choices.js';
import { queueFor } from './queue.js';
import { hours } from './start.js';
import './take.js';

const ELDERLY = 'elderly';
const COUNT_MAX = 99;

class Confirm extends LivePart {
  static properties = {
    catalogue: {}, wish: {}, elderly: { type: Boolean }, made: { state: true }, group: { state: true }, count: { state: true },
  };

  constructor() {
    super();
    [this.made, this.group, this.count] = [new Set(), null, 1];
  }

  willUpdate(changed) {
    if (changed.has('wish') && this.wish.theme) this.made = chosenAtFirst(this.wish.theme);
    if (changed.has('elderly') && this.elderly) this.group = this.catalogue.groups.find((one) => one.id === ELDERLY)?.id ?? null;
  }

  #items() {
    const { theme, items } = this.wish;
    return theme ? this.catalogue.all(legsOf(theme, this.made)) : items;
  }

  #body() {
    const { theme, items } = this.wish;
    return {
      ...(theme ? { theme: theme.code, choices: [...this.made] } : { items: items.map((item) => item.code) }),
      ...(this.count > 1 && { count: this.count }),
      ...(this.group && { priority: this.group }),
      language: languageNow(),
    };
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name));
  }

  render() {
    const { theme } = this.wish;
    const items = this.#items();
    return html`
      <div class="row top">
        <button class="back" @click=${() => this.#tell('back')}>${say('kiosk.back')}</button>
        <h2 class="chosen">${nameOf(theme ?? items[0])}</h2>
      </div>
      <div class="facts">
        ${theme ? this.#theme(items) : this.#terminal(items[0])}
        <section class="card bring"><h3>${say('materials.title')}</h3>${materials([{ materials: packed(items) }])}</section>
        ${this.#groups()}
        ${theme ? nothing : this.#counter()}
      </div>
      <div class="last">
        ${items.length ? this.#queue(items[0]) : nothing}
        ${live.hall ? elsewhere(items) : nothing}
        <yc-take .wish=${this.#body()} .hours=${hours(this.catalogue)}
          .label=${!theme && items[0].selfService ? 'kiosk.take.window' : 'kiosk.take'}></yc-take>
      </div>`;
  }

  #theme(items) {
    const { theme } = this.wish;
    return html`
      ${theme.choices.length ? html`
        <fieldset class="card choices">
          <legend>${say('kiosk.choices')}</legend>
          ${theme.choices.map((one) => this.#choice(one))}
        </fieldset>` : nothing}
      <section class="card">
        <h3>${say(`kiosk.legs.${theme.order}`, { n: items.length })}</h3>
        <ol class="legs">${items.map((item) => html`<li>${nameOf(item)}</li>`)}</ol>
      </section>`;
  }

  #choice(one) {
    const { theme } = this.wish;
    return html`
      <label class="choice">
        <input type=${isOneOf(theme, one.id) ? 'radio' : 'checkbox'} name=${alternativesOf(theme, one.id)?.[0] ?? one.id} .checked=${this.made.has(one.id)}
          @change=${(event) => {
            this.made = choose(theme, this.made, one.id);
            event.target.checked = this.made.has(one.id);
          }}>
        <span>${nameOf(one)}</span>
      </label>`;
  }

  #terminal(item) {
    if (!item.selfService) return nothing;
    return html`
      <section class="card terminal">
        <h3>${say('kiosk.terminal')}</h3>
        <p class="place">${(languageNow() === 'en' && item.selfServicePlaceEn) || item.selfServicePlace}</p>
        <p>${say('kiosk.terminal.how')}</p>
        <button class="primary" @click=${() => this.#tell('back')}>${say('kiosk.terminal.go')}</button>
      </section>`;
  }

  #groups() {
    const { groups } = this.catalogue;
    if (!groups.length) return nothing;
    const chosen = groups.find((one) => one.id === this.group);
    return html`
      <section class="card">
        <h3 id="who">${say('kiosk.priority')}</h3>
        <div class="row groups" role="group" aria-labelledby="who">${groups.map((one) => html`
          <button aria-pressed=${one === chosen} @click=${() => (this.group = one === chosen ? null : one.id)}>${nameOf(one)}</button>`)}</div>
        <p class="proof" role="status">${chosen ? say('kiosk.proof', { proof: chosen.proof }) : ''}</p>
      </section>`;
  }

  #counter() {
    const { count } = this;
    return html`
      <section class="card row counter" role="group" aria-label=${say('kiosk.count')}>
        <span class="grow">${say('kiosk.count')}</span>
        <button aria-label=${say('kiosk.count.less')} aria-disabled=${count === 1}
          @click=${() => (this.count = Math.max(1, count - 1))}>−</button>
        <output aria-live="polite">${count}</output>
        <button aria-label=${say('kiosk.count.more')} aria-disabled=${count === COUNT_MAX}
          @click=${() => (this.count = Math.min(COUNT_MAX, count + 1))}>+</button>
      </section>`;
  }

  #queue(item) {
    if (!live.hall || !live.online) return html`<p class="queue">${say('kiosk.queue.unknown')}</p>`;
    const { open, waiting } = queueFor(live.hall, item, this.catalogue.items);
    return html`
      <p class="queue ${open ? '' : 'none'}">
        ${say(open ? 'kiosk.queue.open' : 'kiosk.queue.none', { open })} ${say(waiting ? 'kiosk.queue.waiting' : 'kiosk.queue.nobody', { waiting })}
      </p>`;
  }
}

/** Some of it is done only where the network does not reach now. */
function elsewhere(items) {
  const away = items.filter((item) => onlyElsewhere(live.hall, item));
  if (!away.length) return nothing;
  const names = away.map(nameOf).join(say('list.comma'));
  return html`<p class="note alone">${say(divisionOf(live.hall).alone ? 'kiosk.alone.elsewhere' : 'kiosk.away.elsewhere', { items: names })}</p>`;
}

customElements.define('yc-kiosk-confirm', Confirm);
