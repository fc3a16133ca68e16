// The hall as it is, for its manager: who waits how long, what each window does, what needs a word today.

import { get } from '../parts/api.js';
import { fill, fillIfChanged, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { noteArea } from '../parts/note.js';
import { loadWords, nameOf, say } from '../parts/words.js';
import { figures, zoneFigures } from './figures.js';
import { devices, duties, noVeto, scripts, windows } from './lists.js';

const LOOK_MS = 3000;

await loadWords();
const live = new Live();
const note = noteArea();
const card = () => h('section.card');
const parts = { figures: h('section.figures'), zones: card(), windows: card(), veto: card(), duties: card(), scripts: card(), devices: card() };
let items = new Map();
let zones = [];
fill(document.body, head(say('manager.title'), live),
  h('main.manager-main', {}, note, parts.figures,
    h('div.beside', {}, parts.zones, parts.windows),
    h('div.beside', {}, parts.veto, parts.duties, parts.scripts, parts.devices)));

function drawHall() {
  if (!live.hall) return;
  fillIfChanged(parts.windows, JSON.stringify(live.hall.windows), () => windows(live.hall));
  fillIfChanged(parts.devices, JSON.stringify(live.hall.devices), () => devices(live.hall));
}

function draw(now) {
  const part = (name, key, make) => fillIfChanged(parts[name], JSON.stringify([key, items.size]), make);
  part('figures', [now.hall, now.noShowRate, now.ratings], () => figures(now));
  part('zones', now.zones, () => zoneFigures(now, zones));
  part('veto', now.noVeto, () => noVeto(now.noVeto, items));
  part('duties', now.duties, () => duties(now.duties));
  part('scripts', [now.script, now.scriptFaults], () => scripts(now.script, now.scriptFaults));
}

async function look() {
  try {
    if (!items.size) {
      const catalogue = await get('/api/items');
      items = new Map(catalogue.items.map((item) => [item.code, nameOf(item)]));
      zones = catalogue.zones;
    }
    draw(await get('/api/manager'));
    note.clear();
  } catch (failure) {
    note.show(failure);
  }
  setTimeout(look, LOOK_MS);
}

live.onUpdate(drawHall);
live.start();
look();
