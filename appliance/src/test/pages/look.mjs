// Walks through the pages of a running appliance and takes a picture of each, to be looked at by a person.
//
//   npm install && node look.mjs http://127.0.0.1:8080 ADMIN_TOKEN [folder]
//
// It enrols its browsers with one-time codes, as hall IT does, and serves a few visits; never run it on a real hall.

import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Hall } from './hall.mjs';

const [base, admin, folder = '../../../target/look'] = process.argv.slice(2);
const SIZES = { kiosk: [1080, 1920], board: [1920, 1080], desk: [1440, 900], phone: [390, 844] };
const SETTLE_MS = 1500;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const faults = [];

async function enrolled(size, role, extra = {}) {
  const [width, height] = SIZES[size];
  const context = await browser.newContext({ baseURL: base, locale: 'zh-CN', viewport: { width, height } });
  if (role) await new Hall(base, admin).enrol(context, role, extra);
  return context;
}

async function look(context, name, path, act = async () => {}) {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  page.on('console', (line) => line.type() === 'error' && faults.push(`${name}: ${line.text()}`));
  await page.goto(path);
  await page.waitForTimeout(SETTLE_MS);
  await act(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
  console.log(`${folder}/${name}.png`);
}

try {
  const kiosk = await enrolled('kiosk', 'kiosk', { device: 'k1' });
  const manager = await enrolled('desk', 'manager');
  const board = await enrolled('board', 'manager');
  const administrator = await enrolled('desk', 'admin');
  const phone = await enrolled('phone', null);

  await look(phone, 'enrol', '/enrol');
  await look(kiosk, 'kiosk-start', '/kiosk');
  await look(board, 'board-empty', '/board');
  const hall = new Hall(base, admin);
  const { called, waiting, closed, window } = await hall.play(kiosk.request, manager.request);

  await look(kiosk, 'kiosk-search', '/kiosk', (page) => page.fill('.search', '社保'));
  await look(kiosk, 'kiosk-zone', '/kiosk', (page) => page.locator('.tile:not(.theme)').nth(2).click());
  await look(kiosk, 'kiosk-theme', '/kiosk', async (page) => {
    await page.locator('.tile.theme').last().click(); // 企业一件事
    await page.locator('.found-one').first().click();
  });
  await look(kiosk, 'kiosk-ticket', '/kiosk', async (page) => {
    await page.fill('.search', '退休');
    await page.locator('.found-one').first().click();
    await page.locator('.take').dblclick();
    await page.waitForSelector('.taken');
    await page.waitForTimeout(2500);
  });
  await look(board, 'board', '/board');
  await look(manager, 'window-serving', `/window/${window.serving}`);
  await look(manager, 'window-called', `/window/${window.called}`, async (page) => {
    await page.keyboard.press('x');
    await page.waitForTimeout(SETTLE_MS);
  });
  await look(manager, 'window-finish', `/window/${window.serving}`, async (page) => {
    await page.keyboard.press('f');
    await page.keyboard.press('6');
  });
  await look(manager, 'window-closed', `/window/${window.closed}`);
  await look(phone, 'ticket-waiting', `/t/${waiting}`);
  await look(phone, 'ticket-called', `/t/${called}`);
  await look(phone, 'ticket-rate', `/t/${closed}`);
  await look(phone, 'ticket-wrong', '/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await look(manager, 'manager', '/manager');
  await look(administrator, 'admin', '/admin', (page) => page.locator('form button').click());
} finally {
  await browser.close();
}
faults.forEach((fault) => console.log(`! ${fault}`));
