// Where the ticket stands, in plain words, and what the person can do about it.

import { newKey, post, remove } from '../parts/api.js';
import { h } from '../parts/dom.js';
import { outlook } from '../parts/outlook.js';
import { say } from '../parts/words.js';

const LEAVABLE = new Set(['waiting', 'held', 'no-show']);
const OPEN = new Set(['waiting', 'called', 'serving', 'held', 'no-show']);

/** {@code next}: what comes right below the number, before what the person came for. */
export function ticketState(ticket, link, note, changed, next) {
  const leg = ticket.legs?.find((one) => ['called', 'serving', 'held'].includes(one.state));
  const window = leg?.windowName ?? leg?.window ?? '';
  return [
    h(`section.card.state.${ticket.state}`, {},
      h('p.number.huge', {}, ticket.number),
      h('p.what', {}, say(`state.${ticket.state}`, { window })),
      ticket.state === 'waiting' && outlook(ticket),
      OPEN.has(ticket.state) && why(ticket) && h('details', {}, h('summary', {}, say('phone.why')), h('p', {}, why(ticket))),
      ticket.state === 'no-show' && comeBack(link, note, changed)),
    next,
    h('section.card', {}, h('h2', {}, say('phone.for')), h('ul', {}, (ticket.legs ?? []).map(legLine))),
    OPEN.has(ticket.state) && bring(ticket),
    LEAVABLE.has(ticket.state) && leave(link, note, changed),
  ];
}

const why = (ticket) => (typeof ticket.why === 'string' ? ticket.why : ticket.why?.text ?? '');

function legLine(leg) {
  const name = leg.name ?? leg.itemName ?? leg.item?.name ?? leg.item;
  return h('li', {}, name, ' ', h('span.tag', {}, say(`leg.${leg.state}`, { window: leg.windowName ?? leg.window ?? '' })));
}

function bring(ticket) {
  const materials = ticket.materials ?? (ticket.legs ?? []).flatMap((leg) => leg.materials ?? []);
  return materials.length > 0 && h('section.card', {}, h('h2', {}, say('materials.title')),
    h('ul', {}, materials.map((one) => h('li', {}, one.name ?? one, one.deferrable && h('span.tag', {}, say('materials.later'))))));
}

function comeBack(link, note, changed) {
  const key = newKey();
  return h('button.primary', {
    onclick: () => post(`/api/tickets/${link}/back`, {}, key).then(changed, note.show),
  }, say('phone.back'));
}

/** Leaving cannot be taken back, so it is asked twice. */
function leave(link, note, changed) {
  const key = newKey();
  const button = h('button.danger', {
    onclick: () => {
      if (!button.dataset.sure) {
        button.dataset.sure = 'yes';
        button.textContent = say('phone.leave.sure');
        return;
      }
      remove(`/api/tickets/${link}`, key).then(changed, note.show);
    },
  }, say('phone.leave'));
  return button;
}
