// How long it will take, honestly: a range, or that no window does this now.

import { html } from './part.js';
import { waitRange } from './time.js';
import { say } from './words.js';

/** @param {object} ticket with ahead, wait {p50, p90} in seconds or null, notice */
export function outlook(ticket) {
  return html`
    <div class="outlook">
      <p class="ahead">${say('ticket.ahead', { n: ticket.ahead ?? 0 })}</p>
      ${wait(ticket)}
    </div>`;
}

function wait(ticket) {
  if (ticket.notice === 'no-window-open') return html`<p class="wait none">${say('ticket.noWindow')}</p>`;
  const range = waitRange(ticket.wait);
  if (!range) return html``;
  const [from, until] = range;
  return html`<p class="wait">${from === 0 ? say('ticket.soon', { until }) : say('ticket.wait', { from, until })}</p>`;
}
