// A divided hall, as the part sees it that this page hangs on: what it serves itself, and what is out of its reach. No page, no
// network: testable alone.

/**
 * @typedef {object} Division
 * @property {boolean} alone this part is cut off from the hall and gives numbers with its own letter
 * @property {string} letter of those numbers; empty for the hall itself
 * @property {string} since when this part has been alone; empty for the hall itself
 * @property {Array} own windows of the snapshot that are served from here
 * @property {Array} away windows that another part serves
 */

/** {@param {object|null} hall as /api/hall} {@return {Division|null} null when the hall is whole} */
export function divisionOf(hall) {
  if (!hall) return null;
  const away = hall.windows.filter((window) => window.cutOff);
  if (!hall.island && !away.length) return null;
  return {
    alone: Boolean(hall.island),
    letter: hall.island?.letters[0] ?? '',
    since: hall.island?.since ?? '',
    own: hall.windows.filter((window) => !window.cutOff),
    away,
  };
}

/**
 * The hall without what only another part knows: its windows stand as they did at the cut, and so do the people who wait for them.
 */
export function servedHere(hall) {
  const division = divisionOf(hall);
  if (!division) return hall;
  const waiting = division.alone ? hall.waiting.filter((ticket) => isOf(division, ticket)) : hall.waiting;
  return { ...hall, windows: division.own, waiting };
}

/** Whether this part gave the number itself, while it was alone. */
export function isOf({ alone, letter }, { number }) {
  return alone && number.replace(/\d+$/, '') === letter;
}

/** Whether this part does not know any more how it stands: the number waits in the rest of the hall. */
export function isStale(division, ticket) {
  return Boolean(division?.alone) && !isOf(division, ticket);
}

/** Whether windows take this item, and all of them are out of reach. */
export function onlyElsewhere(hall, item) {
  const takes = hall.windows.filter((window) => window.skills.includes(item.code));
  return takes.length > 0 && takes.every((window) => window.cutOff);
}

/** The names of some windows, no longer than a person reads; @param {(key: string, values: object) => string} say */
export function listed(windows, say, most = 6) {
  const first = windows.slice(0, most).map((window) => window.name).join(say('list.comma'));
  return windows.length > most ? say('list.more', { first, n: windows.length }) : first;
}
