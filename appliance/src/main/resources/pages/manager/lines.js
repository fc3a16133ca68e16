/**
 * <yc-lines>: the waits by zone, by number series or by priority group. Lines where nobody waits and nobody was called in the last
 * hour are only named.
 *
 * @property {object} now as /api/manager
 */

import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';
import { names } from './names.js';
import { minutes, percent, pressable } from './press.js';

/** How the hall can be divided: the list in /api/manager, the word in the query, what a line is called. */
const BY = {
  zone: { list: 'zones', name: (id) => names.zone(id) },
  series: { list: 'series', name: (id) => names.series(id) },
  group: { list: 'groups', name: (id) => names.group(id) },
};

class Lines extends Part {
  static properties = { now: {}, by: { state: true } };

  constructor() {
    super();
    this.by = 'zone';
  }

  render() {
    const all = this.now[BY[this.by].list];
    const busy = all.filter((line) => line.waiting || line.last60Minutes.count);
    const quiet = all.filter((line) => !busy.includes(line));
    return html`
      <div class="row">
        <h2>${say('manager.lines')}</h2>
        <div class="row" role="group" aria-label=${say('manager.lines.by')}>
          ${Object.keys(BY).map((by) => html`
            <button aria-pressed=${this.by === by} @click=${() => (this.by = by)}>${say(`manager.by.${by}`)}</button>`)}
        </div>
      </div>
      ${busy.length ? this.#table(busy) : html`<p class="empty">${say('manager.lines.quiet')}</p>`}
      ${busy.length && quiet.length ? html`<p class="quiet">${say('manager.lines.rest', { names: quiet.map((line) => BY[this.by].name(line.of)).join(say('manager.comma')) })}</p>` : nothing}`;
  }

  #table(lines) {
    return html`
      <table class="lines">
        <thead><tr>
          <th scope="col">${say(`manager.by.${this.by}`)}</th>
          ${['waiting', 'longest', '15', '60', 'within'].map((name) => html`<th scope="col" class="figure" title=${say(`figure.line.${name}.what`)}>${say(`figure.line.${name}`)}</th>`)}
        </tr></thead>
        <tbody>${lines.map((line) => this.#line(line))}</tbody>
      </table>`;
  }

  #line(line) {
    const { last15Minutes: short, last60Minutes: hour } = line;
    const name = BY[this.by].name(line.of);
    const target = this.now.targetSeconds;
    const cell = (column, figure, of, shown, over) => html`
      <td class="figure"><small class="label" aria-hidden="true">${say(`figure.line.${column}`)}</small>
        ${pressable(shown, { title: `${name} · ${say(`figure.line.${column}`)}`, figure, values: { target: target / 60 }, query: `of=${of}&${this.by}=${encodeURIComponent(line.of)}` }, over ? 'over' : '')}</td>`;
    return html`
      <tr>
        <th scope="row">${name}</th>
        ${cell('waiting', 'waiting', 'waiting', line.waiting, false)}
        ${cell('longest', 'longest', 'waiting', minutes(line.longestWaitSeconds, line.waiting), line.longestWaitSeconds > target)}
        ${cell('15', 'p90.15', 'called15', pair(short), short.p90Seconds > target)}
        ${cell('60', 'p90.60', 'called60', pair(hour), hour.p90Seconds > target)}
        ${cell('within', 'within', 'called60', percent(hour.withinTarget, hour.count), false)}
      </tr>`;
  }
}

/** Half, and nine of ten, in minutes. */
const pair = ({ count, p50Seconds, p90Seconds }) => (count ? `${minutes(p50Seconds)} / ${minutes(p90Seconds)}` : '—');

customElements.define('yc-lines', Lines);
