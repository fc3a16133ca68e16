// Devices of a controller that goes away and comes back, as hall IT and a manager see them at another controller of the hall.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

const WINDOW = '5';

let nodes;
let browsers;

before(async () => {
  [nodes, browsers] = await Promise.all([Controller.hall('n1', 'n2', 'n3'), Browsers.open()]);
  await nodes.n2.act(WINDOW, 'open');
});
after(async () => {
  await browsers?.end();
  await Promise.all(Object.values(nodes ?? {}).map((node) => node.end()));
});

test('who looks at another controller sees the devices, hears that theirs is away, and sees them again', async () => {
  const page = await browsers.page(await browsers.browser(nodes.n2, 'desk', 'admin'), `/devices?window=${WINDOW}`);
  const manager = await browsers.page(await browsers.browser(nodes.n2, 'desk', 'manager'), '/manager');
  const led = (text) => page.locator('.led', { hasText: text }).waitFor();
  await page.locator('.tag', { hasText: '接在 n1 上' }).first().waitFor();
  await page.locator('.tag.ok').first().waitFor();
  const { windows } = await nodes.n2.hall();
  await nodes.n3.take({ items: [windows.find(({ id }) => id === WINDOW).skills[0]] });
  const { number } = (await nodes.n3.act(WINDOW, 'next')).ticket;
  await led(number);

  await nodes.n1.kill();
  await led('情况不明');
  await page.locator('.why', { hasText: '联系不上控制器 n1' }).waitFor();
  await manager.locator('yc-devices p', { hasText: /台情况不明　n1 \d+/ }).waitFor();

  await nodes.n1.up();
  await led(number);
  await page.locator('.tag.ok').first().waitFor();
  assert.equal((await nodes.n2.ask('manager', 'GET', `/api/devices/speaker-${WINDOW}`)).said.length, 0, 'nothing old is spoken');
});
