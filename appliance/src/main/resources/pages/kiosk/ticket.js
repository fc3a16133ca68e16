// The third screen: the number, how long, whether the paper came out. Leaves by itself, or by a touch.

import { get } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { outlook } from '../parts/outlook.js';
import { nameOf, say } from '../parts/words.js';

const STAY_SECONDS = 15;
const LOOK_MS = 1000;
const LOOKS_MAX = 12;

export function ticketScreen(catalogue, ticket, choice, ways) {
  const paper = h('p.paper', { role: 'status' }, say('kiosk.printing'));
  const button = h('button.primary', { onclick: ways.start }, say('kiosk.done'));
  let left = STAY_SECONDS;
  const countdown = setInterval(() => {
    left -= 1;
    button.textContent = `${say('kiosk.done')} (${left})`;
    if (left <= 0) ways.start();
  }, 1000);
  const looking = lookForPaper(ticket, paper);
  ways.onLeave(() => {
    clearInterval(countdown);
    clearInterval(looking);
  });
  return [
    h('div.taken', {},
      h('p', {}, say('kiosk.yourNumber')),
      h('p.number.huge', {}, ticket.number),
      h('p.for', {}, nameOf(choice.theme ?? choice.items[0])),
      outlook(ticket),
      paper,
      h('p.soft', {}, say('kiosk.listen')),
      button),
  ];
}

/** Printed or not is a fact on the ticket; out of paper, the number on the screen still counts. */
function lookForPaper(ticket, paper) {
  let looks = 0;
  const timer = setInterval(async () => {
    looks += 1;
    const printed = await get(`/api/tickets/${ticket.id}`).then((now) => now.printed, () => undefined);
    if (printed === true) fill(paper, say('kiosk.printed'));
    else if (printed === false) fill(paper, h('strong.failed', {}, say('kiosk.notPrinted')));
    else if (looks < LOOKS_MAX) return;
    else fill(paper, say('kiosk.maybePrinted'));
    clearInterval(timer);
  }, LOOK_MS);
  return timer;
}
