// What all pages share: a browser whose credential was revoked is told so, one stream serves every tab, and a browser that is
// enrolled again goes on at once.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

let hall, browsers;

before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
});
after(async () => {
  await browsers.end();
  await hall.end();
});

const online = (page) => page.locator('.head-time', { hasText: ':' }).waitFor();

test('one stream for all tabs of a browser', async () => {
  const context = await browsers.browser(hall, 'desk', 'manager');
  for (const path of ['/manager', '/board?voice=off', '/window/1', '/guide', '/devices', '/manager', '/board', '/guide']) {
    await online(await browsers.page(context, path));
  }
  assert.equal(context.pages().length, 8); // a browser opens six connections: with a stream each, the seventh would hang
  assert.deepEqual(browsers.faults, []);
  await context.close();
});

test('a revoked browser says that it must be enrolled again, and then goes on', async () => {
  const context = await browsers.browser(hall, 'board', 'device');
  const board = await browsers.page(context, '/board?voice=off');
  await online(board);
  const { tokens } = await hall.ask('admin', 'GET', '/api/tokens');
  const mine = tokens.filter(({ browser, role }) => browser && role === 'device').at(-1);
  await hall.ask('admin', 'DELETE', `/api/tokens/${mine.id}`);
  await board.getByText('本机登记已失效').waitFor();
  const { code } = await hall.ask('admin', 'POST', '/api/codes', { role: 'device', label: 'again' });
  await context.request.post('/api/enrol', { data: { code }, headers: { 'Idempotency-Key': randomUUID(), Origin: hall.base } });
  await board.reload();
  await board.getByText('本机登记已失效').waitFor({ state: 'detached' });
  await online(board);
  await context.close();
});
