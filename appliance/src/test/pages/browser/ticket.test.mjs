// The phone page: a person in the hall knows where they stand, is called so that they notice, and decides for themselves.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

let hall;
let browsers;
let context;
let items;
let page;
before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
  await hall.act('10', 'open');
  items = (await hall.hall()).windows.find(({ id }) => id === '10').skills;
  context = await browsers.browser(hall, 'phone', null);
});
after(async () => {
  await browsers.end();
  await hall.end();
});
afterEach(async () => {
  await page.close();
  await free();
  assert.deepEqual(browsers.faults.splice(0), []);
});

const button = (name) => page.getByRole('button', { name });
const state = (name) => page.locator(`.state.${name}`).waitFor();
const take = () => hall.take({ items: [items[0]] });

async function open(ticket, query = '') {
  page = await browsers.page(context, `/t/${ticket.link}${query}`);
  await page.locator('.state .number', { hasText: ticket.number }).waitFor();
}

/** Whoever is at the window goes, so that the next rule finds it free. */
async function free() {
  const { state: now } = (await hall.hall()).windows.find(({ id }) => id === '10');
  if (now === 'called') await hall.act('10', 'hold');
  if (now === 'serving') await hall.act('10', 'finish', { outcome: 'DONE' });
}

test('my place, why, how long, and what to bring', async () => {
  await take();
  await open(await take());
  assert.match(await page.locator('.state').innerText(), /前面还有 \d+ 人[\s\S]*预计等候[\s\S]*先来后到/);
  await page.locator('.legs', { hasText: '请带好这些材料' }).getByText('身份证或社保卡').waitFor();
});

test('nothing tells the link: not the title, not a referrer, and no request leaves the hall', async () => {
  const ticket = await take();
  const asked = [];
  context.on('request', (request) => asked.push(request));
  await open(ticket);
  assert.ok(!(await page.title()).includes(ticket.link));
  for (const request of asked) {
    assert.ok(request.url().startsWith(hall.base), request.url());
    assert.ok(!(request.headers().referer ?? '').includes(ticket.link), request.url());
  }
});

test('called: the window and where it is fill the screen, the title flashes, and it ends when I am there', async () => {
  const ticket = await take();
  await open(ticket);
  const quiet = await page.title();
  await button('叫到我时响铃').tap();
  await button('叫到我时响铃').waitFor({ state: 'detached' });
  await hall.act('10', 'call', { ticket: ticket.number });
  await state('called');
  assert.match(await page.locator('.state').innerText(), /请马上到10号窗口\s+社会保障区 · 一楼西侧/);
  await page.waitForFunction(() => document.title.includes('叫到您了'));
  await hall.act('10', 'serve');
  await state('serving');
  assert.equal(await page.title(), quiet);
});

test('an old call is shown and not rung', async () => {
  const ticket = await take();
  await hall.act('10', 'call', { ticket: ticket.number });
  await open(ticket);
  await state('called');
  assert.ok(!(await page.title()).includes('叫到'));
});

test('two may go first, and the page says what that did', async () => {
  const ticket = await take();
  await Promise.all([take(), take(), take()]);
  await open(ticket);
  const ahead = async () => Number(/\d+/.exec(await page.locator('.ahead').innerText())[0]);
  const at = await ahead();
  await button('有事走开').tap();
  await button('2 位').tap();
  await page.getByText('已让 2 位先办').waitFor();
  await page.waitForFunction((was) => Number(/\d+/.exec(document.querySelector('.ahead').textContent)[0]) === was + 2, at);
});

test('held, I say that I am back and wait again; leaving is asked twice', async () => {
  const ticket = await take();
  await hall.act('10', 'call', { ticket: ticket.number });
  await hall.act('10', 'hold');
  await open(ticket);
  await state('held');
  await button('我回来了').tap();
  await state('waiting');
  await button('不等了').tap();
  assert.equal((await hall.ask(ticket.link, 'GET', `/api/tickets/${ticket.link}`)).state, 'waiting');
  await button('确定取消').tap();
  await state('cancelled');
  assert.equal(await button('有事走开').count(), 0);
});

test('one rating for one visit; then a complaint about it', async () => {
  const ticket = await take();
  await hall.act('10', 'call', { ticket: ticket.number });
  await hall.act('10', 'serve');
  await hall.act('10', 'finish', { outcome: 'DONE' });
  await open(ticket);
  await button('提交评价').tap();
  await page.getByText('请先选一项').waitFor();
  await page.getByRole('radio', { name: '满意', exact: true }).check();
  await button('提交评价').tap();
  await page.getByText('谢谢您的评价：满意').waitFor();
  await page.reload();
  await page.getByText('已经评价过').waitFor();
  await page.getByText('吐槽找茬', { exact: true }).tap();
  await page.getByLabel('哪里不好').fill('叫号声音太小');
  await button('提交').tap();
  await page.getByText('收到了').waitFor();
});

test('the controller dies and comes back: said, what I typed stays, and a call is still heard', async () => {
  const ticket = await take();
  await open(ticket);
  await page.getByText('吐槽找茬', { exact: true }).tap();
  await page.getByLabel('哪里不好').fill('写到一半');
  await hall.kill();
  await page.locator('.mark.warn').waitFor();
  await hall.up();
  await page.locator('.mark.warn').waitFor({ state: 'detached' });
  await hall.act('10', 'call', { ticket: ticket.number });
  await state('called');
  assert.equal(await page.getByLabel('哪里不好').inputValue(), '写到一半');
});

test('a wrong link is told kindly', async () => {
  page = await browsers.page(context, `/t/${'A'.repeat(28)}`);
  await page.getByText('这个链接打不开号票').waitFor();
});

test('the day after, the page is the record of the visit, and it can still be rated', async () => {
  const late = await Controller.start({ clock: '2026-03-02T18:30:00+08:00x900' });
  try {
    await late.act('10', 'open');
    const ticket = await late.take({ items: [items[0]] });
    await late.act('10', 'call', { ticket: ticket.number });
    await late.act('10', 'serve');
    await late.act('10', 'finish', { outcome: 'DONE' });
    const device = await browsers.browser(late, 'phone', null);
    const { day } = await late.hall();
    page = await browsers.page(device, `/t/${ticket.link}`);
    while ((await late.hall()).day === day) await page.locator('.head-time').waitFor();
    await page.reload();
    await state('closed');
    await page.getByRole('radio', { name: '非常满意' }).check();
    await button('提交评价').tap();
    await page.getByText('谢谢您的评价：非常满意').waitFor();
    await page.reload();
    await page.getByText('已经评价过').waitFor();
  } finally {
    await late.end();
  }
});
