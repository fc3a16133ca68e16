/**
 * <yc-finish>: closes the leg. A digit chooses the outcome, only what that outcome asks is asked, Enter does it. Properties
 * and events: form.js.
 */

import { live } from '../parts/live.js';
import { html, nothing } from '../parts/part.js';
import { day } from '../parts/time.js';
import { nameOf, say } from '../parts/words.js';
import { Form } from './form.js';
import { DELIVERIES, FIELDS, OUTCOMES, doubt, finishing } from './outcomes.js';
import './pick.js';

const DAYS = 5; // what a date says before anybody chose one

class Finish extends Form {
  static properties = { outcome: { state: true }, other: { state: true }, missing: { state: true } };

  constructor() {
    super();
    [this.outcome, this.other, this.missing] = ['DONE', null, new Set()];
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => {
      if (!/^[1-9]$/.test(event.key) || event.target.matches('input:not([type=checkbox]), select')) return;
      event.preventDefault();
      this.#choose(OUTCOMES[event.key - 1]);
    });
  }

  /** On to the first thing that must be entered, else to the button that does it: F 1 Enter closes a visit. */
  async #choose(outcome) {
    this.outcome = outcome;
    this.missing = new Set();
    await this.updateComplete;
    (this.querySelector('.fields input:enabled, .fields select') ?? this.querySelector('button.primary')).focus();
  }

  get #item() {
    return this.other ?? this.here.item;
  }

  #tick(name) {
    this.missing = new Set(this.missing);
    if (!this.missing.delete(name)) this.missing.add(name);
  }

  #done() {
    const value = (name) => this.querySelector(`[name=${name}]`)?.value ?? '';
    const more = value('missing-other').trim();
    this.wish('finish', finishing(this.outcome, {
      ...Object.fromEntries(['promisedDate', 'dueDate', 'commitment', 'to', 'delivery', 'with', 'who', 'answerBy', 'caseNumber', 'note'].map((name) => [name, value(name)])),
      missing: [...this.missing, ...(more ? [more] : [])],
      item: this.other?.code ?? '',
    }));
  }

  #whyNot() {
    const kind = FIELDS[this.outcome].missing;
    if (kind === 'deferrable' && !this.missing.size) return say('finish.missing.first');
    if (kind === 'missing' && !this.missing.size && !this.querySelector('[name=missing-other]')?.value.trim()) return say('finish.missing.first');
    return '';
  }

  #field(name, kind) {
    const label = say(`finish.${name}`);
    switch (kind) {
      case 'date': return html`<label>${label}<input name=${name} type="date" required .defaultValue=${day(live.now(), DAYS)} min=${day(live.now())}></label>`;
      case 'deferrable': return this.#materials(label, true);
      case 'missing': return this.#materials(label, false);
      case 'delivery': return html`<label>${label}<select name=${name}>${DELIVERIES.map((each) => html`<option value=${each}>${say(`finish.delivery.${each}`)}</option>`)}</select></label>`;
      default: return html`<label>${label}<input name=${name} maxlength="200" autocomplete="off" ?required=${kind === 'text'}></label>`;
    }
  }

  /** What is missing, from the item's own list; for 容缺 only what the list lets follow. */
  #materials(label, deferrableOnly) {
    return html`
      <fieldset><legend>${label}</legend>
        ${(this.#item?.materials ?? []).map((one) => {
          const barred = deferrableOnly && !one.deferrable;
          return html`<label class="check"><input type="checkbox" ?disabled=${barred} .checked=${this.missing.has(one.name)} @change=${() => this.#tick(one.name)}>
            <span>${one.name}${barred ? html`<span class="tag bad">${say('finish.notLater')}</span>` : one.deferrable ? html`<span class="tag">${say('materials.later')}</span>` : nothing}</span></label>`;
        })}
        ${deferrableOnly ? nothing : html`<label>${say('finish.missing.other')}<input name="missing-other" maxlength="200" autocomplete="off" @input=${() => this.requestUpdate()}></label>`}
      </fieldset>`;
  }

  render() {
    const against = doubt(this.outcome, this.#item);
    return this.frame(say('act.finish'), html`
      <div class="outcomes" role="group" aria-label=${say('finish.outcome')}>
        ${OUTCOMES.map((code, i) => html`<button type="button" class=${i ? '' : 'first'} aria-pressed=${code === this.outcome}
          @click=${() => this.#choose(code)}>${say(`outcome.${code}`)} <kbd>${i + 1}</kbd></button>`)}
      </div>
      ${against ? html`<p class="doubt">${say(against)}</p>` : nothing}
      <div class="fields">${Object.entries(FIELDS[this.outcome]).map(([name, kind]) => this.#field(name, kind))}</div>
      <details><summary>${say('finish.more')}</summary>
        <yc-pick .label=${say('finish.item')} .placeholder=${this.here.item ? nameOf(this.here.item) : ''}
          .options=${[...this.here.items.values()].map((item) => ({ ...item, id: item.code, more: item.department }))}
          @picked=${(event) => (this.other = event.detail)}></yc-pick>
        <label>${say('finish.caseNumber')}<input name="caseNumber" maxlength="64" autocomplete="off" placeholder=${say('finish.caseNumber.made')}></label>
        <label>${say('form.note')}<input name="note" maxlength="500" autocomplete="off"></label>
      </details>`,
    () => this.#done(), this.#whyNot());
  }
}

customElements.define('yc-finish', Finish);
