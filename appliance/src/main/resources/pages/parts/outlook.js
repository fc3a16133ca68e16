// How long it will take, honestly: a range, or that no window does this now.

import { h } from './dom.js';
import { say } from './words.js';
import { waitRange } from './time.js';

export function outlook(ticket) {
  const range = waitRange(ticket.wait);
  return h(
    'div.outlook', {},
    h('p.ahead', {}, say('ticket.ahead', { n: ticket.ahead ?? 0 })),
    range
      ? h('p.wait', {}, range[0] < 1 ? say('ticket.soon', { until: range[1] }) : say('ticket.wait', { from: range[0], until: range[1] }))
      : h('p.wait.none', {}, say('ticket.noWindow')),
  );
}
