// Pages left open while the hall's leader is killed, and its next leader stopped for ten seconds: what the people before them
// see, second by second. Three voters; the board hangs at the first leader, kiosk and console at the two others. What was
// seen is kept in appliance/target/looks/cluster.txt.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const WINDOW = '5';
const STOPPED_MS = 10_000;
const LOOK_MS = 150;

let nodes;
let browsers;
const lines = [];
const begun = Date.now();

before(async () => {
  [nodes, browsers] = await Promise.all([Controller.hall('n1', 'n2', 'n3'), Browsers.open()]);
});
after(async () => {
  const looks = join(ROOT, 'appliance/target/looks');
  mkdirSync(looks, { recursive: true });
  writeFileSync(join(looks, 'cluster.txt'), `${lines.join('\n')}\n`);
  await browsers?.end();
  await Promise.all(Object.values(nodes ?? {}).map((node) => node.end()));
});

function say(text) {
  const line = `${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${text}`;
  lines.push(line);
  console.log(line);
}

/** What stands on a page, in one line; a call that flashes as new is marked with !. */
function onScreen() {
  const text = (selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText.trim()).filter(Boolean).join(' ');
  const news = document.querySelector('.newest.news .number');
  return [
    text('.head-marks .mark:not(.test)'), text('.strip.offline'), news ? `!${news.innerText}` : text('.newest .number'),
    text('.taken .number'), text('.fate'), text('.note'), text('.visitor h2, .visitor .huge'),
  ].filter(Boolean).join(' | ').replaceAll('\n', ' ');
}

/** Writes down what a page shows whenever it shows something else, until the test is over. */
function watch(name, page) {
  const seen = [];
  let over = false;
  const done = (async () => {
    while (!over) {
      const now = await page.evaluate(onScreen);
      if (now !== seen.at(-1)) {
        seen.push(now);
        say(`${name.padEnd(7)}  ${now || '–'}`);
      }
      await wait(LOOK_MS);
    }
  })();
  return { seen, end: () => { over = true; return done; } };
}

/** Asks until it is so. */
async function until(what, ask, ms = 20_000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const answer = await ask().catch(() => null);
    if (answer) return answer;
    await wait(LOOK_MS);
  }
  throw new Error(`not in ${ms} ms: ${what}`);
}

/** Who leads, in the eyes of a node that is up. */
const leaderAt = (node, not) => until('a leader', async () => {
  const { leader } = await node.hall();
  return leader && leader !== not ? leader : null;
});

const button = (page, name) => page.getByRole('button', { name });

async function takeAtKiosk(page) {
  for (const name of ['企业一件事', '我要开一家饭店', '取号']) await button(page, name).tap();
  await page.locator('.taken .number').waitFor({ timeout: 20_000 });
  const number = await page.locator('.taken .number').innerText();
  await button(page, '好的').tap();
  return number;
}

/** From the press of the key to the visitor's number on the console. */
async function callAtConsole(page) {
  await page.keyboard.press('n');
  await page.locator('.visitor.called').waitFor({ timeout: 20_000 });
  return page.locator('.huge').first().innerText();
}

async function serveAtConsole(page) {
  await page.locator('[data-act=serve]:not([aria-disabled=true])').waitFor();
  await page.keyboard.press('s');
  await page.locator('.visitor.serving').waitFor({ timeout: 20_000 });
  await page.locator('[data-act=done]:not([aria-disabled=true])').waitFor();
  await page.keyboard.press('d');
  await page.locator('.visitor.idle').waitFor({ timeout: 20_000 });
}

