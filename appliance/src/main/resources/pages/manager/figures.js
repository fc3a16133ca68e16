// The figures of this moment. Each is defined once, in the docs, and is the same in API, reports and Prometheus.

import { h } from '../parts/dom.js';
import { nameOf, say } from '../parts/words.js';

/** The whole hall, large. Waits are of the people called in the time named. */
export function figures(now) {
  const hall = now.hall;
  const ratings = Object.values(now.ratings).reduce((sum, count) => sum + count, 0);
  const all = [
    ['waiting', hall.waiting],
    ['longest', span(hall.longestWaitSeconds)],
    ['p50.15', waited(hall.last15Minutes, 'p50Seconds')],
    ['p90.15', waited(hall.last15Minutes, 'p90Seconds')],
    ['p90.60', waited(hall.last60Minutes, 'p90Seconds')],
    ['within', hall.last60Minutes.count ? percent(hall.last60Minutes.withinTarget) : '—'],
    ['noShow', percent(now.noShowRate)],
    ['ratings', ratings],
  ];
  return all.map(([name, value]) =>
    h('div.card.figure-card', {}, h('strong', {}, String(value)),
      h('span', {}, say(`figure.${name}`, { target: Math.round(now.targetSeconds / 60) }))));
}

/** The same per zone; a zone where nobody waits and nobody was called is left out. */
export function zoneFigures(now, zones) {
  const names = new Map(zones.map((zone) => [zone.id, nameOf(zone)]));
  const busy = now.zones.filter((zone) => zone.waiting || zone.last60Minutes.count);
  return [
    h('h2', {}, say('manager.zones')),
    busy.length === 0 ? h('p.empty', {}, say('manager.zones.quiet')) : h('table', {},
      h('thead', {}, h('tr', {}, h('th', {}, say('board.zone')),
        ['waiting', 'longest', 'p50', 'p90'].map((name) => h('th.figure', {}, say(`figure.short.${name}`))))),
      h('tbody', {}, busy.map((zone) => h('tr', {},
        h('td', {}, names.get(zone.of) ?? zone.of),
        h('td.figure', {}, String(zone.waiting)),
        h('td.figure', {}, span(zone.longestWaitSeconds)),
        h('td.figure', {}, waited(zone.last15Minutes, 'p50Seconds')),
        h('td.figure', {}, waited(zone.last15Minutes, 'p90Seconds')))))),
  ];
}

/** Nobody called: no wait is known, and a dash says so. */
const waited = (waits, of) => (waits.count ? span(waits[of]) : '—');
const percent = (share) => `${(share * 100).toFixed(0)} %`;

function span(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
