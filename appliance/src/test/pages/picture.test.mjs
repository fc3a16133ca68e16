// A snapshot and its changes make the hall; old changes and comments do not disturb it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Picture } from '../../main/resources/pages/parts/picture.js';
import { parse } from '../../main/resources/pages/parts/stream.js';

const hall = () => ({
  index: 10,
  at: '2026-03-02T09:00:00+08:00',
  windows: [{ id: '1', name: '1号窗口', zone: 'invest', state: 'serving', staff: 's101', skills: ['a'], ticket: { id: 't1', number: 'A0001', state: 'serving' } }],
  waiting: [{ id: 't2', number: 'A0002', items: ['a'], since: '2026-03-02T08:59:00+08:00' }],
  devices: [{ id: 'display-1', kind: 'display', state: 'fault', fault: 'no-answer', since: '2026-03-02T08:00:00+08:00' }],
});

function picture() {
  const one = new Picture();
  one.snapshot(hall());
  return one;
}

test('a window keeps its name and skills, and loses the ticket that left', () => {
  const one = picture();
  one.change({ index: 11, at: '2026-03-02T09:01:00+08:00', type: 'Closed', patch: { windows: [{ id: '1', state: 'idle', since: '2026-03-02T09:01:00+08:00' }] } });
  const [window] = one.hall.windows;
  assert.deepEqual(window, { id: '1', name: '1号窗口', zone: 'invest', skills: ['a'], state: 'idle', since: '2026-03-02T09:01:00+08:00' });
});

test('who takes a ticket waits, who is called waits no longer', () => {
  const one = picture();
  one.change({ index: 11, at: 'x', type: 'TicketTaken', patch: { waiting: [{ id: 't3', number: 'A0003', items: ['a'] }] } });
  one.change({ index: 12, at: 'x', type: 'Called', patch: { gone: ['t2'] } });
  assert.deepEqual(one.hall.waiting.map((ticket) => ticket.number), ['A0003']);
});

test('a change from before the snapshot is left out', () => {
  const one = picture();
  assert.equal(one.change({ index: 9, at: 'x', type: 'Called', patch: { gone: ['t2'] } }), false);
  assert.equal(one.hall.waiting.length, 1);
});

test('a device that is well again has no fault', () => {
  const one = picture();
  one.change({ index: 0, type: 'Device', device: 'display-1', state: 'ok', at: '2026-03-02T09:02:00+08:00' });
  assert.deepEqual(one.hall.devices[0], { id: 'display-1', kind: 'display', state: 'ok', since: '2026-03-02T09:02:00+08:00' });
});

test('before the first snapshot there is no hall', () => {
  const one = new Picture();
  assert.equal(one.change({ index: 1, type: 'Called' }), false);
  assert.equal(one.hall, null);
});

test('a block of the stream is a message, a comment is none', () => {
  assert.deepEqual(parse('event: change\nid: 7\ndata: {"index":7}'), { event: 'change', id: '7', data: '{"index":7}' });
  assert.equal(parse(':'), null);
  assert.equal(parse(''), null);
});