test('who stands before a page sees the hall go on, whichever controller dies', async () => {
  const first = await leaderAt(nodes.n2);
  const [kioskNode, consoleNode] = Object.keys(nodes).filter((name) => name !== first);
  const { windows } = await nodes[first].hall();
  const [item] = windows.find(({ id }) => id === WINDOW).skills;
  await nodes[first].act(WINDOW, 'open');
  for (let i = 0; i < 5; i += 1) await nodes[first].take({ items: [item] });
  const open = async (node, size, role, path, extra) => browsers.page(await browsers.browser(nodes[node], size, role, extra), path);
  const pages = {
    kiosk: await open(kioskNode, 'kiosk', 'kiosk', '/kiosk', { device: 'k1' }),
    console: await open(consoleNode, 'desk', 'window', `/window/${WINDOW}`, { window: WINDOW }),
    board: await open(first, 'board', 'kiosk', '/board?voice=off'),
  };
  await pages.kiosk.locator('.tile').first().waitFor();
  await pages.console.locator('.visitor.idle').waitFor();
  await pages.board.locator('yc-zones td').first().waitFor();
  for (const page of Object.values(pages)) await page.evaluate(() => { window.sameSince = 'the beginning'; });
  const watched = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, watch(name, page)]));
  const taken = [];
  const called = [];
  say(`${first} leads, with the board; the kiosk is at ${kioskNode}, the console at ${consoleNode}`);

  called.push(await callAtConsole(pages.console));
  await pages.board.locator('.newest .number', { hasText: called[0] }).waitFor();
  await serveAtConsole(pages.console);

  await nodes[first].kill();
  say(`kill -9 ${first}; at once somebody takes a ticket, and the clerk calls`);
  const both = await Promise.all([takeAtKiosk(pages.kiosk), callAtConsole(pages.console)]);
  taken.push(both[0]);
  called.push(both[1]);
  const second = await leaderAt(nodes[kioskNode], first);
  say(`${second} leads; ${both[0]} was taken, ${both[1]} called`);
  await pages.board.locator('.strip.offline').waitFor();
  await nodes[first].up();
  say(`${first} was started again`);
  await pages.board.locator('.strip.offline').waitFor({ state: 'detached', timeout: 20_000 });
  await pages.board.locator('.newest .number', { hasText: both[1] }).waitFor({ timeout: 20_000 });
  await serveAtConsole(pages.console);

  nodes[second].stop();
  say(`${second} stopped for ten seconds`);
  const stopped = wait(STOPPED_MS).then(() => {
    nodes[second].goOn();
    say(`${second} goes on`);
  });
  const third = await leaderAt(nodes[first], second);
  say(`${third} leads`);
  const [number, visitor] = await Promise.all([takeAtKiosk(pages.kiosk), callAtConsole(pages.console), stopped]);
  taken.push(number);
  called.push(visitor);
  await pages.board.locator('.newest .number', { hasText: visitor }).waitFor({ timeout: 20_000 });
  await serveAtConsole(pages.console);

  for (const node of Object.values(nodes)) {
    const served = await until('the last visitor closed everywhere', async () => {
      const ticket = await node.ask('manager', 'GET', `/api/tickets/${visitor}`);
      return ticket.state === 'closed' && ticket;
    });
    assert.equal(served.legs[0].window, WINDOW);
    for (const one of taken) assert.equal((await node.ask('manager', 'GET', `/api/tickets/${one}`)).number, one);
  }
  await Promise.all(Object.values(watched).map((one) => one.end()));
  assert.equal(new Set(called).size, called.length, 'nobody is called twice');
  assert.equal(new Set(taken).size, taken.length, 'nobody gets the number of somebody else');
  const news = watched.board.seen.map((line) => line.match(/!(\w+)/)?.[1]).filter((one, i, all) => one && one !== all[i - 1]);
  assert.equal(new Set(news).size, news.length, `no old call is shown as new: ${news}`);
  for (const [name, page] of Object.entries(pages)) {
    assert.equal(await page.evaluate(() => window.sameSince), 'the beginning', `${name} was not loaded anew`);
    assert.equal(await page.locator('.head-marks .mark.warn').count(), 0, `${name} is live again`);
  }
  assert.deepEqual(browsers.faults, []);
});
