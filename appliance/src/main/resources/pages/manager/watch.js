// What needs a manager now, worst first, as facts: no page, no network, testable alone.

import { divisionOf, servedHere } from '../parts/division.js';
import { minutesSince } from '../parts/time.js';

const UNANSWERED_MINUTES = 3;
const IDLE_MINUTES = 2;
const LONG_TIMES = 2; // as long as the item usually takes
const LONG_MINUTES = 10; // and never before this
const OPEN = new Set(['idle', 'called', 'serving']);
const HELP = ['security', 'colleague', 'helper']; // worst first

/**
 * @param {object} whole as /api/hall
 * @param {object|null} now as /api/manager
 * @param {number} at the hall's time
 * @param {(window) => {item: string, usual: number}|undefined} busy what it serves, and the minutes that this usually takes
 * @param {number} conflicts of a divided hall that nobody has looked at yet
 * @returns {Array<{kind: string, grave: boolean}>} one fact for each thing, with what belongs to its kind
 */
export function watch(whole, now, at, busy, conflicts = 0) {
  const hall = servedHere(whole); // of what is out of reach only that is known
  return [
    ...(now && !now.clockTrusted ? [{ kind: 'clock', grave: true }] : []),
    ...divided(whole),
    ...calls(hall.help ?? []),
    ...uncovered(hall),
    ...hall.windows.filter((window) => unanswered(window, at)).map((window) => ({ kind: 'unanswered', grave: true, window, minutes: minutesSince(window.since, at) })),
    ...hall.windows.filter((window) => long(window, at, busy)).map((window) => ({
      kind: 'long', grave: false, window, minutes: minutesSince(window.since, at), ...busy(window),
    })),
    ...idle(hall, at),
    ...some('conflicts', conflicts),
    ...overdue(now?.duties ?? [], at),
    ...some('script', now?.scriptFaults.length ?? 0),
    ...some('devices', hall.devices.filter((device) => device.state === 'fault').length),
  ];
}

function divided(hall) {
  const division = divisionOf(hall);
  if (!division) return [];
  return [division.alone ? { kind: 'alone', grave: true, division } : { kind: 'cutOff', grave: true, windows: division.away }];
}

const some = (kind, n) => (n > 0 ? [{ kind, grave: false, n }] : []);

function calls(help) {
  return [...help]
    .sort((a, b) => HELP.indexOf(a.kind) - HELP.indexOf(b.kind) || a.at.localeCompare(b.at))
    .map((call) => ({ kind: 'help', grave: call.kind === 'security', call }));
}

/** Items somebody waits for and no open window takes: they would wait for ever. */
function uncovered(hall) {
  const taken = new Set(hall.windows.filter(({ state }) => OPEN.has(state)).flatMap(({ skills }) => skills));
  return [...byItem(hall.waiting)]
    .filter(([item]) => !taken.has(item))
    .map(([item, tickets]) => ({
      kind: 'uncovered', grave: true, item, tickets,
      windows: hall.windows.filter((window) => window.skills.includes(item)), // any of these would help
    }))
    .sort((a, b) => b.tickets.length - a.tickets.length);
}

/** Whoever waits, by the item they wait for now: the first that is left of theirs. */
function byItem(waiting) {
  const all = new Map();
  for (const ticket of waiting) {
    const [item] = ticket.items;
    if (!all.has(item)) all.set(item, []);
    all.get(item).push(ticket);
  }
  return all;
}

/** Called, and nobody came or nobody pressed the key. */
export function unanswered(window, at) {
  return window.state === 'called' && minutesSince(window.since, at) >= UNANSWERED_MINUTES;
}

/** Serving far longer than its item usually takes. */
export function long(window, at, busy) {
  const usual = window.state === 'serving' && busy(window)?.usual;
  return Boolean(usual) && minutesSince(window.since, at) >= Math.max(LONG_TIMES * usual, LONG_MINUTES);
}

/** Windows that call nobody, though somebody waits for what they take: one fact for all of them. */
function idle(hall, at) {
  const waiting = byItem(hall.waiting);
  const windows = hall.windows
    .filter((window) => window.state === 'idle' && minutesSince(window.since, at) >= IDLE_MINUTES)
    .filter((window) => window.skills.some((item) => waiting.has(item)));
  const items = new Set(windows.flatMap(({ skills }) => skills));
  const n = [...items].reduce((sum, item) => sum + (waiting.get(item)?.length ?? 0), 0);
  return windows.length ? [{ kind: 'idle', grave: false, windows, n }] : [];
}

function overdue(duties, at) {
  return some('overdue', duties.filter((duty) => Date.parse(duty.answerBy) < at).length);
}
