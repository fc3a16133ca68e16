// The guidance desk: somebody without a phone, without a slip or without an idea is helped in a few keys.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
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
  context = await browsers.browser(hall, 'kioskWide', 'helper');
});
after(async () => {
  await browsers.end();
  await hall.end();
});
beforeEach(async () => {
  page = await browsers.page(context, '/guide');
  await page.locator('.finding input').waitFor();
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(browsers.faults.splice(0), []);
});

const button = (name) => page.getByRole('button', { name });
const take = () => hall.take({ items: [items[0]] });
const stateOf = async ({ link }) => (await hall.ask(link, 'GET', `/api/tickets/${link}`)).state;

/** By the keyboard: the field has the focus when the page opens. */
async function find({ number }) {
  await page.locator('.finding input').first().fill(number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('.sought .number', { hasText: number }).waitFor();
}

test('the number field has the focus; Enter finds, and says state, place, why and window', async () => {
  const ticket = await take();
  await page.keyboard.type(ticket.number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('.sought.waiting').waitFor();
  assert.match(await page.locator('.sought').innerText(), /正在等候[\s\S]*前面还有[\s\S]*先来后到[\s\S]*会叫到：10号窗口/);
});

test('a number that nobody has is told, and what to ask', async () => {
  await page.keyboard.type('Z9999');
  await page.keyboard.press('Enter');
  await page.locator('.finding .note.bad').waitFor();
});

test('a number for somebody by the keyboard, with its code and a slip at the kiosk they stand at', async () => {
  await page.locator('.taking input').focus();
  await page.keyboard.type('sbk');
  await page.locator('.taking .picks button').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.take').focus();
  await page.keyboard.press('Enter');
  await page.locator('.taken .number').waitFor();
  const number = await page.locator('.taken .number').innerText();
  await page.locator('.qr img').evaluate((image) => image.decode());
  await page.getByLabel('在哪台打印机').selectOption('printer-k2');
  await button('打印小票').click();
  await page.getByText('已送到 printer-k2').waitFor();
  for (;;) {
    const { printed } = await hall.ask('admin', 'GET', '/api/devices/printer-k2');
    if (printed?.number === number) break;
  }
});

test('the item is changed and the arrival stays', async () => {
  const ticket = await take();
  await find(ticket);
  await button('改事项').click();
  await page.locator('.sought input[type=search]').fill('社会保障卡申领');
  await page.keyboard.press('Enter');
  await page.getByText('已改为“社会保障卡申领”').waitFor();
  const now = await hall.ask(ticket.link, 'GET', `/api/tickets/${ticket.link}`);
  assert.equal(now.takenAt, ticket.takenAt);
  assert.match(now.legs[0].name, /社会保障卡申领/);
});

test('postponed, missed and back, and cancelled only when asked twice', async () => {
  const ticket = await take();
  await Promise.all([take(), take()]);
  await find(ticket);
  await button('延后').click();
  await button('1 位').click();
  await page.getByText('已让 1 位先办').waitFor();
  await hall.act('10', 'call', { ticket: ticket.number });
  await hall.act('10', 'hold');
  await page.locator('.sought.held').waitFor();
  await button('人回来了').click();
  await page.locator('.sought.waiting').waitFor();
  await button('取消号票').click();
  assert.equal(await stateOf(ticket), 'waiting');
  await button('确定取消').click();
  await page.locator('.sought.cancelled').waitFor();
});

test('a call for help shows and flashes at once; "我去" ends it for everybody', async () => {
  const other = await browsers.page(context, '/guide');
  await hall.ask('kiosk', 'POST', '/api/helpers', { where: '二楼电梯口' });
  await page.locator('.calls li', { hasText: '二楼电梯口' }).waitFor();
  await page.waitForFunction(() => document.title.includes('有人求助'));
  await button('我去').click();
  await other.locator('.calls li').waitFor({ state: 'detached' });
  assert.deepEqual((await hall.hall()).help, []);
  await other.close();
});

test('the controller dies under a half-typed number: it stays, and is found when the hall is back', async () => {
  const ticket = await take();
  await page.locator('.finding input').fill(ticket.number);
  await hall.kill();
  await page.locator('.mark.warn').waitFor();
  await hall.up();
  await page.locator('.mark.warn').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.finding input').inputValue(), ticket.number);
  await page.locator('.finding input').press('Enter');
  await page.locator('.sought.waiting').waitFor();
});
