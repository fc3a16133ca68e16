/**
 * <yc-visitor>: who is at the window: the number huge, what they came for, what to check, how often they were called; or what
 * the window itself is doing. Redrawn each second: it counts.
 *
 * @property {object} here of here.js; @property {number} version of it
 */

import { live } from '../parts/live.js';
import { materials } from '../parts/materials.js';
import { Part, html, nothing } from '../parts/part.js';
import { clock, minutesSince } from '../parts/time.js';
import { nameOf, say } from '../parts/words.js';
import { missing } from './acts.js';

class Visitor extends Part {
  static properties = { here: {}, version: {} };

  constructor() {
    super();
    [this.here, this.version] = [null, 0];
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(1000, () => this.requestUpdate());
  }

  render() {
    const { window, view } = this.here;
    return html`
      <section class="card visitor ${window.state}" aria-label=${say('window.here')} tabindex="0">
        <p class="state-line"><strong>${window.cutOff ? say('window.cutOff.state', { state: say(`window.${window.state}`) }) : say(`window.${window.state}`)}</strong> <span class="since">${lasting(window.since)}</span></p>
        ${window.ticket ? this.#ticket(window.ticket) : html`<p class="empty hint">${say(window.cutOff ? 'window.cutOff.hint' : `window.${window.state}.hint`)}</p>`}
        ${view?.duties.length ? html`
          <h3>${say('window.duties')}</h3>
          <ul class="duties">${view.duties.map((one) => html`<li>${say('window.duty', { ...one, at: moment(one.answerBy) })}</li>`)}</ul>` : nothing}
      </section>`;
  }

  #ticket(ticket) {
    const { here } = this;
    const guest = here.guest?.id === ticket.id ? here.guest : null;
    return html`
      <p class="number huge">${ticket.number}</p>
      ${guest ? this.#marks(guest, here.turn) : html`<p class="empty">${say('loading')}</p>`}
      ${here.turn ? this.#turn(here.turn) : nothing}
      ${guest && guest.legs.length > 1 ? legs(guest, here.turn) : nothing}
      ${here.item ? about(here.item) : nothing}`;
  }

  #marks(guest, turn) {
    const group = this.here.groups.get(guest.priority);
    const standing = turn?.standing ?? 'ordinary';
    return html`
      <p class="marks">
        ${guest.count > 1 ? html`<span class="tag big">${say('window.count', { n: guest.count })}</span>` : nothing}
        ${standing === 'ordinary' ? nothing : html`<span class="tag big">${say(`standing.${standing}`)}</span>`}
        ${group ? html`<span class="tag big group">${nameOf(group)}</span>` : nothing}
      </p>
      ${group?.proof ? html`<p class="proof">${say('window.proof')}<strong>${group.proof}</strong></p>` : nothing}`;
  }

  #turn(turn) {
    const fair = turn.state === 'called' ? missing(this.here.view, live.now()) : '';
    return html`
      <p class="why">${say('window.waited', { n: Math.round(turn.waited / 60) })}${turn.why ? html` · ${turn.why}` : nothing}</p>
      ${turn.note ? html`<p class="from-other">${say('window.note')}<strong>${turn.note}</strong></p>` : nothing}
      ${turn.state === 'called' ? html`
        <p class="calls"><strong>${say('window.calls', { n: turn.calls })}</strong> · ${say('window.recallsLeft', { n: turn.recallsLeft })}
          · <span class="fair">${fair || say('miss.fair')}</span></p>` : nothing}`;
  }
}

/** Each leg with its state and window; the one that is here stands out, the next one is named. */
function legs(guest, turn) {
  return html`
    <ol class="legs">${guest.legs.map((leg, i) => html`
      <li class=${i === turn?.leg ? 'this' : ''}>${leg.name}
        <span class="tag ${leg.state === 'closed' ? 'ok' : ''}">${i === turn?.leg ? say('leg.here') : say(`leg.${leg.state}`)}${leg.window && i !== turn?.leg ? ` · ${say('leg.at', { id: leg.window })}` : ''}</span>
        ${leg.outcome ? html`<small>${say(`outcome.${leg.outcome}`)} ${leg.caseNumber}</small>` : nothing}</li>`)}
    </ol>`;
}

function about(item) {
  const facts = [['timeLimit', item.timeLimit], ['fee', item.fee], ['conditions', item.conditions]].filter(([, value]) => value);
  return html`
    <h3 class="item">${nameOf(item)} <small>${item.department}</small></h3>
    <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${say(`item.${name}`)}</dt><dd>${value}</dd></div>`)}</dl>
    <h3>${say('window.materials')}</h3>
    ${materials([item])}`;
}

const moment = (at) => new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format(Date.parse(at));

function lasting(since) {
  const now = live.now();
  const minutes = minutesSince(since, now);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000)) % 60;
  return minutes < 60 ? `${minutes}:${String(seconds).padStart(2, '0')}` : say('window.since', { at: clock(Date.parse(since)) });
}

customElements.define('yc-visitor', Visitor);
