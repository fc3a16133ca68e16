// The hall board, read from ten metres: who is called where, how many wait, what time it is. Nobody's name, ever.

import { get } from '../parts/api.js';
import { fill, fillIfChanged, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { loadWords, say } from '../parts/words.js';
import { LastCalls } from './calls.js';
import { zoneTable } from './zones.js';

await loadWords();
const live = new Live();
const wanted = new URLSearchParams(location.search).get('zones')?.split(',') ?? [];
const calls = new LastCalls(wanted);
const left = h('section.calls', { 'aria-live': 'polite' });
const right = h('aside.zones');
const top = h('div.top');
let catalogue = { items: [], zones: [] };
fill(document.body, top, h('main.board-main', {}, left, right));

function draw() {
  const hall = live.hall;
  fillIfChanged(top, hall?.name ?? '', () => head(hall?.name ?? say('board.title'), live));
  if (!hall) {
    fill(left, h('p.empty', {}, say('mark.connecting')));
    return;
  }
  calls.take(hall);
  const lines = calls.lines();
  fillIfChanged(left, JSON.stringify(lines), () => lines.length
    ? lines.map((line, i) => h(`div.call${i === 0 ? '.newest.fresh' : ''}`, {},
        h('span.number', {}, line.number), h('span.to', {}, say('board.to')), h('span.at', {}, line.window)))
    : h('p.empty', {}, say('board.noCalls')));
  fillIfChanged(right, zoneTable.key(hall, catalogue, wanted), () => zoneTable(hall, catalogue, wanted));
}

live.onUpdate(draw);
live.onChange((change) => calls.hear(change));
draw();
live.start();
(async function load() {
  try {
    catalogue = await get('/api/items');
    draw();
  } catch {
    setTimeout(load, 5000);
  }
})();
