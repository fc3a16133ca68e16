// What each thing that needs the manager says, why, and what can be done about it. One function for each kind of watch.js.

import { html, live, nothing } from '../parts/live-part.js';
import { clock, minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';
import { names } from './names.js';
import { ask } from './press.js';

/** Each is given its fact and how to ask the hall: act(path, body). */
export const LINES = {
  clock: (fact, act) => line(
    say('manager.todo.clock', { at: clock(live.now(), true) }),
    say('manager.todo.clock.why'),
    button(say('manager.todo.clock.do'), () => act('/api/clock', { confirm: true })),
  ),
  alone: ({ division }) => line(
    say('manager.todo.alone', { at: clock(Date.parse(division.since)) }),
    say('manager.todo.alone.why', { letter: division.letter }),
    card('parts'),
  ),
  cutOff: ({ windows }) => line(say('manager.todo.cutOff', { windows: listed(windows) }), say('manager.todo.cutOff.why'), card('parts')),
  conflicts: ({ n }) => line(say('manager.todo.conflicts', { n }), '', card('parts')),
  help: ({ call }, act) => line(
    [say(`manager.help.${call.kind}`), placeOf(call.where), call.number].filter(Boolean).join(' · '),
    [say('manager.since', { at: clock(Date.parse(call.at)), n: minutesSince(call.at, live.now()) }), call.note].filter(Boolean).join(' · '),
    button(say('manager.help.do'), () => act(`/api/helpers/${encodeURIComponent(call.id)}/answer`, {})),
  ),
  uncovered: ({ item, tickets, windows }) => line(
    say('manager.todo.uncovered', { item: names.item(item), n: tickets.length }),
    windows.length ? say('manager.todo.uncovered.why', { windows: listed(windows) }) : say('manager.todo.uncovered.never'),
    panel(say('manager.todo.who'), { title: names.item(item), figure: 'waiting', tickets }),
  ),
  unanswered: ({ window, minutes }) => line(say('manager.todo.unanswered', { window: window.name, number: numberAt(window), n: minutes }), '', consoleOf(window)),
  long: ({ window, minutes, item, usual }) => line(
    say('manager.todo.long', { window: window.name, number: numberAt(window), n: minutes }),
    [names.item(item), say('manager.usual', { n: usual })].join(' · '),
    consoleOf(window),
  ),
  idle: ({ windows, n }) => line(
    say('manager.todo.idle', { windows: windows.length, n }),
    listed(windows),
    panel(say('manager.todo.which'), { title: `${say('manager.windows')} · ${say('window.idle')}`, figure: 'windows', state: 'idle' }),
  ),
  overdue: ({ n }) => line(say('manager.todo.overdue', { n }), '', card('duties')),
  script: ({ n }) => line(say('manager.todo.script', { n }), '', card('script')),
  devices: ({ n }) => line(say('manager.todo.devices', { n }), '', card('devices')),
};

const WINDOWS_NAMED = 4;

const numberAt = (window) => window.ticket?.number ?? '';
const line = (what, why, act) => html`<div class="grow"><strong>${what}</strong>${why ? html`<small>${why}</small>` : nothing}</div>${act}`;
const consoleOf = (window) => html`<a class="button" href="/window/${encodeURIComponent(window.id)}">${say('manager.go')}</a>`;
const panel = (text, behind) => html`<button aria-haspopup="dialog" @click=${({ currentTarget }) => ask(currentTarget, behind)}>${text}</button>`;
const card = (id) => html`<a class="button" href="#${id}">${say('manager.see')}</a>`;

function button(text, act) {
  return html`<button class="primary" aria-disabled=${!live.online} title=${live.online ? nothing : say('manager.offline')} @click=${act}>${text}</button>`;
}

function listed(windows) {
  const first = windows.slice(0, WINDOWS_NAMED).map((window) => window.name).join(say('manager.comma'));
  return windows.length > WINDOWS_NAMED ? `${first}…` : first;
}

/** Where a call came from: a window by its name; others as they were told to the hall. */
function placeOf(where) {
  const [, id] = /^window (.+)$/.exec(where) ?? [];
  if (id) return live.hall.windows.find((window) => window.id === id)?.name ?? id;
  return where === 'link' ? say('manager.help.phone') : where;
}
