// The console of one window: who is here, what can be done with them, who waits and why. Keyboard first; every act is one
// request with one key, and what the hall refuses is said with what to do instead.

import { Offline, Unsettled, get, post } from '../parts/api.js';
import { fill, fillIfChanged, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { noteArea } from '../parts/note.js';
import { loadWords, nameOf, say } from '../parts/words.js';
import { ACTS, whyNot } from './acts.js';
import { finishForm } from './finish.js';
import { callForm, openForm, transferForm } from './forms.js';
import { visitor } from './visitor.js';
import { waitingList } from './waiting.js';

await loadWords();
const id = decodeURIComponent(location.pathname.split('/').pop());
const live = new Live();
const note = noteArea();
const top = h('div');
const here = h('section.card.here');
const form = h('section.card', { hidden: true });
const acts = h('div.acts', { role: 'toolbar', 'aria-label': say('window.acts') });
const line = h('section.card.line');
const whyCalled = new Map(); // ticket id → why it was called, as the call's answer said
let items = new Map();
let busy = false;
const unsettled = new Unsettled();
let guest = null; // the ticket here, with its legs; the snapshot knows its number only

fill(document.body, top, h('main.window-main', {}, h('div.left', {}, here, note, form, acts), line));

const mine = () => live.hall?.windows.find((window) => window.id === id);
const console_ = { id, live, items: () => items, guest: () => guest, mine, act, done: () => (form.hidden = true) };

/** One act of the window: true when the hall agreed. */
async function act(name, body = {}, key = unsettled.keyFor(name, body)) {
  if (busy) return false;
  busy = true;
  note.clear();
  draw();
  try {
    const answer = await post(`/api/windows/${encodeURIComponent(id)}/${name}`, body, key);
    unsettled.settle();
    if (answer === null) note.tell(say('window.nobody'));
    if (answer?.ticket) whyCalled.set(answer.ticket.id, answer.ticket.why);
    form.hidden = true;
    return true;
  } catch (failure) {
    if (!(failure instanceof Offline)) unsettled.settle();
    note.show(failure);
    return false;
  } finally {
    busy = false;
    await live.refresh();
    loadLine();
  }
}

/** Calls one of the line by hand; says why not while somebody is here. */
const callOne = {
  whyNot: () => (mine() ? whyNot('call', mine()) : say('mark.connecting')),
  call: (ticket) => (callOne.whyNot() ? note.tell(callOne.whyNot()) : act('call', { ticket })),
};

const FORMS = { finish: finishForm, transfer: transferForm, call: callForm, open: openForm };

function press(name) {
  const window = mine();
  const reason = window ? whyNot(name, window) : say('mark.connecting');
  if (reason) {
    note.tell(reason);
  } else if (FORMS[name] && !(name === 'open' && window.state === 'paused')) {
    form.hidden = false;
    fill(form, FORMS[name](console_));
    form.querySelector('input, select, button')?.focus();
  } else {
    act(name);
  }
}

function draw() {
  const window = mine();
  fillIfChanged(top, window?.name ?? id, () => head(`${window?.name ?? id}`, live));
  if (!live.hall) return;
  if (!window) {
    fill(here, h('p.empty', {}, say('window.unknown', { id })));
    return;
  }
  fillIfChanged(here, JSON.stringify([window, guest]), () => visitor(window, guest, whyCalled.get(window.ticket?.id)));
  fillIfChanged(acts, JSON.stringify([window.state, busy]), () => ACTS.map((one) => button(one, window)));
}

function button(one, window) {
  const reason = busy ? say('window.busy') : whyNot(one.name, window);
  return h(`button${one.main === window.state ? '.primary' : ''}`, {
    'aria-disabled': reason ? 'true' : null, title: reason || null, onclick: () => press(one.name),
  }, say(`act.${one.name}`), ' ', h('kbd', {}, one.key.toUpperCase()));
}

/** Who is here, in full: asked for when somebody else is. */
async function loadGuest() {
  const at = mine()?.ticket;
  if (!at || (guest?.id === at.id && guest.state === at.state)) return;
  try {
    guest = await get(`/api/tickets/${at.id}`);
    draw();
  } catch {
    // The next update asks again; until then the number stands there alone.
  }
}

async function loadLine() {
  try {
    const waiting = await get(`/api/windows/${encodeURIComponent(id)}/waiting`);
    fillIfChanged(line, JSON.stringify([waiting, items.size, mine()?.state]), () => waitingList(waiting, items, callOne));
  } catch (failure) {
    if (!line.children.length) fill(line, h('p.empty', {}, failure.message));
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') form.hidden = true;
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea')) return;
  const one = ACTS.find((each) => each.key === event.key.toLowerCase());
  if (one && (form.hidden || !event.target.closest('form'))) {
    event.preventDefault();
    press(one.name);
  }
});

live.onUpdate(draw);
live.onUpdate(loadGuest);
live.onUpdate(loadLine);
live.start();
(async function load() {
  try {
    items = new Map((await get('/api/items')).items.map((item) => [item.code, { ...item, shown: nameOf(item) }]));
    draw();
  } catch {
    setTimeout(load, 5000);
  }
})();
