// Who waits for this window, in the order they would be called, and why. Two thousand waiting are a number and the first thirty.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

const SHOWN_MAX = 30;

const ANSWERED_MAX = 200; // the hall names no more than so many

/** @param {object} one whom to call by hand: call(ticket id), whyNot() */
export function waitingList({ waiting }, items, one) {
  const total = waiting.length < ANSWERED_MAX ? waiting.length : `${ANSWERED_MAX}+`;
  return [
    h('h2', {}, say('window.waiting', { n: total })),
    waiting.length === 0 ? h('p.empty', {}, say('window.waiting.none')) : h('table', {},
      h('thead', {}, h('tr', {}, ['number', 'item', 'why', ''].map((name) => h('th', {}, name && say(`window.waiting.${name}`))))),
      h('tbody', {}, waiting.slice(0, SHOWN_MAX).map((ticket) => row(ticket, items, one)))),
    waiting.length > SHOWN_MAX && h('p.empty', {}, say('window.waiting.more', { n: SHOWN_MAX })),
  ];
}

function row(ticket, items, one) {
  return h('tr', {},
    h('td.number', {}, ticket.number, ticket.priority && h('span.tag', {}, say('window.priority'))),
    h('td', {}, items.get(ticket.item)?.shown ?? ticket.item),
    h('td', {}, ticket.why),
    h('td', {}, h('button', { 'aria-disabled': one.whyNot() ? 'true' : null, title: one.whyNot() || null, onclick: () => one.call(ticket.id) },
      say('act.call.one'))));
}
