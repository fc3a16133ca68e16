/**
 * <yc-veto>: the outcomes of today that are not an acceptance (product: no veto), newest first, with what was recorded: a window
 * cannot say no, so somebody reads the same day what it said instead.
 *
 * @property {object} now as /api/manager
 */

import { Part, html, nothing } from '../parts/part.js';
import { clock, day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { names } from './names.js';

const SHOWN = 6;
const DELIVERIES = new Set(['courier', 'pickup']); // others are said in the window's own words

class Veto extends Part {
  static properties = { now: {}, all: { state: true } };

  constructor() {
    super();
    this.all = false;
  }

  render() {
    const { noVeto } = this.now;
    if (noVeto === null) return html`<h2>${say('manager.noVeto.title')}</h2><p class="empty">${say('manager.noVeto.behind')}</p>`;
    const newest = [...noVeto].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const counts = Map.groupBy(noVeto, (one) => one.outcome);
    return html`
      <h2>${say('manager.noVeto', { n: noVeto.length })}</h2>
      ${noVeto.length ? html`<p>${[...counts].map(([outcome, list]) => `${say(`outcome.${outcome}`)} ${list.length}`).join(' · ')}</p>` : html`<p class="empty">${say('manager.noVeto.none')}</p>`}
      <ul class="list">${(this.all ? newest : newest.slice(0, SHOWN)).map(row)}</ul>
      ${newest.length > SHOWN ? html`
        <button aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>${say(this.all ? 'manager.fewer' : 'manager.all', { n: newest.length })}</button>` : nothing}`;
  }
}

function row(one) {
  const where = [clock(Date.parse(one.at)), say('manager.at', { window: one.window }), one.staff && names.person(one.staff)].filter(Boolean).join(' · ');
  return html`
    <li><span class="number">${one.number}</span> <strong>${say(`outcome.${one.outcome}`)}</strong> ${names.item(one.item)}
      <small>${where}</small>
      ${[...detailsOf(one.details), one.note].filter(Boolean).map((text) => html`<small>${text}</small>`)}</li>`;
}

/** What was recorded with the outcome, each with its name. */
function detailsOf(details) {
  return Object.entries(details).filter(([, value]) => value?.length).map(([name, value]) => {
    const title = say(`manager.detail.${name}`);
    switch (name) {
      case 'missing': return `${title}：${value.join(say('manager.comma'))}`;
      case 'delivery': return `${title}：${DELIVERIES.has(value) ? say(`manager.detail.${value}`) : value}`;
      case 'answerBy': return `${title}：${day(Date.parse(value))} ${clock(Date.parse(value))}`;
      default: return `${title}：${value}`;
    }
  });
}

customElements.define('yc-veto', Veto);
