// The kiosk: from "what did you come for" to a ticket in a few touches, once, whatever happens on the way.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

const AFTER_HOURS = '2026-03-02T17:30:00+08:00';
const ELDERLY_CARD = '370302196001010017'; // a right check digit, nobody's number
const STUMBLING = { 1: 150, 9: 250 }; // a busy computer delivers a reader's keys so

let hall;
let browsers;
let context;
let page;
before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
  await hall.act('10', 'open');
  context = await browsers.browser(hall, 'kiosk', 'kiosk', { device: 'k1' });
});
after(async () => {
  await browsers.end();
  await hall.end();
});
beforeEach(async () => {
  page = await browsers.page(context, '/kiosk');
  await page.locator('.tile').first().waitFor();
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(browsers.faults.splice(0), []);
});

const button = (name) => page.getByRole('button', { name });
const number = async () => page.locator('.taken .number').innerText();
const waiting = async () => (await hall.hall()).waiting.length;

/** A reader's keys: real ones, all sent at once, and Enter. It may stumble: rests, that many ms, before some keys. */
async function scan(code, rests = {}) {
  const reader = await context.newCDPSession(page);
  const keys = [...[...code].map((key) => ({ key, text: key })), { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
  const sent = [];
  for (const [i, key] of keys.entries()) {
    if (rests[i]) await page.waitForTimeout(rests[i]);
    sent.push(...['keyDown', 'keyUp'].map((type) => reader.send('Input.dispatchKeyEvent', { type, ...key })));
  }
  await Promise.all(sent);
}

/** Touches these, one after the other, until there is a number. {@return how many touches it took} */
async function touches(...targets) {
  for (const target of targets) await target.tap();
  await page.locator('.taken .number').waitFor();
  return targets.length;
}

test('a restaurant is three touches from the first screen, or five by letters', async () => {
  assert.equal(await touches(button('企业一件事'), button('我要开一家饭店'), button('取号')), 3);
  await button('好的').tap();
  const keys = ['K', 'F', 'D'].map((name) => button(name).and(page.locator('.keys button')));
  assert.equal(await touches(...keys, page.locator('.found-one').first(), button('取号')), 5);
  assert.match(await page.locator('.taken .for').innerText(), /饭店/);
});

test('a proof of insurance is two touches away, and the terminal is offered before the ticket', async () => {
  await button('社会保险参保证明打印').tap();
  await page.locator('.terminal').waitFor();
  assert.match(await page.locator('.terminal').innerText(), /大门内左手第一台/);
  assert.match(await page.locator('.bring').innerText(), /身份证或社保卡/);
  assert.match(await page.locator('.queue').innerText(), /1 个窗口在办/);
  assert.equal(await touches(button('取号到窗口办')), 1); // and the tile
  assert.match(await page.locator('.sit').innerText(), /一楼西侧/);
  await page.locator('.paper.printed').waitFor();
  await page.locator('.qr img').evaluate((image) => image.decode());
});

test('a double tap makes one ticket', async () => {
  const before = await waiting();
  await button('社会保障卡申领').tap();
  await button('取号').last().dblclick();
  await page.locator('.taken .number').waitFor();
  assert.equal(await waiting(), before + 1);
});

test('by the keyboard alone, in English, for an agent with three cases', async () => {
  await button('English').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('proof', { delay: 60 });
  await page.locator('.found-one').first().waitFor();
  await page.keyboard.press('Tab'); // from the field to the first result
  await page.keyboard.press('Enter');
  await button('one case more').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await button('Take a ticket for a window').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Your number', { exact: true }).waitFor();
  const link = (await page.locator('.qr img').getAttribute('src')).split('/')[3];
  assert.equal((await hall.ask('kiosk', 'GET', `/api/tickets/${link}`)).count, 3);
});

test('of what excludes each other one is taken, and the list of what to bring follows', async () => {
  await button('企业一件事').tap();
  await button('我要开一家饭店').tap();
  await page.getByRole('radio', { name: '公司' }).check();
  assert.equal(await page.getByRole('radio', { name: '个体工商户' }).isChecked(), false);
  await page.locator('.legs', { hasText: '内资公司设立登记' }).waitFor();
  assert.equal(await page.locator('.legs', { hasText: '个体工商户设立登记' }).count(), 0);
});

test('the controller dies under the finger: one ticket all the same', async () => {
  const before = await waiting();
  await button('社会保障卡申领').tap();
  await page.locator('.take').waitFor();
  await hall.kill();
  await page.locator('.take').tap();
  await page.locator('.mark.warn').waitFor();
  await hall.up();
  await page.locator('.taken .number').waitFor();
  assert.equal(await waiting(), before + 1);
});

test('the slip did not come out: the number counts all the same, and stays longer', async () => {
  await page.route(/api\/tickets\/[a-z0-9]{16}$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...await answer.json(), printed: false } }); // as a printer without paper makes it
  });
  await button('社会保障卡申领').tap();
  await button('取号').last().tap();
  await page.locator('.paper.notPrinted').waitFor();
  await page.locator('.leave', { hasText: /60|59|58/ }).waitFor();
});

