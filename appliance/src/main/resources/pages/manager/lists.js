// The lists of the manager's page: windows, what was not accepted today, the policy script, devices that are not well.

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
export function noVeto(list) {
  return [
    h('h2', {}, say('manager.noVeto', { n: list.length })),
    list.length === 0 ? h('p.empty', {}, say('manager.noVeto.none')) : h('table', {}, h('tbody', {}, list.slice(0, 30).map((one) =>
      h('tr', {},
        h('td', {}, one.at ? clock(Date.parse(one.at)) : ''), h('td.number', {}, one.number ?? ''),
        h('td', {}, one.window ?? ''), h('td', {}, say(`outcome.${one.outcome}`)), h('td', {}, one.item ?? ''))))),
  ];
}

export function scripts(script) {
  const faults = script.faults ?? (script.fault ? [script.fault] : []);
  return [
    h('h2', {}, say('manager.script')),
    h('p', {}, script.name ? say('manager.script.on', { name: script.name }) : say('manager.script.none')),
    faults.map((fault) => h('p.note.bad', {}, typeof fault === 'string' ? fault : [
      h('strong', {}, say('manager.script.line', { line: fault.line ?? '?' })), ' ', fault.message ?? fault.why ?? ''])),
  ];
}

export function devices(hall) {
  const all = hall.devices ?? [];
  const ill = all.filter((device) => device.state === 'fault');
  return [
    h('h2', {}, say('manager.devices', { n: all.length, ill: ill.length })),
    ill.length === 0 ? h('p.empty', {}, say('manager.devices.well')) : h('table', {}, h('tbody', {}, ill.map((device) =>
      h('tr', {}, h('td', {}, device.id), h('td', {}, say(`fault.${device.fault}`)), h('td', {}, clock(Date.parse(device.since))))))),
  ];
}
