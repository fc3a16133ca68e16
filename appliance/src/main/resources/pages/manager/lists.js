// The lists of the manager's page: windows, what was not accepted today, questions still open, the policy script, devices that are not well.

import { h } from '../parts/dom.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';

export function windows(hall) {
  return [
    h('h2', {}, say('manager.windows')),
    h('table', {}, h('tbody', {}, hall.windows.map((window) =>
      h('tr', {},
        h('td', {}, h('a', { href: `/window/${encodeURIComponent(window.id)}` }, window.name)),
        h('td', {}, h(`span.state-dot.${window.state}`), say(`window.${window.state}`)),
        h('td.number', {}, window.ticket?.number ?? window.ticket ?? ''),
        h('td', {}, window.staff ?? ''))))),
  ];
}

/** Outcomes the manager sees the same day (product: no veto). */
export function noVeto(list, items) {
  return [
    h('h2', {}, say('manager.noVeto', { n: list.length })),
    list.length === 0 ? h('p.empty', {}, say('manager.noVeto.none')) : h('table', {}, h('tbody', {}, list.slice(0, 30).map((one) =>
      h('tr', {},
        h('td', {}, clock(Date.parse(one.at))), h('td.number', {}, one.number),
        h('td', {}, say('manager.at', { window: one.window })), h('td', {}, say(`outcome.${one.outcome}`)), h('td', {}, items.get(one.item) ?? one.item, one.note && h('small', {}, ' ', one.note)))))),
  ];
}

/** Which policy calls, and what went wrong in its script: the built-in one answered instead. */
export function scripts(script, faults) {
  return [
    h('h2', {}, say('manager.script')),
    h('p', {}, script ? say('manager.script.on', { name: script }) : say('manager.script.none')),
    faults.slice(-5).reverse().map((fault) => h('p.note.bad', {},
      h('strong', {}, say('manager.script.line', { at: clock(Date.parse(fault.at)), script: fault.script, line: fault.line })), ' ', fault.message)),
  ];
}

/** Questions asked upwards; the person waits for an answer. */
export function duties(list) {
  return [
    h('h2', {}, say('manager.duties', { n: list.length })),
    list.length === 0 ? h('p.empty', {}, say('manager.duties.none')) : h('table', {}, h('tbody', {}, list.map((duty) =>
      h('tr', {}, h('td.number', {}, duty.number), h('td', {}, say('manager.duties.who', { window: duty.window, who: duty.who })),
        h('td', {}, duty.answerBy.slice(0, 10)))))),
  ];
}

export function devices(hall) {
  const all = hall.devices;
  const ill = all.filter((device) => device.state === 'fault');
  return [
    h('h2', {}, say('manager.devices', { n: all.length, ill: ill.length })),
    ill.length === 0 ? h('p.empty', {}, say('manager.devices.well')) : h('table', {}, h('tbody', {}, ill.map((device) =>
      h('tr', {}, h('td', {}, device.id), h('td', {}, say(`fault.${device.fault}`)), h('td', {}, clock(Date.parse(device.since))))))),
  ];
}
