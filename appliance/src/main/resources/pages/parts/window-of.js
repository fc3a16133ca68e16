// At which window a ticket is, by the hall's picture of it.

import { live } from './live.js';

const AT_WINDOW = new Set(['called', 'serving', 'held']);

/** The window where the ticket is, or was last, with its name as the hall shows it. */
export function windowOf(ticket) {
  const leg = ticket.legs.find((one) => one.window && one.state === ticket.state && AT_WINDOW.has(one.state));
  return leg && (live.hall?.windows.find((window) => window.id === leg.window) ?? { id: leg.window, name: leg.window });
}
