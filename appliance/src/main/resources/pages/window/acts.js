// What a window can do, with which key, and in which state. The hall decides; this only saves a press that it would refuse,
// and says why. No page, no network: testable alone.

import { say } from '../parts/words.js';

/**
 * {@code main}: the state in which this is the next thing to do. {@code form}: asks something first. {@code body}: what is
 * sent along.
 */
export const ACTS = [
  { name: 'open', key: 'o', in: ['closed', 'paused'], main: ['closed', 'paused'] },
  { name: 'next', key: 'n', in: ['idle'], main: ['idle'] },
  { name: 'recall', key: 'r', in: ['called'] },
  { name: 'serve', key: 's', in: ['called'], main: ['called'] },
  { name: 'no-show', key: 'x', in: ['called'] },
  { name: 'done', key: 'd', in: ['serving'], main: ['serving'], sends: 'finish', body: { outcome: 'DONE' } },
  { name: 'finish', key: 'f', in: ['serving'], form: true },
  { name: 'hold', key: 'h', in: ['called', 'serving'] },
  { name: 'transfer', key: 't', in: ['called', 'serving'], form: true },
  { name: 'call', key: 'g', in: ['idle'], form: true },
  { name: 'undo', key: 'u', in: ['closed', 'idle', 'called', 'serving', 'paused'] },
  { name: 'pause', key: 'p', in: ['idle'] },
  { name: 'close', key: 'c', in: ['idle', 'paused'] },
];

export const actNamed = (name) => ACTS.find((one) => one.name === name);

/**
 * Empty when it can be pressed now, else the reason a person reads.
 *
 * @param {object} act one of ACTS; @param {object} window as in the snapshot
 * @param {object?} view of GET /api/windows/{w}, null while it is not known; @param {number} now the hall's time
 */
export function whyNot(act, window, view, now) {
  if (window.cutOff) return say('why.cutOff', { window: window.name });
  if (!act.in.includes(window.state)) return say(`why.${window.state}`, { act: say(`act.${act.name}`) });
  if (!view) return '';
  switch (act.name) {
    case 'undo': return undoable(view, now) ? '' : say('why.undo');
    case 'recall': return view.turn?.recallsLeft === 0 ? say('why.recall', { n: view.rules.recallsMax }) : '';
    case 'no-show': return view.turn ? missing(view, now) : '';
    default: return '';
  }
}

/** What undo would take back now, with the seconds left; null when nothing. */
export function undoable(view, now) {
  const left = view.undo ? Math.ceil((Date.parse(view.undo.until) - now) / 1000) : 0;
  return left > 0 ? { ...view.undo, left } : null;
}

/** What a fair no-show still lacks; empty when it may be pressed (product: no-show is fair). */
export function missing({ turn, rules }, now) {
  const calls = Math.max(0, rules.noShowCalls - turn.callsCounted);
  const seconds = Math.max(0, Math.ceil((Date.parse(turn.noShowFrom) - now) / 1000));
  if (calls === 0) return seconds > 0 ? say('miss.wait', { s: seconds }) : '';
  return seconds > 0 ? say('miss.calls.wait', { n: calls, s: seconds }) : say('miss.calls', { n: calls });
}

/** The act of a key, whatever the input method makes of it; undefined for any other. */
export function actOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase();
  return ACTS.find((one) => one.key === key);
}
