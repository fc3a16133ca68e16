// Where the ticket stands, in plain words, and what the person can do about it.

import { get, newKey, post, remove } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { materials } from '../parts/materials.js';
import { outlook } from '../parts/outlook.js';
import { say } from '../parts/words.js';

const LEAVABLE = new Set(['waiting', 'held', 'no-show']);
const OPEN = new Set(['waiting', 'called', 'serving', 'held', 'no-show']);

/** {@code next}: what comes right below the number, before what the person came for. */
export function ticketState(ticket, link, note, changed, next) {
  const window = ticket.legs.find((one) => ['called', 'serving', 'held'].includes(one.state))?.window ?? '';
  return [
    h(`section.card.state.${ticket.state}`, {},
      h('p.number.huge', {}, ticket.number),
      h('p.what', {}, say(`state.${ticket.state}`, { window })),
      ticket.state === 'waiting' && outlook(ticket),
      ticket.state === 'waiting' && h('details', {}, h('summary', {}, say('phone.why')), h('p', {}, ticket.why)),
      ticket.state === 'no-show' && comeBack(link, note, changed)),
    next,
    h('section.card', {}, h('h2', {}, say('phone.for')), h('ul', {}, ticket.legs.map(legLine))),
    OPEN.has(ticket.state) && bring(ticket),
    LEAVABLE.has(ticket.state) && leave(link, note, changed),
  ];
}

function legLine(leg) {
  return h('li', {}, leg.name, ' ', h('span.tag', {}, say(`leg.${leg.state}`, { window: leg.window ?? '' })));
}

/** The catalogue is large and a phone's data dear: it is asked for when somebody wants to know. */
function bring(ticket) {
  const list = h('div', {}, say('mark.connecting'));
  const wanted = new Set(ticket.legs.map((leg) => leg.item));
  const load = () => get('/api/items').then(
    ({ items }) => fill(list, materials(items.filter((item) => wanted.has(item.code)))),
    () => fill(list, say('error.offline')));
  return h('details.card', { ontoggle: (event) => event.target.open && load() },
    h('summary', {}, say('materials.title')), list);
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
