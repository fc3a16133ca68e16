// The cable between two controllers is pulled while people stand before pages on both sides, and put back: what kiosk, console, board,
// phone and manager say meanwhile, what can be done on each side, and that it is one hall again with nobody called twice. Pictures of
// every page in every part of it are kept in appliance/target/looks/island-*.png.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Cable } from '../cable.mjs';
import { accessibility, overflow, smallTargets } from '../checks.mjs';
import { islandsOfTwo } from '../islands.mjs';
import { longNames } from '../long-names.mjs';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');
const CUT_MS = 60_000; // 15 s until a part goes on alone, and as much again on a busy machine
const ALL = ['n1-kiosk', 'n1-board', 'n1-console-cut', 'n1-manager', 'n1-phone', 's1-kiosk', 's1-board', 's1-console', 's1-console-cut', 's1-manager', 's1-phone'];

const whyNot = Cable.whyNot();
let hall;
let browsers;
let faults;
const pages = {};

before(async () => {
  if (whyNot) return;
  mkdirSync(LOOKS, { recursive: true });
  const config = process.env.YICHUANG_LONG_NAMES ? longNames() : join(ROOT, 'config/hall.yaml');
  [hall, browsers] = await Promise.all([Controller.two(islandsOfTwo(config)), Browsers.open()]);
  faults = browsers.faults;
});
after(async () => {
  await browsers?.end();
  await Promise.all([hall?.n1, hall?.s1].map((node) => node?.end()));
  hall?.cable.end();
});

const open = async (node, size, role, path, extra) => browsers.page(await browsers.browser(hall[node], size, role, extra), path);
const sees = (name, selector, hasText, ms = 20_000) => pages[name].locator(selector, { hasText }).first().waitFor({ timeout: ms });
const gone = (name, selector, ms = CUT_MS) => pages[name].locator(selector).first().waitFor({ state: 'detached', timeout: ms });

async function until(what, ask, ms = CUT_MS) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await ask().catch(() => false)) return;
    await wait(200);
  }
  throw new Error(`not in ${ms} ms: ${what}`);
}

/** Photographs pages, and judges what a machine can. */
async function look(when, names) {
  for (const name of names) {
    const page = pages[name];
    const path = join(LOOKS, `island-${when}-${name}.png`);
    await page.screenshot({ path, fullPage: /manager|phone|console/.test(name) });
    const found = [...await accessibility(page), ...await overflow(page), ...(/board/.test(name) ? [] : await smallTargets(page))];
    assert.deepEqual(found, [], `${when} ${name}`);
  }
}

const itemOf = async (window) => (await hall.n1.hall()).windows.find(({ id }) => id === window).skills[0];

/** One act by its key, once it may be pressed. */
async function press(console, act, key, then) {
  await console.locator(`[data-act=${act}]:not([aria-disabled=true])`).waitFor();
  await console.keyboard.press(key);
  await console.locator(`.visitor.${then}`).waitFor();
}

/** Another window that takes it, on the other side of the cable. */
async function otherWindow(item) {
  return (await hall.n1.hall()).windows.find(({ id, skills }) => ['4', '5'].includes(id) && skills.includes(item)).id;
}

