// One visit on all pages at once: taken at the kiosk, shown on the board, called and served at the console, followed and rated
// on a phone, seen by the manager, the guidance desk and the virtual devices. In the middle the controller is killed and
// started again. Once in Chinese by touch, once in English by the keyboard alone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

const WINDOW = '10';
const ITEM = '社会保险参保证明打印';
let hall, browsers;

before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
});
after(async () => {
  await browsers.end();
  await hall.end();
});

/** Every page of the hall, open at once, each in a browser of its own; the phone comes later. */
async function everyPage(language) {
  const address = (path) => path + (language === 'en' ? (path.includes('?') ? '&' : '?') + 'lang=en' : '');
  const open = async (size, role, path, extra) => browsers.page(await browsers.browser(hall, size, role, extra), address(path));
  const pages = {
    kiosk: await open('kiosk', 'kiosk', '/kiosk', { device: 'k1' }),
    board: await open('board', 'device', '/board?voice=off'),
    console: await open('desk', 'window', `/window/${WINDOW}`, { window: WINDOW }),
    manager: await open('desk', 'manager', '/manager'),
    guide: await open('kioskWide', 'helper', '/guide'),
    devices: await open('desk', 'admin', `/devices?window=${WINDOW}`),
  };
  await pages.kiosk.locator('.tile').first().waitFor();
  for (const page of Object.values(pages)) await page.locator('.mark.warn').waitFor({ state: 'detached' });
  return pages;
}

async function close(pages) {
  for (const page of Object.values(pages)) await page.context().close();
}

/** The console is in this state and the act before is over: its next key counts. */
const ready = (desk, state) => desk.locator(`.left:has(.acts[aria-busy=false]) .visitor.${state}`).waitFor();
const calledOnBoard = (board, number) => board.locator('.newest .number', { hasText: number });

/** Every page notices, none is loaded again, and each finds the hall as it was; no old call comes as news. */
async function dieAndComeBack(pages, number) {
  for (const page of Object.values(pages)) await page.evaluate(() => (window.neverReloaded = true));
  await hall.kill();
  for (const page of Object.values(pages)) await page.locator('.mark.warn').first().waitFor();
  await pages.board.locator('.newest.news').waitFor({ state: 'detached' });
  const news = pages.board.evaluate(() => new Promise((done) => {
    const watch = new MutationObserver(() => document.querySelector('.newest.news') && done(true));
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    window.lookBack = () => done(false);
  }));
  await hall.up();
  for (const page of Object.values(pages)) await page.locator('.mark.warn').waitFor({ state: 'detached' });
  await pages.board.locator('.number', { hasText: number }).first().waitFor(); // large, or among those being served
  await pages.board.evaluate(() => window.lookBack());
  assert.equal(await news, false, 'a call from before the restart came as news');
  for (const [name, page] of Object.entries(pages)) assert.equal(await page.evaluate(() => window.neverReloaded), true, name);
}

test('in Chinese, by touch; the controller dies while the person is called', async () => {
  const pages = await everyPage('zh');
  const { kiosk, board, console: desk, manager, devices } = pages;
  await kiosk.getByRole('button', { name: ITEM }).tap();
  await kiosk.getByRole('button', { name: '取号到窗口办' }).tap();
  await kiosk.locator('.taken .number').waitFor();
  const number = await kiosk.locator('.taken .number').innerText();
  const link = (await kiosk.locator('.qr img').getAttribute('src')).split('/')[3];
  const phone = await browsers.page(await browsers.browser(hall, 'phone', null), `/t/${link}`);
  await phone.locator('.state.waiting .number', { hasText: number }).waitFor();
  await phone.getByRole('button', { name: '叫到我时响铃' }).tap();

  await hall.act(WINDOW, 'open');
  await ready(desk, 'idle');
  await desk.keyboard.press('n');
  await desk.locator('.visitor.called .huge', { hasText: number }).waitFor();
  await calledOnBoard(board, number).waitFor();
  await phone.locator('.state.called', { hasText: '10号窗口' }).waitFor();
  await devices.getByText(number).first().waitFor();
  await manager.locator('yc-windows', { hasText: number }).waitFor();

  await dieAndComeBack({ ...pages, phone }, number);
  await phone.locator('.state.called').waitFor();
  await ready(desk, 'called');
  await desk.keyboard.press('s');
  await phone.locator('.state.serving').waitFor();
  await ready(desk, 'serving');
  await desk.keyboard.press('d');
  await desk.locator('.visitor.idle').waitFor();
  await board.locator('.newest.none').waitFor();

  await phone.getByText('非常满意', { exact: true }).tap();
  await phone.getByRole('button', { name: '提交评价' }).tap();
  await phone.getByText('谢谢您的评价').waitFor();
  const { ratings } = await hall.ask('manager', 'GET', '/api/manager');
  assert.equal(ratings['5'], 1);
  await close({ ...pages, phone });
  assert.deepEqual(browsers.faults.splice(0), []);
});

test('in English, by the keyboard alone; the controller dies while the person is served', async () => {
  const pages = await everyPage('en');
  const { kiosk, board, console: desk } = pages;
  const press = async (page, name, key = 'Enter') => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press(key);
  };
  await press(kiosk, 'Print of social insurance record');
  await press(kiosk, 'Take a ticket for a window');
  await kiosk.locator('.taken .number').waitFor();
  const number = await kiosk.locator('.taken .number').innerText();
  const link = (await kiosk.locator('.qr img').getAttribute('src')).split('/')[3];
  const phone = await browsers.page(await browsers.browser(hall, 'desk', null), `/t/${link}?lang=en`);
  await phone.locator('.state.waiting', { hasText: 'Waiting' }).waitFor();

  await ready(desk, 'idle'); // opened by the visit before
  await desk.keyboard.press('n');
  await desk.locator('.visitor.called .huge', { hasText: number }).waitFor();
  await calledOnBoard(board, number).waitFor();
  await ready(desk, 'called');
  await desk.keyboard.press('s');
  await ready(desk, 'serving');
  await phone.locator('.state.serving', { hasText: 'Being served' }).waitFor();

  await dieAndComeBack({ ...pages, phone }, number);
  await ready(desk, 'serving');
  await desk.keyboard.press('d');
  await desk.locator('.visitor.idle').waitFor();
  await phone.locator('input[type=radio]').first().focus();
  await phone.keyboard.press('ArrowDown'); // satisfied
  await press(phone, 'Send rating');
  await phone.getByText('Thank you').waitFor();
  const { ratings } = await hall.ask('manager', 'GET', '/api/manager');
  assert.equal(ratings['4'], 1);
  await close({ ...pages, phone });
  assert.deepEqual(browsers.faults.splice(0), []);
});
