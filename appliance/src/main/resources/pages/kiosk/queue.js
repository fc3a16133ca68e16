// How it stands now for one item, from the live hall: before the ticket there is no promise, only what can be counted.

import { servedHere } from '../parts/division.js';

const OPEN = new Set(['idle', 'called', 'serving']);

/**
 * @param {object} hall as /api/hall
 * @param {object} item of the catalogue
 * @param {Array} items the whole catalogue
 * @return {{open: number, waiting: number}} windows that take it now, and people who wait for something of its series
 */
export function queueFor(hall, item, items) {
  const alike = new Set(items.filter((one) => one.series === item.series).map((one) => one.code));
  const { windows, waiting } = servedHere(hall);
  return {
    open: windows.filter((window) => OPEN.has(window.state) && window.skills.includes(item.code)).length,
    waiting: waiting.filter((ticket) => alike.has(ticket.items[0])).length,
  };
}
