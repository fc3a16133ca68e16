// The hall as it is, for its manager: who waits how long, what each window does, what needs a word today.

import { get } from '../parts/api.js';
import { fill, fillIfChanged, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { noteArea } from '../parts/note.js';
import { loadWords, say } from '../parts/words.js';
import { figures } from './figures.js';
import { devices, noVeto, scripts, windows } from './lists.js';

const LOOK_MS = 3000;

await loadWords();
const live = new Live();
const note = noteArea();
const parts = { figures: h('section.figures'), windows: h('section.card'), veto: h('section.card'), scripts: h('section.card'), devices: h('section.card') };
fill(document.body, head(say('manager.title'), live),
  h('main.manager-main', {}, note, parts.figures, parts.windows, h('div.beside', {}, parts.veto, parts.scripts, parts.devices)));

function drawHall() {
  if (!live.hall) return;
  fillIfChanged(parts.windows, JSON.stringify(live.hall.windows), () => windows(live.hall));
  fillIfChanged(parts.devices, JSON.stringify(live.hall.devices), () => devices(live.hall));
}

async function look() {
  try {
    const now = await get('/api/manager');
    note.clear();
    fillIfChanged(parts.figures, JSON.stringify(now), () => figures(now));
    fillIfChanged(parts.veto, JSON.stringify(now.noVeto ?? now.listed ?? []), () => noVeto(now.noVeto ?? now.listed ?? []));
    fillIfChanged(parts.scripts, JSON.stringify(now.script ?? {}), () => scripts(now.script ?? {}));
  } catch (failure) {
    note.show(failure);
  }
  setTimeout(look, LOOK_MS);
}

live.onUpdate(drawHall);
live.start();
look();