test('ten minutes without the hall: the kiosk stays, asks again, and then says whom to ask', async () => {
  const asked = new Set();
  const alone = await context.newPage();
  await alone.clock.install();
  await alone.route('**/api/tickets', (route) => {
    asked.add(route.request().headers()['idempotency-key']);
    return route.abort();
  });
  await alone.goto('/kiosk');
  await alone.getByRole('button', { name: '社会保障卡申领' }).tap();
  await alone.locator('.take').tap();
  for (const lost = alone.locator('.fate', { hasText: '导办台' }); !(await lost.count());) await alone.clock.fastForward(5_000);
  assert.equal(asked.size, 1);
  await alone.close();
});

test('a slip is scanned: its place, and back in line after a missed call', async () => {
  const { link, number: mine } = await hall.take({ items: [await code('失业保险金申领')] });
  await hall.act('13', 'open');
  await hall.act('13', 'call', { ticket: mine });
  await page.locator('.search').focus();
  await scan(`${hall.base}/t/${link}`);
  await page.locator('.mine .state').waitFor();
  assert.equal(await number(), mine);
  assert.match(await page.locator('.state').innerText(), /13 号窗口/);
  await hall.act('13', 'hold');
  await button('我回来了').tap();
  await page.locator('.state', { hasText: '正在等候' }).waitFor();
  await button('再打一张小票').tap();
  await page.locator('.paper.printed').waitFor();
});

test('a case that lacked a paper comes back by its number, with one press', async () => {
  const item = await code('城镇职工基本养老保险待遇申领');
  const { number: first } = await hall.take({ items: [item] });
  await hall.act('10', 'call', { ticket: first });
  await hall.act('10', 'serve');
  const { ticket } = await hall.act('10', 'finish', { outcome: 'ACCEPTED_DEFERRED', missing: ['照片'], dueDate: '2026-03-09' });
  await scan(ticket.caseNumber, STUMBLING);
  await page.locator('.code', { hasText: ticket.caseNumber }).waitFor();
  await button('取号').tap();
  await page.locator('.taken .number').waitFor();
});

test('a case number nobody has is refused in words that help', async () => {
  await scan('1137030200420170204370332001000202603020001');
  await button('取号').tap();
  await page.locator('.note.bad', { hasText: '请再扫一次' }).waitFor();
});

test('an ID card sets the priority and goes nowhere', async () => {
  const sent = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.locator('.search').focus();
  await scan(ELDERLY_CARD, STUMBLING);
  await page.getByText('不上传，不保存').waitFor();
  assert.equal(await page.locator('.search').inputValue(), '');
  await button('社会保障卡申领').tap();
  await page.locator('.groups button[aria-pressed=true]', { hasText: '老年人' }).waitFor();
  await page.locator('.take').tap();
  await page.locator('.taken .number').waitFor();
  assert.equal((await hall.hall()).waiting.at(-1).priority, 'elderly');
  assert.deepEqual(sent.filter((text) => text.includes('37030219')), []);
});

test('a code of somebody else is not known, and nothing is typed', async () => {
  await scan('6901234567892');
  await page.getByText('没认出这张码').waitFor();
  assert.equal(await page.locator('.search').inputValue(), '');
});

test('a helper is called to where this kiosk stands; a complaint is touched together', async () => {
  await button('请人帮忙').tap();
  await button('请过来').tap();
  await page.getByText('帮办人员马上过来').waitFor();
  assert.match((await hall.hall()).help.at(-1).where, /一楼大门正对/);
  await button('好的').tap();
  await button('吐槽找茬').tap();
  await button('等得太久').tap();
  await button('提交').tap();
  await page.getByText('已经记下').waitFor();
});

test('nobody there: asked after 50 seconds, at the start after 60, plain and Chinese again', async () => {
  const quiet = await context.newPage();
  await quiet.clock.install();
  await quiet.goto('/kiosk');
  await quiet.getByRole('button', { name: 'English' }).tap();
  await quiet.getByRole('button', { name: 'Large type' }).tap();
  await quiet.getByRole('button', { name: /enterprises/ }).tap();
  await quiet.locator('.found-one').first().waitFor();
  await quiet.clock.fastForward(50_000);
  await quiet.getByText('Still there?').waitFor();
  await quiet.getByRole('button', { name: 'I am here' }).tap();
  await quiet.locator('dialog[open]').waitFor({ state: 'detached' });
  assert.equal(await quiet.locator('.found-one').first().isVisible(), true);
  await quiet.clock.fastForward(45_000);
  await quiet.keyboard.type('card'); // who types is there
  await quiet.clock.fastForward(45_000);
  assert.equal(await quiet.getByText('Still there?').isVisible(), false);
  await quiet.clock.fastForward(60_000);
  await quiet.getByText('您来办什么事？').waitFor();
  assert.equal(await quiet.locator('html').getAttribute('data-size'), null);
  await quiet.close();
});

test('after hours: what to bring can be looked up, and the refusal says when to come', async () => {
  const late = await Controller.start({ clock: AFTER_HOURS });
  try {
    const evening = await browsers.page(await browsers.browser(late, 'kioskWide', 'kiosk', { device: 'k1' }), '/kiosk');
    await evening.getByRole('button', { name: '社会保障卡申领' }).click();
    await evening.getByRole('button', { name: '取号' }).click();
    await evening.locator('.note.bad', { hasText: '07:30 至 17:00' }).waitFor();
  } finally {
    await late.end();
  }
});

/** The code of an item of the shipped catalogue. */
async function code(name) {
  return (await hall.ask('kiosk', 'GET', '/api/items')).items.find((item) => item.name === name).code;
}
