// Every page in every state, photographed at its real size into appliance/target/looks and judged by what a machine can see:
// no serious accessibility finding, no target below 44 px, nothing cut off, no error of the page. The pictures are for people.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessibility, overflow, smallTargets } from '../checks.mjs';
import { longNames } from '../long-names.mjs';
import { ordinary, overfull } from '../play.mjs';
import { Browsers, Controller, ROOT, SIZES } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');
const only = process.env.YICHUANG_LOOKS?.split(','); // for whoever works on one page: kiosk,board

/** Each page: its sizes, who looks, and where; `at` gets the story of the hall. `refused` does what the hall will not do. */
const PAGES = {
  kiosk: { sizes: ['kiosk', 'kioskWide'], role: 'kiosk', extra: { device: 'k1' }, at: () => '/kiosk', ready: 'main button', refused: scan('NOBODY-KNOWS-THIS') },
  'window-idle': { sizes: ['desk'], role: 'manager', at: ({ windows }) => `/window/${windows.idle}`, ready: 'main button', refused: type('g', 'Z9999') },
  'window-called': { sizes: ['desk'], role: 'manager', at: ({ windows }) => `/window/${windows.called}`, ready: 'main button' },
  'window-serving': { sizes: ['desk'], role: 'manager', at: ({ windows }) => `/window/${windows.serving}`, ready: 'main button' },
  board: { sizes: ['board', 'boardTall'], role: 'kiosk', at: () => '/board', ready: 'main' },
  'ticket-waiting': { sizes: ['phone'], role: null, at: ({ links }) => `/t/${links.waiting}`, ready: 'main' },
  'ticket-called': { sizes: ['phone'], role: null, at: ({ links }) => `/t/${links.called}`, ready: 'main' },
  'ticket-closed': { sizes: ['phone'], role: null, at: ({ links }) => `/t/${links.closed}`, ready: 'main' },
  manager: { sizes: ['desk', 'board', 'phone'], role: 'manager', at: () => '/manager', ready: 'main', refused: fill('yc-paper input', 'Z9999') },
  guide: { sizes: ['kioskWide', 'desk'], role: 'helper', at: () => '/guide', ready: 'main input', refused: fill('.finding input', 'Z9999') },
  devices: { sizes: ['desk'], role: 'admin', at: ({ windows }) => `/devices?window=${windows.called}`, ready: 'main' },
  admin: { sizes: ['desk', 'phone'], role: 'admin', at: () => '/admin', ready: 'main tbody td', refused: codeForNowhere },
  enrol: { sizes: ['phone', 'desk'], role: null, at: () => '/enrol', ready: 'main input', refused: fill('main input', 'WRONGCODE1') },
};
const EMPTY = { windows: { idle: '5', called: '6', serving: '7' }, links: { waiting: 'A'.repeat(28), called: 'B'.repeat(28), closed: 'C'.repeat(28) } };
const EASE = { '': '', large: 'size=large', contrast: 'contrast=high', english: 'lang=en' };

/** A card reader types at once. */
function scan(code) {
  return async (page) => {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
}

function type(key, text) {
  return async (page) => {
    await page.keyboard.press(key);
    await page.locator('form input').first().waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
}

function fill(input, text) {
  return async (page) => {
    await page.locator(input).first().fill(text);
    await page.locator(input).first().press('Enter');
  };
}

/** A code for a window that the hall does not have. */
async function codeForNowhere(page) {
  const form = page.locator('yc-code-form');
  await form.locator('select[name=role]').selectOption('window');
  await form.locator('input[name=window]').fill('no-such-window');
  await form.locator('button.primary').click();
}

let browsers;
before(async () => {
  mkdirSync(LOOKS, { recursive: true });
  browsers = await Browsers.open();
});
after(() => browsers.end());

/** Opens the page, waits until it has drawn, takes its picture. {@return what is wrong with it} */
async function look(context, page, state, story, ease = '') {
  const { at, ready } = PAGES[page];
  const path = at(story);
  const one = await browsers.page(context, ease ? path + (path.includes('?') ? '&' : '?') + EASE[ease] : path);
  await settled(one, ready);
  if (state === 'refused') {
    await PAGES[page].refused(one);
    await one.locator('.note').first().waitFor();
  }
  const name = [page, context.size, state, ease].filter(Boolean).join('-');
  const wrong = await judge(one, name);
  await one.close();
  return wrong;
}

/** What must be there is there, and the hall's time runs; a link that opens nothing has no hall to tell the time. */
async function settled(page, ready) {
  await page.locator(ready).first().waitFor();
  await page.waitForFunction(() => document.body.matches('.ticket') || !document.querySelector('.head-time') || document.querySelector('.head-time').textContent);
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  await page.waitForTimeout(300); // pictures of QR codes and lists that follow the first snapshot
}

async function judge(page, name) {
  await page.screenshot({ path: join(LOOKS, `${name}.png`) });
  const found = [...await accessibility(page), ...await smallTargets(page), ...await overflow(page)];
  return found.map((line) => `${name}: ${line}`);
}

async function everyPage(hall, act) {
  for (const [page, { sizes, role, extra }] of Object.entries(PAGES)) {
    if (only && !only.some((name) => page.startsWith(name))) continue;
    for (const size of sizes) {
      const context = await browsers.browser(hall, size, role, extra);
      context.size = SIZES[size].join('x');
      await act(page, context);
      await context.close();
    }
  }
}

function nothingWrong(wrong) {
  assert.deepEqual([...wrong, ...browsers.faults.splice(0)], []);
}

test('a hall in which nothing happened yet, then an ordinary morning, then its controller gone', async () => {
  const hall = await Controller.start();
  const wrong = [];
  try {
    await everyPage(hall, async (page, context) => wrong.push(...await look(context, page, 'empty', EMPTY)));
    const story = await ordinary(hall);
    await everyPage(hall, async (page, context) => {
      for (const ease of Object.keys(EASE)) wrong.push(...await look(context, page, 'normal', story, ease));
      if (PAGES[page].refused) wrong.push(...await look(context, page, 'refused', story));
    });
    wrong.push(...await offline(hall, story));
  } finally {
    await hall.end();
  }
  nothingWrong(wrong);
});

/** All pages open at once; the controller dies; each says so and still tells what it knew. */
async function offline(hall, story) {
  const open = [];
  for (const [page, { sizes, role, extra, at, ready }] of Object.entries(PAGES)) {
    if (only && !only.some((name) => page.startsWith(name))) continue;
    const context = await browsers.browser(hall, sizes[0], role, extra);
    const one = await browsers.page(context, at(story));
    await settled(one, ready);
    open.push([page, sizes[0], one]);
  }
  await hall.kill();
  const wrong = [];
  for (const [page, size, one] of open) {
    if (page !== 'enrol') await one.locator('.mark.warn').first().waitFor();
    wrong.push(...await judge(one, `${page}-${SIZES[size].join('x')}-offline`));
    await one.context().close();
  }
  return wrong;
}

test('the worst morning: 2,000 people waiting, names of 40 characters', async () => {
  const hall = await Controller.start({ config: longNames() });
  const wrong = [];
  try {
    const story = await overfull(hall);
    await everyPage(hall, async (page, context) => {
      for (const ease of ['', 'large']) wrong.push(...await look(context, page, 'overfull', story, ease));
    });
  } finally {
    await hall.end();
  }
  nothingWrong(wrong);
});
