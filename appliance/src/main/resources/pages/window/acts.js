// What a window can do, with which key, and in which state. The hall decides; this only saves a press that it would refuse.

import { say } from '../parts/words.js';

/** {@code main}: the state in which this is the next thing to do. */
export const ACTS = [
  { name: 'open', key: 'o', in: ['closed', 'paused'], main: 'closed' },
  { name: 'next', key: 'n', in: ['idle'], main: 'idle' },
  { name: 'call', key: 'g', in: ['idle'] },
  { name: 'recall', key: 'r', in: ['called'] },
  { name: 'serve', key: 's', in: ['called'], main: 'called' },
  { name: 'no-show', key: 'x', in: ['called'] },
  { name: 'finish', key: 'f', in: ['serving'], main: 'serving' },
  { name: 'hold', key: 'h', in: ['called', 'serving'] },
  { name: 'transfer', key: 't', in: ['called', 'serving'] },
  { name: 'undo', key: 'u', in: ['closed', 'idle', 'called', 'serving', 'paused'] },
  { name: 'pause', key: 'p', in: ['idle'] },
  { name: 'close', key: 'c', in: ['idle', 'paused'] },
];

/** Empty when it can be pressed now, else the reason a person reads. */
export function whyNot(name, window) {
  const act = ACTS.find((one) => one.name === name);
  return act.in.includes(window.state) ? '' : say(`why.${window.state}`, { act: say(`act.${name}`) });
}
