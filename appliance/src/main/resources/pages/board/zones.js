// How many wait where, and how many windows are open there.

import { h } from '../parts/dom.js';
import { nameOf, say } from '../parts/words.js';

const OPEN = new Set(['idle', 'called', 'serving']);

/** One row per zone: its name, who waits, which windows are open. */
export function zoneTable(hall, catalogue, wanted) {
  const zones = zonesOf(hall, catalogue, wanted);
  return [
    h('p.total', {}, say('board.waiting'), h('strong', {}, String(hall.waiting.length))),
    zones.length > 0 && h('table', {},
      h('thead', {}, h('tr', {}, h('th', {}, say('board.zone')), h('th.figure', {}, say('board.waits')), h('th.figure', {}, say('board.open')))),
      h('tbody', {}, zones.map((zone) =>
        h('tr', {}, h('td', {}, zone.name), h('td.figure', {}, String(zone.waiting)), h('td.figure', {}, String(zone.open)))))),
  ];
}

/** Changes when what is drawn changes. */
zoneTable.key = (hall, catalogue, wanted) => JSON.stringify([hall.waiting.length, zonesOf(hall, catalogue, wanted)]);

function zonesOf(hall, catalogue, wanted) {
  const zoneOfItem = new Map(catalogue.items.map((item) => [item.code, item.zone]));
  const waiting = count(hall.waiting.map((ticket) => zoneOfItem.get(ticket.items[0])));
  const open = count(hall.windows.filter((window) => OPEN.has(window.state)).map((window) => window.zone));
  return catalogue.zones
    .filter((zone) => !wanted.length || wanted.includes(zone.id))
    .map((zone) => ({ name: nameOf(zone), waiting: waiting.get(zone.id) ?? 0, open: open.get(zone.id) ?? 0 }));
}

function count(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}
