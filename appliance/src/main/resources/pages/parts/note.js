// What went wrong, said once and near the finger: what happened, why, what to do (the problem's title, detail, hint).

import { h, fill } from './dom.js';
import { Offline, Problem } from './api.js';
import { say } from './words.js';

/** An element with show(error), tell(text), warn(text) and clear(). */
export function noteArea() {
  const area = h('div.note', { role: 'alert', hidden: true });
  function put(text, kind) {
    area.className = `note ${kind}`;
    area.hidden = false;
    fill(area, h('strong', {}, text));
  }
  return Object.assign(area, {
    show(error) {
      const [title, detail, hint] = linesOf(error);
      area.className = 'note bad';
      area.hidden = false;
      fill(area, h('strong', {}, title), detail && h('p', {}, detail), hint && h('p.hint', {}, hint));
    },
    /** Something to know, not a mistake. */
    tell(text) {
      put(text, 'plain');
    },
    /** A mistake in the page's own words. */
    warn(text) {
      put(text, 'bad');
    },
    clear() {
      area.hidden = true;
    },
  });
}

function linesOf(error) {
  if (error instanceof Problem) return [error.message, error.detail, error.hint];
  if (error instanceof Offline) return [say('error.offline'), say('error.offline.detail'), say('error.offline.hint')];
  console.error(error);
  return [say('error.page'), String(error), say('error.page.hint')];
}
