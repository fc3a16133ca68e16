// Who is at the window: the number large, what they came for, why they were called, what to check.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

export function visitor(window, last, items) {
  const ticket = ticketOf(window, last);
  const codes = ticket?.items ?? [];
  return [
    h('p.state-line', {}, say(`window.${window.state}`)),
    ticket
      ? [
          h('p.number.huge', {}, ticket.number),
          h('ul.for', {}, codes.map((code) => h('li', {}, items.get(code)?.shown ?? code))),
          ticket.priorityShow && h('p.tag', {}, ticket.priorityShow),
          whyText(ticket.why) && h('p.why', {}, say('window.why'), whyText(ticket.why)),
        ]
      : h('p.empty', {}, say(`window.${window.state}.hint`)),
  ];
}

/** The answer to the last act knows the visitor best, as long as it is about the same ticket. */
function ticketOf(window, last) {
  if (!window.ticket) return null;
  const snapshot = typeof window.ticket === 'object' ? window.ticket : { number: window.ticket };
  const same = last?.ticket && (last.ticket.number === snapshot.number || last.ticket.id === snapshot.id);
  return same ? { ...snapshot, ...last.ticket } : snapshot;
}

export function whyText(why) {
  return typeof why === 'string' ? why : why?.text ?? why?.sentence ?? '';
}
