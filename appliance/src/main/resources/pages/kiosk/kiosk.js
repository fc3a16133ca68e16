// The kiosk: say what you came for, see what to bring, take a ticket. Goes back to the start by itself when nobody
// touches it, so that nobody finds what another was looking for.

import { get } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { noteArea } from '../parts/note.js';
import { languageNow, loadWords, say, useLanguage } from '../parts/words.js';
import { startScreen } from './start.js';
import { confirmScreen } from './confirm.js';
import { ticketScreen } from './ticket.js';

const IDLE_MS = 60_000;

await loadWords();
const live = new Live();
const note = noteArea();
const screen = h('main.screen');
let catalogue = { items: [], themes: [], zones: [], groups: [] };
let idle;
let leave = () => {};

/** Screens: a function that gets the way to the others and gives its elements. */
const ways = {
  start: () => show(() => startScreen(catalogue, ways)),
  confirm: (choice) => show(() => confirmScreen(catalogue, choice, ways)),
  taken: (ticket, choice) => show(() => ticketScreen(catalogue, ticket, choice, ways)),
  note,
  /** What the screen must stop when another comes. */
  onLeave: (stop) => (leave = stop),
};

function show(draw) {
  leave();
  leave = () => {};
  note.clear();
  fill(screen, draw());
  scrollTo(0, 0);
  wake();
}

function wake() {
  clearTimeout(idle);
  idle = setTimeout(home, IDLE_MS);
}

function home() {
  if (languageNow() !== 'zh') speak('zh');
  else ways.start();
}

function speak(language) {
  useLanguage(language);
  draw();
  ways.start();
}

function draw() {
  const other = languageNow() === 'zh' ? 'en' : 'zh';
  const name = live.hall?.name ?? '';
  fill(document.body,
    head(name || say('kiosk.title'), live,
      h('button.language', { onclick: () => speak(other) }, other === 'en' ? 'English' : '中文')),
    note, screen);
}

async function load() {
  const [items, themes] = await Promise.all([get('/api/items'), get('/api/themes')]);
  catalogue = { ...items, ...themes };
}

draw();
document.addEventListener('pointerdown', wake);
document.addEventListener('keydown', wake);
live.start();
let named = false;
live.onUpdate(() => {
  if (!named && live.hall) {
    named = true;
    draw();
  }
});
(async function begin() {
  try {
    await load();
    ways.start();
  } catch (failure) {
    note.show(failure);
    setTimeout(begin, 5000);
  }
})();
