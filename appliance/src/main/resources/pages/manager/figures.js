/**
 * <yc-figures>: the whole hall in nine numbers. Each can be pressed: its definition and the tickets behind it. Definitions stand in
 * docs/reference/figures.md; the words `figure.<name>.what` say the same shortly.
 *
 * @property {object} now as /api/manager
 */

import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';
import { minutes, percent, pressable } from './press.js';

class Figures extends Part {
  static properties = { now: {} };

  render() {
    const { hall, ratings, noShowRate, targetSeconds } = this.now;
    const { last15Minutes: short, last60Minutes: hour } = hall;
    const minute = say('manager.minute');
    return html`
      <section class="figures" aria-label=${say('manager.figures')}>
        ${tile('waiting', hall.waiting, say('manager.person'), 'of=waiting')}
        ${tile('longest', minutes(hall.longestWaitSeconds), minute, 'of=waiting', hall.longestWaitSeconds > targetSeconds)}
        ${tile('within', percent(hour.withinTarget, hour.count), '', 'of=called60', false, { target: targetSeconds / 60 })}
        ${tile('noShow', percent(noShowRate), '', 'of=no-show')}
        ${rated(ratings)}
        ${tile('p50.15', minutes(short.p50Seconds, short.count), minute, 'of=called15')}
        ${tile('p90.15', minutes(short.p90Seconds, short.count), minute, 'of=called15', short.p90Seconds > targetSeconds)}
        ${tile('p50.60', minutes(hour.p50Seconds, hour.count), minute, 'of=called60')}
        ${tile('p90.60', minutes(hour.p90Seconds, hour.count), minute, 'of=called60', hour.p90Seconds > targetSeconds)}
      </section>`;
  }
}

function tile(name, value, unit, query, over = false, values = {}) {
  const title = say(`figure.${name}`);
  return pressable(html`
    <span class="name">${title}</span>
    <span class="value ${over ? 'over' : ''}"><strong>${value}</strong> ${value === '—' ? '' : unit}</span>`,
  { title, figure: name, values, query }, 'tile');
}

/** Each level by itself: a mean would hide the bad ones. Whose they are is nobody's business here. */
function rated(ratings) {
  const levels = Object.entries(ratings).sort(([a], [b]) => b - a);
  return pressable(html`
    <span class="name">${say('figure.ratings')}</span>
    <span class="levels">${levels.map(([level, n]) => html`
      <span class=${level <= 2 && n ? 'over' : ''}><strong>${n}</strong> <small>${say(`rate.${level}`)}</small></span>`)}</span>`,
  { title: say('figure.ratings'), figure: 'ratings', query: '' }, 'tile ratings');
}

customElements.define('yc-figures', Figures);
