// How long what a window is busy with usually takes.

import { names } from './names.js';
import { turns } from './turns.js';

/** {@return {item, usual} with usual in minutes, counted for all cases of the ticket; undefined while it is not known} */
export function busy(window) {
  const turn = turns.of(window);
  const item = turn && names.items.get(turn.item);
  return item && { item: turn.item, usual: item.minutes * (turn.count ?? 1) };
}
