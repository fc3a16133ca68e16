// The strip at the top of every page: whose page it is, the hall's time, and whether what is below can be believed.
// Says 测试时钟 when the hall's clock is a test clock, 离线 when nothing was heard for a while, and island for a hall cut off.

import { h, fill } from './dom.js';
import { clock } from './time.js';
import { say } from './words.js';

/** @param {string} title what this page is; @param {Live} live */
export function head(title, live, ...more) {
  const time = h('time.head-time');
  const marks = h('span.head-marks', { role: 'status' });
  const strip = h('header.head', {}, h('h1', {}, title), marks, ...more, time);
  const draw = () => {
    time.textContent = live.hall ? clock(live.now(), true) : '';
    fill(marks, marksOf(live).map(([kind, text]) => h(`span.mark.${kind}`, {}, text)));
  };
  live.onUpdate(draw);
  setInterval(() => (time.textContent = live.hall ? clock(live.now(), true) : ''), 1000);
  draw();
  return strip;
}

function marksOf(live) {
  const marks = [];
  if (live.hall?.testClock) marks.push(['test', say('mark.testClock')]);
  if (live.hall?.island) marks.push(['warn', say('mark.island')]);
  if (!live.online) {
    marks.push(['warn', live.hall ? say('mark.stale', { at: clock(Date.parse(live.hall.at)) }) : say('mark.connecting')]);
  }
  return marks;
}
