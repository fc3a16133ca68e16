// node --test: what a person finds at the kiosk, by the words and letters they use.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from '../../main/resources/pages/kiosk/search.js';

const THINGS = [
  { name: '社会保障卡申领', englishName: 'Social security card', aliases: ['社保卡', '办卡'], initials: ['shbzksl', 'sbk', 'bk'] },
  { name: '企业社会保险登记', englishName: 'Social insurance of an enterprise', aliases: ['开户'], initials: ['qyshbxdj', 'kh'] },
  { name: '社会保险参保证明打印', englishName: 'Proof of insurance', aliases: ['社保证明'], initials: ['shbxcbzmdy', 'shbxsbzmdy', 'sbzm'] },
  { name: '我要开一家饭店', englishName: 'Opening a restaurant', aliases: ['开饭店', '餐饮'], initials: ['wykyjfd', 'kfd', 'cy'], legs: ['x'] },
  { name: '水土保持', aliases: [], initials: ['stbc'] },
];
const names = (query) => find(THINGS, query).map((thing) => thing.name);

test('an alias said in full comes before a name that only contains the word', () => {
  assert.equal(names('社保卡')[0], '社会保障卡申领');
});

test('a name that begins so comes before one that has it inside', () => {
  assert.deepEqual(names('社会保险'), ['社会保险参保证明打印', '企业社会保险登记']);
});

test('the initials of the everyday name find it, the whole of them first', () => {
  assert.equal(names('kfd')[0], '我要开一家饭店');
  assert.deepEqual(names('sb').slice(0, 2), ['社会保障卡申领', '社会保险参保证明打印']);
});

test('initials from the beginning come before initials from the middle', () => {
  assert.deepEqual(names('bx'), ['企业社会保险登记', '社会保险参保证明打印']);
  assert.deepEqual(names('bk'), ['社会保障卡申领']);
});

test('one letter alone finds what begins so, not everything that has it', () => {
  assert.deepEqual(names('w'), ['我要开一家饭店']);
});

test('a character with two readings is found by both', () => {
  assert.deepEqual(names('shbxsb'), ['社会保险参保证明打印']);
});

test('a whole sentence finds the everyday name in it', () => {
  assert.equal(names('我想在家门口开饭店')[0], '我要开一家饭店');
});

test('words shortened as people shorten them still find the name', () => {
  assert.equal(names('社险证明')[0], '社会保险参保证明打印');
});

test('several words find what has them all', () => {
  assert.deepEqual(names('企业 登记'), ['企业社会保险登记']);
});

test('English works too, whatever its capitals and width', () => {
  assert.deepEqual(names('SECURITY card'), ['社会保障卡申领']);
  assert.deepEqual(names('ＳＢＫ'), ['社会保障卡申领']);
});

test('nothing asked and nothing found are both an empty list', () => {
  assert.deepEqual(names('  '), []);
  assert.deepEqual(names('护照'), []);
});

test('216 things are searched within a keystroke', () => {
  const many = Array.from({ length: 216 }, (_, i) => ({ ...THINGS[i % THINGS.length] }));
  find(many, 'sb');
  const begin = performance.now();
  for (let i = 0; i < 100; i += 1) find(many, 'sb');
  assert.ok((performance.now() - begin) / 100 < 10, 'ms per search');
});
