// Who is at the window: the number large, what they came for, why they were called.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

/**
 * @param {object} window the window of the snapshot; @param {object?} guest the ticket last read; @param {string?} why
 *     why it was called, as far as this browser knows
 */
export function visitor(window, guest, why) {
  const known = guest && window.ticket && guest.id === window.ticket.id;
  return [
    h('p.state-line', {}, say(`window.${window.state}`)),
    window.ticket
      ? [
          h('p.number.huge', {}, window.ticket.number),
          known && h('ul.for', {}, guest.legs.map(leg)),
          known && guest.count > 1 && h('p', {}, say('window.count', { n: guest.count })),
          why && h('p.why', {}, say('window.why'), why),
        ]
      : h('p.empty', {}, say(`window.${window.state}.hint`)),
  ];
}

/** The leg that is here stands out; the others say where they are. */
function leg(one) {
  const here = one.state === 'called' || one.state === 'serving';
  return h('li', {}, here ? h('strong', {}, one.name) : [one.name, h('span.tag', {}, say(`leg.${one.state}`))]);
}