test('both sides of a pulled cable say what they can do, and one hall comes of them again', { skip: whyNot || false }, async () => {
  const item = await itemOf('6');
  const other = await otherWindow(item);
  await hall.n1.act('6', 'open');
  await hall.n1.act(other, 'open');
  const served = await hall.s1.take({ items: [item] });
  const old = await hall.s1.take({ items: [item] });
  assert.equal((await hall.s1.act('6', 'next')).ticket.number, served.number);
  await hall.s1.act('6', 'serve');

  for (const node of ['n1', 's1']) {
    pages[`${node}-kiosk`] = await open(node, 'kiosk', 'kiosk', '/kiosk', { device: 'k1' });
    pages[`${node}-board`] = await open(node, 'board', 'kiosk', '/board?voice=off');
    pages[`${node}-manager`] = await open(node, 'desk', 'manager', '/manager');
  }
  pages['s1-console'] = await open('s1', 'desk', 'window', '/window/6', { window: '6' });
  pages['n1-console-cut'] = await open('n1', 'desk', 'window', '/window/6', { window: '6' });
  pages['s1-console-cut'] = await open('s1', 'desk', 'window', `/window/${other}`, { window: other });
  pages['n1-phone'] = await open('n1', 'phone', null, `/t/${served.link}`);
  pages['s1-phone'] = await open('s1', 'phone', null, `/t/${old.link}`);
  for (const name of ALL) await pages[name].locator('main').waitFor();
  await sees('n1-board', '.line .number, .newest .number', served.number);

  hall.cable.pull();
  await sees('s1-board', '.strip.divided', '只叫 Z 开头的号', CUT_MS);
  await sees('n1-board', '.strip.divided', '由那边叫', CUT_MS);
  await sees('s1-kiosk', '.note.alone', '以 Z 开头');
  await sees('s1-console', '.note.alone', '能做：叫 Z 开头的号');
  await sees('s1-console-cut', '.note.bad', '不归它管');
  await sees('n1-console-cut', '.note.bad', '从这里操作不了');
  await sees('n1-phone', '.note.alone', '在窗口前听叫号');
  await sees('s1-phone', '.note.alone', '您的号仍然有效');
  await sees('n1-manager', '.parts h3', '控制器 s1 联系不上');
  await sees('s1-manager', '.parts h3', '这台控制器（s1）与大厅断开');
  for (const name of ['s1-kiosk', 's1-board', 's1-console', 's1-manager', 's1-phone']) await sees(name, '.mark.warn', '断网独立办理');
  assert.equal(await pages['n1-kiosk'].locator('.mark.warn').count(), 0, 'the rest of the hall goes on as ever');
  assert.equal(await pages['n1-board'].locator('.line, .newest .number').count(), 0, 'no call is shown that may be over');
  await pages['n1-console-cut'].keyboard.press('d');
  await sees('n1-console-cut', '.acts-note .note', '网络断开');
  await look('cut', ALL);

  // The island: a number of its own, called and served there; the one it had is finished.
  const kiosk = pages['s1-kiosk'];
  await kiosk.locator('.search').fill('');
  for (const name of [/企业一件事/, /我要开一家饭店/]) await kiosk.getByRole('button', { name }).first().tap();
  await look('cut-confirm', ['s1-kiosk']);
  await kiosk.getByRole('button', { name: /^取号$/ }).tap();
  await sees('s1-kiosk', '.taken .number', 'Z0001');
  await sees('s1-kiosk', '.taken .note.alone', '网通后全大厅通用');
  await look('cut-taken', ['s1-kiosk']);
  const own = await hall.s1.take({ items: [item] });
  assert.equal(own.number, 'Z0002');
  pages['s1-phone-own'] = await open('s1', 'phone', null, `/t/${own.link}`);
  await sees('s1-phone-own', '.note.alone', '只在这些窗口叫');
  pages['n1-phone-own'] = await open('n1', 'phone', null, `/t/${own.link}`);
  await sees('n1-phone-own', 'main', '断网时取的号，网通后这里自动打开');

  // The manager takes the ticket of the window out of reach, and both sides finish it.
  const manager = pages['n1-manager'];
  await sees('n1-manager', '.parts .list', served.number);
  await manager.getByRole('button', { name: '放出此号' }).click();
  await sees('n1-manager', '[role=alertdialog]', '先派人到');
  await look('release', ['n1-manager']);
  await manager.getByRole('button', { name: '先不' }).click();
  assert.equal((await hall.n1.ask('manager', 'GET', `/api/tickets/${served.number}`)).state, 'serving', 'asked, and not done');
  await manager.getByRole('button', { name: '放出此号' }).click();
  await manager.getByRole('button', { name: '确定：放出此号' }).click();
  await sees('n1-manager', '.parts .note', `${served.number} 已放出`);
  assert.equal((await hall.n1.act(other, 'next')).ticket.number, served.number);
  await hall.n1.act(other, 'serve');
  await hall.n1.act(other, 'finish', { outcome: 'DONE' });
  const console = pages['s1-console'];
  await press(console, 'done', 'd', 'idle');
  await press(console, 'next', 'n', 'called');
  const called = await console.locator('.huge').first().innerText();
  assert.match(called, /^Z000[12]$/, 'and nobody of the main hall');
  await sees('s1-board', '.newest .number', called);
  await sees('s1-manager', '.people td', called);
  await look('served', ['s1-board', 's1-console', 's1-manager', 's1-phone-own', 'n1-phone-own', 'n1-board']);
  await pages['s1-manager'].emulateMedia({ media: 'print' });
  await pages['s1-manager'].screenshot({ path: join(LOOKS, 'island-print-s1-manager.png'), fullPage: true });
  assert.equal(await pages['s1-manager'].locator('yc-todo').isVisible(), false, 'the list is printed and nothing else');
  assert.equal(await pages['s1-manager'].locator('.people table').isVisible(), true);
  await pages['s1-manager'].emulateMedia({ media: null });
  await pages['s1-board'].evaluate(() => {
    window.news = [];
    setInterval(() => {
      const number = document.querySelector('.newest.news .number')?.innerText;
      if (number && number !== window.news.at(-1)) window.news.push(number);
    }, 50);
  });

  hall.cable.plug();
  for (const name of ['s1-board', 'n1-board']) await gone(name, '.strip.divided');
  for (const name of ['s1-kiosk', 's1-console', 's1-manager', 's1-phone']) await gone(name, '.mark.warn');
  await until('one hall', async () => {
    const [here, there] = await Promise.all([hall.n1.hall(), hall.s1.hall()]);
    return here.leader === 'n1' && there.leader === 'n1' && !there.island && ![...here.windows, ...there.windows].some((window) => window.cutOff);
  });
  await sees('n1-board', '.newest .number, .line .number', called);
  await sees('n1-phone-own', '.number', own.number, 60_000);
  await sees('n1-manager', '.conflicts li', `${served.number} 两边都办结了`);
  await look('whole', ['n1-manager', 's1-manager', 'n1-board', 's1-board', 's1-console', 's1-kiosk']);
  await manager.getByRole('button', { name: `已过目 ${served.number}` }).click();
  await until('ticked off', async () => (await hall.n1.ask('manager', 'GET', '/api/conflicts')).conflicts.length === 0);
  await manager.locator('.conflicts').waitFor({ state: 'detached' });

  await press(console, 'serve', 's', 'serving');
  await press(console, 'done', 'd', 'idle');
  for (const node of [hall.n1, hall.s1]) {
    await until('closed everywhere', async () => (await node.ask('manager', 'GET', `/api/tickets/${called}`)).legs[0].state === 'closed');
    assert.equal((await node.ask('manager', 'GET', `/api/tickets/${old.number}`)).state, 'waiting');
  }
  const news = await pages['s1-board'].evaluate(() => window.news);
  assert.ok(!news.includes(served.number) && new Set(news).size === news.length, `nothing old is shown as new: ${news}`);
  assert.deepEqual(faults, []);
});
