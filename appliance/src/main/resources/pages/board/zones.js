// How many wait where, and how many windows are open there.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

const OPEN = new Set(['idle', 'called', 'serving']);

/** One row per zone: its name, who waits, which windows are open. */
export function zoneTable(hall, wanted) {
  const zones = zonesOf(hall, wanted);
  return [
    h('p.total', {}, say('board.waiting'), h('strong', {}, String(hall.waiting.length))),
    zones.length > 0 && h('table', {},
      h('thead', {}, h('tr', {}, h('th', {}, say('board.zone')), h('th.figure', {}, say('board.waits')), h('th.figure', {}, say('board.open')))),
      h('tbody', {}, zones.map((zone) =>
        h('tr', {}, h('td', {}, zone.name), h('td.figure', {}, String(zone.waiting)), h('td.figure', {}, String(zone.open)))))),
  ];
}

zoneTable.key = (hall, wanted) => JSON.stringify([hall.waiting.length, zonesOf(hall, wanted)]);

function zonesOf(hall, wanted) {
  const zones = new Map();
  for (const window of hall.windows) {
    const id = window.zone?.id ?? window.zone;
    const zone = zones.get(id) ?? { id, name: window.zone?.name ?? window.zoneName ?? id, waiting: 0, open: 0, skills: new Set() };
    zone.open += OPEN.has(window.state) ? 1 : 0;
    zone.primary = true;
    (window.skills ?? []).forEach((item) => zone.skills.add(item));
    zones.set(id, zone);
  }
  for (const zone of hall.zones ?? []) if (zones.has(zone.id)) zones.get(zone.id).name = zone.name;
  for (const waiting of hall.waiting) {
    const zone = zones.get(waiting.zone) ?? [...zones.values()].find((one) => one.skills.has(waiting.items[0]));
    if (zone) zone.waiting += 1;
  }
  return [...zones.values()]
    .filter((zone) => !wanted.length || wanted.includes(zone.id))
    .map(({ id, name, waiting, open }) => ({ id, name, waiting, open }));
}
