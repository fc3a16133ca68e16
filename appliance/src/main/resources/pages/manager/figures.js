// The figures of this moment. Each is defined once, in the docs, and is the same in API, reports and Prometheus.

import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

/** @param {object} now the answer of /api/manager: every plain number in it is a figure */
export function figures(now) {
  const all = flatten(now.figures ?? now);
  return all.length
    ? all.map(([name, value]) => h('div.card.figure-card', {}, h('strong', {}, shown(name, value)), h('span', {}, say(`figure.${name}`))))
    : h('p.empty', {}, say('manager.noFigures'));
}

function flatten(figures_, before = '') {
  return Object.entries(figures_).flatMap(([name, value]) => {
    if (value === null || typeof value === 'number') return [[before + name, value]];
    return value && typeof value === 'object' && !Array.isArray(value) ? flatten(value, `${before}${name}.`) : [];
  });
}

/** Seconds as minutes and seconds, shares as per cent, nothing known as a dash. */
function shown(name, value) {
  if (value === null) return '—';
  if (/seconds|wait|p50|p90|longest/i.test(name)) return `${Math.floor(value / 60)}:${String(Math.floor(value % 60)).padStart(2, '0')}`;
  if (/share|rate$|occupancy/i.test(name)) return `${(value * 100).toFixed(0)} %`;
  return String(value);
}
