// A person's own page, behind the QR code of the slip. The link in the address is the key; nothing is stored in the phone.

import { Offline, Problem, get, useBearer } from '../parts/api.js';
import { fill, fillIfChanged, h } from '../parts/dom.js';
import { noteArea } from '../parts/note.js';
import { clock } from '../parts/time.js';
import { languageNow, loadWords, say, useLanguage } from '../parts/words.js';
import { rating } from './rating.js';
import { ticketState } from './state.js';

const LOOK_MS = 5000;
const AWAY_MS = 30_000; // a page nobody looks at asks less often

await loadWords();
if (!new URLSearchParams(location.search).has('lang') && !navigator.language.startsWith('zh')) useLanguage('en');
const link = location.pathname.split('/').pop();
useBearer(link);

const note = noteArea();
const body = h('main.phone');
const stale = h('p.stale', { role: 'status', hidden: true });
const testClock = h('span.mark.test', { hidden: true });
let last = null;
let heardAt = 0;
let rated = null;

function drawAll() {
  const other = languageNow() === 'zh' ? 'en' : 'zh';
  fill(document.body,
    h('header.head', {}, h('h1', {}, say('phone.title')), h('span.head-marks', {}, testClock),
      h('button', { onclick: () => { useLanguage(other); delete body.dataset.drawn; drawAll(); draw(); } }, other === 'en' ? 'English' : '中文')),
    stale, note, body);
}

function draw() {
  if (!last) return;
  testClock.hidden = !last.testClock;
  testClock.textContent = say('mark.testClock');
  fillIfChanged(body, JSON.stringify([last, rated, languageNow()]), () => [
    ticketState(last, link, note, look, last.state === 'closed' && rating(last, link, rated, note, (level) => {
      rated = level;
      draw();
    })),
  ]);
}

async function look() {
  try {
    const next = await get(`/api/tickets/${link}`);
    if (last && last.state !== 'called' && next.state === 'called') navigator.vibrate?.([400, 200, 400]);
    last = next;
    rated ??= next.rated || null;
    heardAt = Date.now();
    stale.hidden = true;
    draw();
  } catch (failure) {
    if (failure instanceof Offline && last) {
      stale.hidden = false;
      stale.textContent = say('phone.stale', { at: clock(heardAt) });
    } else if (failure instanceof Problem && failure.status < 500) {
      fill(body);
      if (failure.status === 401 || failure.status === 404) note.warn(say('phone.wrong'));
      else note.show(failure);
      return; // a wrong link does not get right by asking again
    } else if (!last) {
      note.show(failure);
    }
  }
  setTimeout(look, document.hidden ? AWAY_MS : LOOK_MS);
}

drawAll();
document.addEventListener('visibilitychange', () => !document.hidden && draw());
look();
