// What needs the manager, told without a browser: a hall, a moment, and what the page says of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watch } from '../../main/resources/pages/manager/watch.js';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const FIGURES = { clockTrusted: true, duties: [], scriptFaults: [] };

const at = (minutesAgo) => new Date(NOW - minutesAgo * 60_000).toISOString();
const window = (id, state, minutesAgo = 0, more = {}) => ({ id, name: `${id}号窗口`, state, since: at(minutesAgo), skills: ['tax'], ...more });
const hall = (more) => ({ windows: [window('1', 'serving')], waiting: [], devices: [], help: [], ...more });
const kinds = (facts) => facts.map(({ kind }) => kind);

test('a hall in which all goes well needs nobody', () => {
  assert.deepEqual(watch(hall(), FIGURES, NOW, () => undefined), []);
});

test('an item that somebody waits for and no open window takes is told with the windows that could', () => {
  const windows = [window('1', 'idle'), window('2', 'paused', 0, { skills: ['fund'] }), window('3', 'closed', 0, { skills: ['fund'] })];
  const waiting = [{ id: 'a', items: ['fund', 'tax'] }, { id: 'b', items: ['fund'] }];
  const [fact] = watch(hall({ windows, waiting }), FIGURES, NOW, () => undefined);
  assert.equal(fact.kind, 'uncovered');
  assert.deepEqual(fact.tickets.map(({ id }) => id), ['a', 'b']);
  assert.deepEqual(fact.windows.map(({ id }) => id), ['2', '3']);
});

test('what a theme comes to later does not count yet', () => {
  assert.deepEqual(watch(hall({ waiting: [{ id: 'a', items: ['tax', 'fund'] }] }), FIGURES, NOW, () => undefined), []);
});

test('a call that nobody answers for three minutes is told', () => {
  assert.deepEqual(kinds(watch(hall({ windows: [window('1', 'called', 2)] }), FIGURES, NOW, () => undefined)), []);
  assert.deepEqual(kinds(watch(hall({ windows: [window('1', 'called', 3)] }), FIGURES, NOW, () => undefined)), ['unanswered']);
});

test('a window is slow when it serves twice as long as the item takes, and not before ten minutes', () => {
  const slow = (minutes, usual) => kinds(watch(hall({ windows: [window('1', 'serving', minutes)] }), FIGURES, NOW, () => ({ item: 'tax', usual })));
  assert.deepEqual(slow(9, 3), []);
  assert.deepEqual(slow(10, 3), ['long']);
  assert.deepEqual(slow(29, 15), []);
  assert.deepEqual(slow(30, 15), ['long']);
});

test('a window whose item is not known yet is not called slow', () => {
  assert.deepEqual(watch(hall({ windows: [window('1', 'serving', 300)] }), FIGURES, NOW, () => undefined), []);
});

test('idle windows are told only while somebody waits for what they take', () => {
  const idle = { windows: [window('1', 'idle', 5), window('2', 'idle', 5, { skills: ['fund'] }), window('3', 'idle', 1)] };
  assert.deepEqual(watch(hall(idle), FIGURES, NOW, () => undefined), []);
  const [fact] = watch(hall({ ...idle, waiting: [{ id: 'a', items: ['tax'] }] }), FIGURES, NOW, () => undefined);
  assert.deepEqual([fact.kind, fact.n, fact.windows.map(({ id }) => id)], ['idle', 1, ['1']]);
});

test('security comes before colleagues, colleagues before helpers, and who called first before who called later', () => {
  const call = (id, kind, minutesAgo) => ({ id, kind, where: 'window 1', at: at(minutesAgo) });
  const help = [call('a', 'helper', 9), call('b', 'colleague', 1), call('c', 'security', 1), call('d', 'security', 2)];
  assert.deepEqual(watch(hall({ help }), FIGURES, NOW, () => undefined).map((fact) => fact.call.id), ['d', 'c', 'b', 'a']);
});

test('a clock that nobody has confirmed comes first: without it the day does not begin', () => {
  const facts = watch(hall({ help: [{ id: 'a', kind: 'security', where: 'window 1', at: at(1) }] }), { ...FIGURES, clockTrusted: false }, NOW, () => undefined);
  assert.deepEqual(kinds(facts), ['clock', 'help']);
});

test('questions past their time, script faults and device faults are told as one line each', () => {
  const figures = { ...FIGURES, duties: [{ answerBy: at(1) }, { answerBy: at(2) }, { answerBy: at(-60) }], scriptFaults: [{}, {}] };
  const facts = watch(hall({ devices: [{ state: 'fault' }, { state: 'ok' }, { state: 'unknown' }] }), figures, NOW, () => undefined);
  assert.deepEqual(facts.map(({ kind, n }) => [kind, n]), [['overdue', 2], ['script', 2], ['devices', 1]]);
});
