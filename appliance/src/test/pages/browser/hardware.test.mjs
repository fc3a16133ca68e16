// The devices on /admin, against real boards: the firmware's own core as processes on a bus. A board is tested, dies, and another that
// has no address yet takes its place within a minute, while the hall goes on. What cannot be done says why.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { accessibility, overflow, smallTargets } from '../checks.mjs';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');
const FIRMWARE = join(ROOT, 'display-firmware');
const NO_ADDRESS = 'ff';

/** The wire: what one says all others hear. */
class Wire {
  #ends = new Set();
  #boards = [];

  static async open(path) {
    const one = new Wire();
    one.path = path;
    one.server = createServer((end) => {
      one.#ends.add(end);
      end.on('data', (bytes) => one.#ends.forEach((other) => other !== end && other.write(bytes)));
      end.on('error', () => {});
      end.on('close', () => one.#ends.delete(end));
    });
    await new Promise((done) => one.server.listen(path, done));
    return one;
  }

  /** Plugs a board in. {@return its process} */
  board(id, address, kind = 'display', size = '128x32') {
    const board = spawn(join(FIRMWARE, 'build/host-board'), [this.path, kind, size, id, address], { stdio: 'ignore' });
    this.#boards.push(board);
    return board;
  }

  end() {
    this.#boards.forEach((board) => board.kill('SIGKILL'));
    this.#ends.forEach((end) => end.destroy());
    this.server.close();
  }
}

const sign = (hexadecimal) => crc32(Buffer.from(hexadecimal, 'hex')).toString(16).padStart(8, '0').toUpperCase();
const id = (byte) => byte.toString(16).padStart(2, '0').toUpperCase().repeat(12);
const button = (page, name) => page.getByRole('button', { name, exact: true });
const row = (page, device) => page.locator('.hardware tr', { has: page.locator('th', { hasText: new RegExp(`^${device}\\b`) }) });

let folder, wire, hall, browsers;
before(async () => {
  mkdirSync(LOOKS, { recursive: true });
  execFileSync('make', ['-s', 'host-board'], { cwd: FIRMWARE, stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'yichuang-hardware-'));
  wire = await Wire.open(join(folder, 'bus'));
  cpSync(join(ROOT, 'config'), join(folder, 'config'), { recursive: true });
  appendFileSync(join(folder, 'config/devices/virtual.yaml'), `
buses: [{id: b1, kind: rs485, port: "unix:${wire.path}"}, {id: p1, kind: ff68, port: "tcp://127.0.0.1:11"}]
hardware:
  - {at: display-1, driver: board, bus: b1, address: 1}
  - {at: display-2, driver: board, bus: b1, address: 2}
  - {at: printer-1, driver: escpos, host: 127.0.0.1, port: 9}
  - {at: display-3, driver: onbon, host: 127.0.0.1, port: 13, model: 6E1, width: 128, height: 32}
  - {at: keypad-3, driver: ff68-pad, bus: p1, address: 3}
`);
  browsers = await Browsers.open();
});
after(async () => {
  await browsers?.end();
  await hall?.end();
  wire?.end();
  rmSync(folder, { recursive: true, force: true });
});

test('a device is tested, and a dead board replaced within a minute while the hall goes on', { timeout: 240_000 }, async () => {
  const first = wire.board(id(0x11), '01');
  wire.board(id(0x22), '02');
  hall = await Controller.start({ config: join(folder, 'config/hall.yaml') });
  const page = await browsers.page(await browsers.browser(hall, 'desk', 'admin'), '/admin');
  for (const here of ['display-1', 'display-2']) {
    await row(page, here).filter({ hasText: '正常' }).waitFor({ timeout: 20_000 });
  }
  for (const away of ['printer-1', 'display-3', 'keypad-3']) {
    await row(page, away).filter({ hasText: '没有应答' }).waitFor({ timeout: 20_000 });
  }
  const metrics = await (await fetch(`${hall.base}/metrics`, { headers: { Authorization: `Bearer ${hall.tokens.admin}` } })).text();
  for (const kind of ['printer', 'display', 'keypad']) assert.match(metrics, new RegExp(`hall_devices\\{kind="${kind}",state="fault"\\} 1\\.0`));

  await button(page, '测试 display-1').click();
  await page.locator('yc-hardware .note.plain', { hasText: 'display-1' }).waitFor({ timeout: 20_000 });
  await button(page, '测试 printer-1').click();
  await page.locator('yc-hardware .note.bad', { hasText: '设备没有应答' }).waitFor({ timeout: 20_000 });

  first.kill('SIGKILL');
  await row(page, 'display-1').filter({ hasText: '没有应答' }).waitFor({ timeout: 10_000 });
  const began = Date.now();
  await button(page, '更换 display-1').click();
  await page.getByText('总线上没有未编地址的新设备').waitFor({ timeout: 20_000 });
  wire.board(id(0x33), NO_ADDRESS);
  wire.board(id(0x44), NO_ADDRESS);
  const spare = page.locator('yc-hardware .confirm button', { hasText: sign(id(0x33)) });
  while (!await spare.isVisible()) { // a board that was just plugged in starts first
    await button(page, '更换 display-1').click();
    await page.locator('yc-hardware .confirm').waitFor({ timeout: 20_000 });
  }
  await page.locator('yc-hardware').screenshot({ path: join(LOOKS, 'hardware-replace.png') });
  assert.deepEqual(await accessibility(page), []);
  await spare.click();
  await page.locator('yc-hardware .note.plain', { hasText: '已换上新的' }).waitFor({ timeout: 20_000 });
  await row(page, 'display-1').filter({ hasText: '正常' }).waitFor({ timeout: 20_000 });
  const took = Date.now() - began;
  console.log(`replaced in ${took} ms`);
  assert.ok(took < 60_000);

  await button(page, '更换 display-2').click();
  await page.locator('yc-hardware .confirm button', { hasText: sign(id(0x44)) }).click();
  await page.locator('yc-hardware .note.bad', { hasText: '旧设备还在应答' }).waitFor({ timeout: 20_000 });
  await page.screenshot({ path: join(LOOKS, 'hardware.png'), fullPage: true });
  assert.deepEqual(browsers.faults, []);
});

test('on a phone, in English, nothing is cut and every key is large enough', { timeout: 120_000 }, async () => {
  const page = await browsers.page(await browsers.browser(hall, 'phone', 'admin'), '/admin?lang=en');
  await row(page, 'display-2').waitFor({ timeout: 20_000 });
  await page.locator('yc-hardware').screenshot({ path: join(LOOKS, 'hardware-phone.png') });
  assert.deepEqual(await overflow(page), []);
  assert.deepEqual(await smallTargets(page), []);
  assert.deepEqual(browsers.faults, []);
});
