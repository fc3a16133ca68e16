// What the list of controllers means, told without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acts, clockWrong, doors, endsInDays, faultWords, freeName, inOrder, joinLine, nobodyLeads, standing } from '../../main/resources/pages/admin/roster.js';

const node = (id, more = {}) => ({ id, role: 'voter', state: 'up', address: `10.0.0.${id.slice(1)}:7400`, lag: 0, ...more });
const list = (leader, ...nodes) => ({ by: 'n1', leader, nodes });
const names = (nodes) => nodes.map(({ id }) => id);
const kinds = (all) => all.map(({ kind, node: of, why }) => [kind, of, why].filter(Boolean).join(' '));

test('who leads comes first, then who is not well, then voters, then satellites, each as they came', () => {
  const all = list('n3', node('n1'), node('n2', { role: 'satellite' }), node('n3'), node('n4', { role: 'satellite', state: 'down' }), node('n5'));
  assert.deepEqual(names(inOrder(all)), ['n3', 'n4', 'n1', 'n5', 'n2']);
});

test('a voter that joins says what it waits for: the log, the third one, its vote', () => {
  const far = node('n2', { state: 'joining', lag: 40_000 });
  const near = node('n3', { state: 'joining', lag: 3 });
  const other = node('n4', { state: 'joining', lag: 0 });
  assert.equal(standing(far, list('n1', node('n1'), far)), 'joining.log');
  assert.equal(standing(node('n2', { state: 'joining', lag: undefined }), list('n1', node('n1'))), 'joining.log');
  assert.equal(standing(near, list('n1', node('n1'), near, far)), 'joining.third');
  assert.equal(standing(near, list('n1', node('n1'), near, other)), 'joining.vote');
  assert.equal(standing(near, list(null, node('n1'), near)), 'joining', 'nobody knows without a leader');
  assert.equal(standing(node('n2', { state: 'fenced' }), list('n1', node('n1'))), 'fenced');
});

test('when nobody leads it is said whether enough voters are seen to choose a leader', () => {
  const down = (id) => node(id, { state: 'down' });
  assert.equal(nobodyLeads(list('n1', node('n1'))), null);
  assert.deepEqual(nobodyLeads(list(null, node('n1'), down('n2'), down('n3'), node('n4', { role: 'satellite' }))),
    { kind: 'few', all: 3, seen: 1, needed: 2, by: 'n1' });
  assert.equal(nobodyLeads(list(null, node('n1'), node('n2'), down('n3'))).kind, 'electing');
  assert.equal(nobodyLeads(list(null, node('n1'), node('n2', { state: 'joining' }))).needed, 1, 'who has no vote yet does not count');
});

test('the leader can be relieved by each voter that is up; it is retired only after that', () => {
  const all = list('n1', node('n1'), node('n2'), node('n3', { state: 'down' }), node('n4', { role: 'satellite' }), node('n5', { state: 'joining' }));
  assert.deepEqual(kinds(acts('n1', all)), ['lead n2', 'renew n1', 'retire.up n1 leads']);
  assert.deepEqual(kinds(acts('n2', all)), ['lead n2', 'renew n2', 'retire.up n2']);
  assert.deepEqual(kinds(acts('n3', all)), ['renew n3 down', 'retire n3']);
  assert.deepEqual(kinds(acts('n4', all)), ['promote n4', 'renew n4', 'retire.up n4']);
  assert.deepEqual(kinds(acts('n5', all)), ['renew n5 down', 'retire n5']);
  assert.deepEqual(acts('n9', all), []);
});

test('a hall of one can neither hand over nor lose its controller', () => {
  assert.deepEqual(kinds(acts('n1', list('n1', node('n1', { address: undefined })))), ['lead n1 alone', 'retire.up n1 last']);
});

test('a satellite that cannot be reached gets no vote', () => {
  assert.deepEqual(kinds(acts('n2', list('n1', node('n1'), node('n2', { role: 'satellite', state: 'down' })))), ['promote n2 down', 'renew n2 down', 'retire n2']);
});

test('when no voter is left a satellite takes the hall over, by its own page alone, and names whom it does not wait for', () => {
  const down = (id) => node(id, { state: 'down' });
  const all = (...voters) => ({ by: 'k1', leader: null, nodes: [...voters, node('k1', { role: 'satellite' }), node('k2', { role: 'satellite' })] });
  const [first] = acts('k1', all(down('n1'), down('n2')));
  assert.deepEqual([first.kind, first.path, first.body], ['takeover', '/api/nodes/k1/promote', { without: ['n1', 'n2'] }]);
  assert.equal(first.why, undefined);
  assert.equal(acts('k1', all(down('n1'), node('n2')))[0].why, 'voter');
  assert.equal(acts('k2', all(down('n1')))[0].why, 'elsewhere');
});

test('who is fenced gets no vote: it rejoins, or is retired', () => {
  const fenced = node('n1', { role: 'satellite', state: 'fenced' });
  assert.deepEqual(kinds(acts('n1', list('n2', fenced, node('n2')))), ['renew n1 down', 'retire n1']);
});

test('the line for the new machine names the leader first, and one other voter that is up', () => {
  const all = list('n2', node('n1'), node('n2'), node('n3'), node('n4', { role: 'satellite' }));
  assert.deepEqual(doors(all), ['10.0.0.2:7400', '10.0.0.1:7400']);
  assert.equal(joinLine({ node: 'k7', role: 'satellite', code: 'ABCD-EFGH' }, all),
    'scripts/run --node k7 --cluster-port 7400 --join 10.0.0.2:7400 10.0.0.1:7400 --code ABCD-EFGH --role satellite');
});

test('a certificate is spoken of when it ends in less than sixty days', () => {
  const now = Date.parse('2026-03-02T00:00:00Z');
  const ends = (date) => endsInDays({ certificateUntil: `${date}T00:00:00Z` }, now);
  assert.equal(ends('2026-05-02'), null);
  assert.equal(ends('2026-04-30'), 59);
  assert.equal(ends('2026-03-01'), -1);
  assert.equal(endsInDays({}, now), null, 'a hall of one has none');
});

test('a clock that is wrong is told in minutes, one that lost its date in days', () => {
  assert.equal(clockWrong({}), null);
  assert.deepEqual(clockWrong({ clockOff: 3600 }), { way: 'fast', unit: 'minutes', n: 60 });
  assert.deepEqual(clockWrong({ clockOff: -31 }), { way: 'slow', unit: 'minutes', n: 1 });
  assert.deepEqual(clockWrong({ clockOff: -86_400 * 400 }), { way: 'slow', unit: 'days', n: 400 });
});

test('the next free name is offered', () => {
  assert.equal(freeName([]), 'n1');
  assert.equal(freeName([node('n1'), node('n3'), node('kiosk-1')]), 'n2');
});

test('what the link says becomes what a person can do; what is not known stays as it is', () => {
  assert.equal(faultWords('Connection refused: /10.0.0.3:7400'), 'refused');
  assert.equal(faultWords('not heard for 4000 ms'), 'silent');
  assert.equal(faultWords('connection timed out after 2000 ms: /10.0.0.3:7400'), 'silent');
  assert.equal(faultWords('The certificate of n3 is revoked. Join the node anew with a code.'), 'revoked');
  assert.equal(faultWords('The certificate of n3 ended at 2027-01-01T00:00:00Z. Check the clocks; if they are right, join the node anew.'), 'over');
  assert.equal(faultWords('something else'), null);
});
