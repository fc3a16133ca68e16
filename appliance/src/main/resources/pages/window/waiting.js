// Who waits for this window, in the order they would be called, and why. Two thousand waiting are a number and the first thirty.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';
import { whyText } from './visitor.js';

const SHOWN_MAX = 30;

export function waitingList(answer, items, call) {
  const waiting = answer.waiting ?? answer;
  const total = answer.total ?? answer.count ?? waiting.length;
  return [
    h('h2', {}, say('window.waiting', { n: total })),
    waiting.length === 0 ? h('p.empty', {}, say('window.waiting.none')) : h('table', {},
      h('thead', {}, h('tr', {}, ['number', 'item', 'why', ''].map((name) => h('th', {}, name && say(`window.waiting.${name}`))))),
      h('tbody', {}, waiting.slice(0, SHOWN_MAX).map((ticket) => row(ticket, items, call)))),
    total > SHOWN_MAX && h('p.empty', {}, say('window.waiting.more', { n: total - SHOWN_MAX })),
  ];
}

function row(ticket, items, call) {
  const codes = ticket.items ?? [ticket.item];
  return h('tr', {},
    h('td.number', {}, ticket.number, ticket.priority && h('span.tag', {}, ticket.priorityName ?? say('window.priority'))),
    h('td', {}, codes.map((code) => items.get(code)?.shown ?? code).join('、')),
    h('td', {}, whyText(ticket.why)),
    h('td', {}, h('button', { onclick: () => call(ticket.id) }, say('act.call.one'))));
}
