// Whether what a page says of a ticket can be believed while the hall is divided, and where its number is called.

import { divisionOf, isOf, listed } from './division.js';
import { live } from './live.js';
import { html, nothing } from './part.js';
import { clock } from './time.js';
import { windowOf } from './window-of.js';
import { say } from './words.js';

const OVER = new Set(['closed', 'cancelled', 'expired']);

/** @param {object} ticket as GET /api/tickets/{ticket} */
export function dividedNote(ticket) {
  const division = divisionOf(live.hall);
  const text = division && !OVER.has(ticket.state) && wordsOf(division, ticket);
  return text ? html`<p class="note alone" role="status">${text}</p>` : nothing;
}

function wordsOf(division, ticket) {
  const window = windowOf(ticket);
  if (isOf(division, ticket)) return say('phone.alone.mine', { windows: listed(division.own, say) });
  if (division.alone) return window && !window.cutOff ? '' : say('phone.alone.other', { at: clock(Date.parse(division.since)) });
  return window?.cutOff ? say('phone.away', { window: window.name }) : '';
}
