// node --test: what a reader scans, what a theme's choices make of its legs, and how it stands at the windows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Burst } from '../../main/resources/pages/kiosk/burst.js';
import { packed } from '../../main/resources/pages/kiosk/catalogue.js';
import { choose, chosenAtFirst, legsOf } from '../../main/resources/pages/kiosk/choices.js';
import { queueFor } from '../../main/resources/pages/kiosk/queue.js';
import { isIdCard, read } from '../../main/resources/pages/kiosk/scan.js';

const TODAY = '2026-03-02';
const LINK = 'kb4z8g59w7ms5mwtwwTIXBtgopCCMeHiKaR8O21c';

/** Keys pressed every so many ms; what was typed and what was scanned. */
function pressed(keys, gap) {
  const burst = new Burst();
  const got = keys.map((key, i) => burst.press(key, 1000 + i * gap));
  return { typed: got.map((one) => one.typed).join('') + burst.flush(), scanned: got.map((one) => one.scanned).filter(Boolean) };
}

test('what is typed faster than by hand and ended by Enter is a scan, and nothing of it was typed', () => {
  assert.deepEqual(pressed([...LINK, 'Enter'], 4), { typed: '', scanned: [LINK] });
});

test('a reader presses Shift for capitals', () => {
  assert.deepEqual(pressed(['Shift', 'A', 'b', 'Shift', 'C', 'd', 'e', 'f', 'Enter'], 4).scanned, ['AbCdef']);
});

test('what a person types is typed, with Enter or without', () => {
  assert.deepEqual(pressed([...'shebao', 'Enter'], 120), { typed: 'shebao', scanned: [] });
});

test('two keys rolled over each other are no scan', () => {
  assert.deepEqual(pressed([...'sb', 'Enter'], 20), { typed: 'sb', scanned: [] });
});

test('a reader that stumbles is read whole, and what was typed of it is taken back', () => {
  const burst = new Burst();
  const times = [0, 90, 94, 98, 102, 302, 306, 310, 314]; // after the first key, and again in the middle
  const got = [...'kb4z8g59', 'Enter'].map((key, i) => burst.press(key, 1000 + times[i]));
  assert.equal(got.map((one) => one.typed).join(''), 'kb4z8');
  assert.deepEqual(got.at(-1), { typed: '', scanned: 'kb4z8g59', taken: 'kb4z8', kept: true });
});

test('a reader that stumbles before its Enter is a reader', () => {
  const burst = new Burst();
  [...LINK].forEach((key, i) => burst.press(key, 1000 + i * 4));
  assert.deepEqual(burst.press('Enter', 1500), { typed: '', scanned: LINK, taken: '', kept: true });
});

test('what waited too long was typed, and is taken back when the rest makes it a scan', () => {
  const burst = new Burst();
  [...'kb4z'].forEach((key, i) => burst.press(key, 1000 + i * 4));
  assert.equal(burst.flush(), 'kb4z');
  [...'8g59'].forEach((key, i) => burst.press(key, 1200 + i * 4));
  assert.equal(burst.press('Enter', 1220).taken, 'kb4z');
});

test('keys of another second are not of this scan', () => {
  const burst = new Burst();
  burst.press('a', 1000);
  const got = [...LINK, 'Enter'].map((key, i) => burst.press(key, 2100 + i * 4)).at(-1);
  assert.equal(got.scanned, LINK);
});

test('a person who rolls some keys over each other types all the same', () => {
  const burst = new Burst();
  const times = [0, 30, 140, 170, 280, 310, 420, 450];
  const got = [...'shebaok', 'Enter'].map((key, i) => burst.press(key, 1000 + times[i]));
  assert.equal(got.map((one) => one.typed).join(''), 'shebaok');
  assert.ok(got.every((one) => !one.scanned));
});

test('a slip is known by its address and by its bare link', () => {
  assert.deepEqual(read(`http://hall.example/t/${LINK}`, TODAY), { kind: 'ticket', link: LINK });
  assert.deepEqual(read(LINK, TODAY), { kind: 'ticket', link: LINK });
});

test('a code of a day that ended, and the number of a case, buy a return', () => {
  assert.deepEqual(read('kb4z8g59', TODAY), { kind: 'returning', code: 'kb4z8g59' });
  const caseNumber = '1137030200420170204370332001000202603020001';
  assert.deepEqual(read(caseNumber, TODAY), { kind: 'returning', code: caseNumber });
});

test('an ID card is one only with its right check digit', () => {
  assert.equal(isIdCard('11010519491231002X'), true);
  assert.equal(isIdCard('110105194912310021'), false);
});

test('an ID card says whether somebody is 60, to the day, and nothing else', () => {
  const born = (day) => {
    const first = `370302${day}001`;
    const last = [...'0123456789X'].find((digit) => isIdCard(first + digit));
    return read(first + last, TODAY);
  };
  assert.deepEqual(born('19660302'), { kind: 'person', elderly: true });
  assert.deepEqual(born('19660303'), { kind: 'person', elderly: false });
});

test('anything else is not known', () => {
  for (const code of ['6901234567892', 'https://example.com/other', '110105194912310021']) {
    assert.deepEqual(read(code, TODAY), { kind: 'unknown' });
  }
});

const RESTAURANT = {
  legs: ['sole', 'company', 'food', 'fire'],
  alternatives: [['s', 'c']],
  choices: [
    { id: 's', items: ['sole'], chosen: true },
    { id: 'c', items: ['company'], chosen: false },
    { id: 'f', items: ['fire'], chosen: false },
  ],
};

test('the legs follow the choices, in their order', () => {
  const first = chosenAtFirst(RESTAURANT);
  assert.deepEqual(legsOf(RESTAURANT, first), ['sole', 'food']);
  assert.deepEqual(legsOf(RESTAURANT, choose(RESTAURANT, first, 'f')), ['sole', 'food', 'fire']);
});

test('of what excludes each other one is taken, and one always', () => {
  const company = choose(RESTAURANT, chosenAtFirst(RESTAURANT), 'c');
  assert.deepEqual([...company], ['c']);
  assert.deepEqual([...choose(RESTAURANT, company, 'c')], ['c']);
});

test('of what excludes each other with none ticked beforehand, none may be taken', () => {
  const theme = { ...RESTAURANT, choices: RESTAURANT.choices.map((one) => ({ ...one, chosen: false })) };
  assert.deepEqual([...choose(theme, new Set(['c']), 'c')], []);
});

test('what several items want is brought once; it may follow later only if all allow it', () => {
  const item = (...materials) => ({ materials: materials.map(([name, deferrable]) => ({ name, deferrable })) });
  assert.deepEqual(packed([item(['身份证', true], ['照片', true]), item(['身份证', false])]), [
    { name: '身份证', deferrable: false }, { name: '照片', deferrable: true },
  ]);
});

test('a paused window does nothing now, and only what is alike is counted as waiting', () => {
  const items = [{ code: 'a', series: 'E' }, { code: 'b', series: 'E' }, { code: 'c', series: 'F' }];
  const window = (state, ...skills) => ({ state, skills });
  const hall = {
    windows: [window('idle', 'a'), window('serving', 'a', 'c'), window('paused', 'a'), window('closed', 'a'), window('idle', 'c')],
    waiting: [{ items: ['a'] }, { items: ['b', 'c'] }, { items: ['c', 'a'] }],
  };
  assert.deepEqual(queueFor(hall, items[0], items), { open: 2, waiting: 2 });
});
