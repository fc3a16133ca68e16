// What the hall board shows and says, told as rules.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Announcer, isSpokenFor, spelled, spokenName } from '../../main/resources/pages/board/announcer.js';
import { Calls, turned } from '../../main/resources/pages/board/calls.js';

const window = (id, state, number, since = '2026-03-02T09:00:00+08:00', zone = 'tax') =>
  ({ id, name: `${id}号窗口`, zone, state, since, ...(number && { ticket: { number, state } }) });
const called = (id, number, at = '2026-03-02T09:05:00+08:00') => ({ type: 'Called', window: id, number, at });
const numbers = (calls) => calls.map(({ number }) => number);

test('who is waited for stands before who is served, each newest first', () => {
  const calls = new Calls();
  calls.hear(called('3', 'A0003', '2026-03-02T09:06:00+08:00'));
  calls.hear(called('1', 'A0001', '2026-03-02T09:07:00+08:00'));
  const hall = { windows: [window('1', 'called', 'A0001'), window('2', 'serving', 'A0002'), window('3', 'called', 'A0003'), window('4', 'idle')] };
  assert.deepEqual(numbers(calls.standing(hall, [])), ['A0001', 'A0003', 'A0002']);
});

test('a call that was taken back is gone', () => {
  const calls = new Calls();
  calls.hear(called('1', 'A0001'));
  assert.deepEqual(calls.standing({ windows: [window('1', 'idle')] }, []), []);
});

test('a call that this board did not hear is nothing new, and keeps the time of its window', () => {
  const [call] = new Calls().standing({ windows: [window('1', 'called', 'A0001')] }, []);
  assert.deepEqual([call.change, call.heard, call.at], [null, 0, Date.parse('2026-03-02T09:00:00+08:00')]);
});

test('the call of an earlier ticket says nothing of the one that is there now', () => {
  const calls = new Calls();
  calls.hear(called('1', 'A0001'));
  assert.equal(calls.standing({ windows: [window('1', 'called', 'A0009')] }, [])[0].change, null);
});

test('after the hall was away, a call from before is no news', () => {
  const calls = new Calls();
  calls.hear(called('1', 'A0001'), 5_000);
  calls.missed();
  assert.equal(calls.standing({ windows: [window('1', 'called', 'A0001')] }, [])[0].heard, 0);
});

test('a board for one zone shows that zone only', () => {
  const hall = { windows: [window('1', 'called', 'A0001', undefined, 'tax'), window('2', 'called', 'B0001', undefined, 'fund')] };
  assert.deepEqual(numbers(new Calls().standing(hall, ['fund'])), ['B0001']);
});

test('what does not fit is shown in turn, on pages about as full as each other', () => {
  assert.deepEqual(turned([1, 2, 3, 4, 5], 4, 1000, 1000).shown, [4, 5]);
  assert.deepEqual(turned([1, 2, 3, 4, 5], 2, 1000, 0), { page: 0, pages: 3, size: 2, shown: [1, 2] });
  assert.deepEqual(turned([1, 2, 3, 4, 5], 2, 1000, 2500).shown, [5]);
  assert.deepEqual(turned([], 2, 1000, 9000), { page: 0, pages: 1, size: 0, shown: [] });
});

test('each call is said twice', () => {
  const announcer = new Announcer(() => true);
  announcer.call(called('1', 'A0001'));
  assert.deepEqual(numbers([announcer.next(), announcer.next()]), ['A0001', 'A0001']);
  assert.equal(announcer.next(), null);
});

test('in a rush everybody is said once before anybody is said twice', () => {
  const announcer = new Announcer(() => true);
  announcer.call(called('1', 'A0001'));
  const first = announcer.next();
  announcer.call(called('2', 'A0002'));
  announcer.call(called('3', 'A0003'));
  const rest = [announcer.next(), announcer.next(), announcer.next(), announcer.next(), announcer.next()];
  assert.deepEqual(numbers([first, ...rest]), ['A0001', 'A0002', 'A0003', 'A0001', 'A0002', 'A0003']);
});

test('who came, or was called too long ago, is not said any more', () => {
  const standing = new Set(['A0001', 'A0002']);
  const announcer = new Announcer(({ number }) => standing.has(number));
  announcer.call(called('1', 'A0001'));
  announcer.call(called('2', 'A0002'));
  announcer.next();
  standing.delete('A0001');
  assert.deepEqual(numbers([announcer.next(), announcer.next()]), ['A0002', 'A0002']);
  assert.equal(announcer.next(), null);
});

test('a recall is said twice again, not four times', () => {
  const announcer = new Announcer(() => true);
  announcer.call(called('1', 'A0001'));
  announcer.next();
  announcer.call({ ...called('1', 'A0001'), type: 'Recalled' });
  assert.deepEqual(numbers([announcer.next(), announcer.next()]), ['A0001', 'A0001']);
  assert.equal(announcer.next(), null);
});

test('a number is said digit by digit, a window by its number', () => {
  assert.equal(spelled('A0012'), 'A 0 0 1 2');
  assert.equal(spokenName('10号窗口'), '10 号窗口');
  assert.equal(spokenName('31号出件窗口（一楼大门右侧）'), '31 号出件窗口');
});

test('the browser is silent where a real speaker speaks: the window’s own, or one of the boards', () => {
  const own = { kind: 'speaker', window: '1', state: 'ok' };
  assert.equal(isSpokenFor([own], '1'), true);
  assert.equal(isSpokenFor([own], '2'), false);
  assert.equal(isSpokenFor([{ kind: 'speaker', state: 'ok' }], '2'), true);
  assert.equal(isSpokenFor([{ ...own, virtual: true }], '1'), false);
  assert.equal(isSpokenFor([{ ...own, state: 'fault' }], '1'), false);
});
