// How long it will take, honestly: a range, or that no window does this now.

import { h } from './dom.js';
import { say } from './words.js';
import { waitRange } from './time.js';

/** @param {object} ticket with ahead, wait {p50, p90} in seconds or null, notice */
export function outlook(ticket) {
  return h('div.outlook', {}, h('p.ahead', {}, say('ticket.ahead', { n: ticket.ahead ?? 0 })), wait(ticket));
}

function wait(ticket) {
  if (ticket.notice === 'no-window-open') return h('p.wait.none', {}, say('ticket.noWindow'));
  const range = waitRange(ticket.wait);
  if (!range) return null;
  const [from, until] = range;
  return h('p.wait', {}, from < 1 ? say('ticket.soon', { until }) : say('ticket.wait', { from, until }));
}
