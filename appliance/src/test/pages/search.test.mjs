// node --test: what a person finds at the kiosk, by the words they use.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find } from '../../main/resources/pages/kiosk/search.js';

const ITEMS = [
  { name: '社会保障卡申领', englishName: 'Social security card', aliases: ['社保卡', '办卡'] },
  { name: '企业社会保险登记', englishName: 'Social insurance of an enterprise', aliases: ['开户'] },
  { name: '社会保险参保证明打印', englishName: 'Proof of insurance', aliases: ['社保证明'] },
];
const names = (query) => find(ITEMS, query).map((item) => item.name);

test('an alias said in full comes before a name that only contains the word', () => {
  assert.equal(names('社保卡')[0], '社会保障卡申领');
});

test('a name that begins so comes first', () => {
  assert.deepEqual(names('社会保险'), ['社会保险参保证明打印', '企业社会保险登记']);
});

test('several words find what has them all', () => {
  assert.deepEqual(names('企业 登记'), ['企业社会保险登记']);
});

test('English works too, whatever its capitals', () => {
  assert.deepEqual(names('SECURITY card'), ['社会保障卡申领']);
});

test('nothing asked and nothing found are both an empty list', () => {
  assert.deepEqual(names('  '), []);
  assert.deepEqual(names('护照'), []);
});
