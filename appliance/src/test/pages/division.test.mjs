// What a divided hall is, told without a browser: what a part serves itself, and what it says of the rest.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divisionOf, isOf, isStale, listed, onlyElsewhere, servedHere } from '../../main/resources/pages/parts/division.js';
import { sentenceOf } from '../../main/resources/pages/manager/conflict.js';
import { queueFor } from '../../main/resources/pages/kiosk/queue.js';
import { watch } from '../../main/resources/pages/manager/watch.js';
import { whyNot, actNamed } from '../../main/resources/pages/window/acts.js';
import { readFileSync } from 'node:fs';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const at = (minutesAgo) => new Date(NOW - minutesAgo * 60_000).toISOString();
const window = (id, state, more = {}) => ({ id, name: `${id}号窗口`, zone: 'tax', state, since: at(9), skills: ['tax'], ...more });
const ISLAND = { node: 's1', island: 1, since: at(5), letters: ['Z'], windows: ['6'] };
const words = Object.fromEntries(['zh', 'en'].map((one) => [one, JSON.parse(readFileSync(new URL(`../../main/resources/pages/words/${one}.json`, import.meta.url)))]));
const say = (key, values = {}) => (words.zh[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** The hall as the part sees it that was cut off with window 6. */
const alone = () => ({
  island: ISLAND, devices: [], help: [],
  windows: [window('6', 'serving'), window('7', 'called', { cutOff: true }), window('8', 'idle', { cutOff: true, skills: ['fund'] })],
  waiting: [{ id: 'a', number: 'A0012', items: ['tax'], since: at(9) }, { id: 'b', number: 'Z0001', items: ['tax'], since: at(2) }],
});
/** The same hall from the other side. */
const rest = () => ({ ...alone(), island: null, windows: [window('6', 'serving', { cutOff: true, skills: ['fund'] }), window('7', 'called')] });

test('a whole hall is not divided, and nothing of it is left out', () => {
  const hall = { island: null, windows: [window('6', 'idle')], waiting: [] };
  assert.equal(divisionOf(hall), null);
  assert.equal(divisionOf(null), null);
  assert.equal(servedHere(hall), hall);
});

test('who is alone serves its own windows and its own numbers, and nobody else', () => {
  const { windows, waiting } = servedHere(alone());
  assert.deepEqual(windows.map(({ id }) => id), ['6']);
  assert.deepEqual(waiting.map(({ number }) => number), ['Z0001']);
});

test('the rest of the hall keeps all who wait, and leaves out the windows it cannot reach', () => {
  const { windows, waiting } = servedHere(rest());
  assert.deepEqual(windows.map(({ id }) => id), ['7']);
  assert.equal(waiting.length, 2);
});

test('a number is of the island by its whole letter, and only while it is alone', () => {
  assert.ok(isOf(divisionOf(alone()), { number: 'Z0001' }));
  assert.ok(!isOf(divisionOf(alone()), { number: 'ZA0001' }));
  assert.ok(!isOf(divisionOf(rest()), { number: 'Z0001' }));
});

test('who is alone knows nothing any more of a number of the rest of the hall; the rest knows all of its own', () => {
  assert.ok(isStale(divisionOf(alone()), { number: 'A0012' }));
  assert.ok(!isStale(divisionOf(alone()), { number: 'Z0001' }));
  assert.ok(!isStale(divisionOf(rest()), { number: 'A0012' }));
  assert.ok(!isStale(null, { number: 'A0012' }));
});

test('an item is done elsewhere only when every window that takes it is out of reach', () => {
  assert.ok(onlyElsewhere(alone(), { code: 'fund' }));
  assert.ok(!onlyElsewhere(alone(), { code: 'tax' }));
  assert.ok(!onlyElsewhere(alone(), { code: 'nobody-takes-this' }));
});

test('the kiosk counts the windows it reaches', () => {
  const items = [{ code: 'tax', series: 'H' }];
  assert.deepEqual(queueFor(alone(), items[0], items), { open: 1, waiting: 1 });
});

test('many windows with long names are some names and a number', () => {
  const many = Array.from({ length: 24 }, (_, i) => window(String(i), 'idle', { name: `${i}号不动产登记与存量房交易税费综合受理窗口` }));
  const text = listed(many, say);
  assert.ok(text.endsWith('等 24 个窗口') && text.length < 160, text);
  assert.equal(listed([many[0]], say), many[0].name);
});

test('a console says why a window out of reach does nothing, whatever its state was', () => {
  assert.equal(whyNot(actNamed('next'), window('7', 'idle', { cutOff: true }), null, NOW), 'why.cutOff');
});

test('the manager is told of the cut, and not of what windows out of reach seemed to do', () => {
  const facts = watch(rest(), { clockTrusted: true, duties: [], scriptFaults: [] }, NOW, () => undefined, 2);
  assert.deepEqual(facts.map(({ kind }) => kind), ['cutOff', 'unanswered', 'conflicts']);
  assert.equal(facts[1].window.id, '7');
  assert.deepEqual(watch(alone(), null, NOW, () => undefined).map(({ kind }) => kind), ['alone']);
});

const KINDS = ['finished-twice', 'served-elsewhere', 'finished-after-end', 'called-while-cut-off', 'taken-twice', 'rated-twice', 'rated-without-visit',
  'answered-twice', 'undone-after-rating', 'open-after-given-up'];

test('every kind of conflict is a sentence and something to do, in both languages, with nothing left open', () => {
  for (const kind of KINDS) {
    for (const language of ['zh', 'en']) {
      const speak = (key, values = {}) => {
        assert.ok(words[language][key], `${language} ${key}`);
        return words[language][key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
      };
      const conflict = { kind, number: 'A0012', node: 's1', window: '6', outcome: 'DONE', closedAt: at(3), level: 2 };
      const { what, todo } = sentenceOf(conflict, (id) => window(id, 'idle'), speak, () => '09:57');
      assert.ok(what.includes('A0012') && !/[{}]/.test(what + todo), what + todo);
    }
  }
});

test('a conflict at no window names none', () => {
  const { what } = sentenceOf({ kind: 'called-while-cut-off', number: 'A0012', node: 's1' }, window, say, () => '');
  assert.match(what, /断网的窗口/);
});
