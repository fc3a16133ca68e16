// A hall without hardware: what its devices do is seen on one page, and hall IT can press a keypad there.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

let hall;
let browsers;
let window;
let other;

before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
  [window, other] = (await hall.hall()).windows.filter(({ id }) => id === '10' || id === '16');
  for (const { id } of [window, other]) await hall.act(id, 'open', { staff: 's101' });
});
after(async () => {
  await browsers?.end();
  await hall?.end();
});
afterEach(() => assert.deepEqual(browsers.faults.splice(0), []));

async function open(path, role = 'admin') {
  const page = await browsers.page(await browsers.browser(hall, 'desk', role), path);
  await page.locator('.devices-main nav').waitFor();
  return page;
}

/** A person for this window, called to it. {@return the number} */
async function call({ id, skills }) {
  await hall.take({ items: [skills[0]] });
  return (await hall.act(id, 'next')).ticket.number;
}

const led = (page, text) => page.locator('.led', { hasText: text }).waitFor();
const ten = () => `/devices?window=${window.id}`;

test('a visit at a window is seen on its display, heard at its speaker, and rated at its keypad', async () => {
  const page = await open(ten());
  await led(page, '空闲');
  const number = await call(window);
  await led(page, `请 ${number} 到 ${window.name}`);
  await page.locator('.said li', { hasText: '号窗口' }).first().waitFor();
  const praise = page.getByRole('button', { name: '非常满意', exact: true });
  assert.equal(await praise.getAttribute('aria-disabled'), 'true');
  await hall.act(window.id, 'serve');
  await led(page, `正在办理 ${number}`);
  await hall.act(window.id, 'finish', { outcome: 'GUIDED', missing: ['身份证'] });
  await page.locator('.slip', { hasText: '还缺：身份证' }).waitFor();
  await page.locator('.keys.lit').waitFor();
  await praise.click();
  await page.locator('.why', { hasText: '上次按的：非常满意' }).waitFor();
  assert.equal(await praise.getAttribute('aria-disabled'), 'true');
  await page.context().close();
});

test('a manager sees the keypad, and why its keys cannot be pressed here', async () => {
  const page = await open(ten(), 'manager');
  await page.locator('.why', { hasText: '要用运维的浏览器' }).waitFor();
  await page.getByRole('button', { name: '非常不满意' }).click({ force: true });
  assert.equal(await page.locator('.note').count(), 0);
  await page.context().close();
});

test('a kiosk’s paper carries the QR picture of the ticket’s own page', async () => {
  const page = await open('/devices?view=shared');
  const { number } = await hall.take({ items: [window.skills[0]] });
  const slip = page.locator('.slip', { hasText: number });
  await slip.locator('img').waitFor();
  await page.waitForFunction(() => document.querySelector('.slip img').naturalWidth > 0);
  await page.context().close();
});

test('the whole hall at once; what happens at one window is read at that window only', async () => {
  const page = await open('/devices?view=hall');
  await page.waitForFunction(() => document.querySelectorAll('.whole .led').length >= 34);
  await page.locator('.led', { hasText: '1号窗口 未开放' }).first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.led')].every((one) => one.getBoundingClientRect().top > innerHeight || one.textContent.trim() !== '…'));
  const reads = [];
  page.on('request', (request) => request.url().includes('/api/devices/') && reads.push(new URL(request.url()).pathname));
  const number = await call(other);
  await led(page, number);
  assert.deepEqual([...new Set(reads)], [`/api/devices/display-${other.id}`]);
  await page.context().close();
});

test('the controller is started again: the page goes on without a reload', async () => {
  const page = await open(`/devices?window=${other.id}`);
  await page.locator('.led .number').waitFor();
  await hall.kill();
  await page.locator('.mark.warn').waitFor();
  await hall.up();
  await page.locator('.mark.warn').waitFor({ state: 'detached' });
  await hall.act(other.id, 'serve');
  await led(page, '正在办理');
  await page.context().close();
});
