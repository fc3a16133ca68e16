// The console as staff use it: with the keyboard alone, in a real browser, against a real controller.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { accessibility } from '../checks.mjs';
import { Browsers, Controller } from '../rig.mjs';

const WINDOW = '5';
let hall, browsers, context, page, skills;

before(async () => {
  hall = await Controller.start();
  browsers = await Browsers.open();
  context = await browsers.browser(hall, 'desk', 'window', { window: WINDOW });
  page = await browsers.page(context, `/window/${WINDOW}`);
  ({ skills } = windowOf(await hall.hall(), WINDOW));
});
after(async () => {
  await browsers.end();
  await hall.end();
});
beforeEach(() => page.keyboard.press('Escape'));

const windowOf = (all, id) => all.windows.find((one) => one.id === id);
const key = (...names) => names.reduce((before, name) => before.then(() => page.keyboard.press(name)), Promise.resolve());
/** The window is in this state and the act before is over, so that the next key is not told to wait: the stream may be first. */
const state = (name) => page.locator(`.left:has(.acts[aria-busy=false]) .visitor.${name}`).waitFor();
const here = () => page.locator('.huge').textContent();
const ticket = (number) => hall.ask('manager', 'GET', `/api/tickets/${number}`);

/** Somebody is being served here. */
async function serving(wish = { items: [skills[0]] }) {
  const { number } = await hall.take(wish);
  await key('n');
  await state('called');
  await key('s');
  await state('serving');
  await page.locator('.visitor h3.item').waitFor();
  return number;
}

test('staff sign on by their initials, and stand first the next time', async () => {
  await page.locator('.visitor.closed').waitFor();
  const { staff } = await hall.ask('manager', 'GET', '/api/staff');
  const one = staff.find(({ initials: [mine] }) => staff.filter(({ initials }) => initials.some((other) => other.startsWith(mine))).length === 1);
  await page.waitForFunction(() => document.querySelector('yc-window') && document.querySelector('.acts'));
  await key('o');
  await page.locator('yc-sign-on [role=option]').first().waitFor();
  await page.keyboard.type(one.initials[0]);
  await key('Enter');
  await state('idle');
  await page.locator('.who', { hasText: one.name }).waitFor();
  await key('c');
  await state('closed');
  await key('o', 'Enter');
  await state('idle');
  await page.locator('.who', { hasText: one.name }).waitFor();
});

test('call, serve, done: three keys', async () => {
  const { number } = await hall.take({ items: [skills[0]] });
  let pressed = 0;
  const press = async (name) => { pressed += 1; await key(name); };
  await press('n');
  await state('called');
  assert.equal(await here(), number);
  await press('s');
  await state('serving');
  await press('d');
  await state('idle');
  assert.equal(pressed, 3);
  assert.deepEqual((await ticket(number)).legs.map((leg) => leg.outcome), ['DONE']);
});

test('each key waits for nothing but the button it stands on', async () => {
  const { number } = await hall.take({ items: [skills[0]] });
  await key('n');
  await page.locator('[data-act=serve]:not([aria-disabled=true])').waitFor();
  await key('s');
  await page.locator('[data-act=done]:not([aria-disabled=true])').waitFor();
  await key('d');
  await page.locator('.sr', { hasText: number }).waitFor({ state: 'attached' });
  await state('idle');
  assert.equal((await ticket(number)).state, 'closed');
});

test('a no-show says how many calls are missing and when the next one counts', async () => {
  await hall.take({ items: [skills[0]] });
  await key('n');
  await state('called');
  await page.locator('.fair', { hasText: /还须再叫 2 次/ }).waitFor();
  await key('x');
  await page.locator('.acts-note .note', { hasText: /还须再叫 2 次/ }).waitFor();
  await key('r');
  await page.locator('.calls', { hasText: '已叫 2 次' }).waitFor();
  await page.locator('.calls', { hasText: '还可重呼 2 次' }).waitFor();
  await state('called');
  await key('s');
  await state('serving');
  await key('d');
  await state('idle');
});

test('undo names what it takes back and counts down; then it is taken back', async () => {
  const number = await serving();
  await key('d');
  await state('idle');
  await page.locator('.strip', { hasText: new RegExp(`撤销：办结 ${number}`) }).waitFor();
  await key('u');
  await state('serving');
  assert.equal(await here(), number);
  await key('d');
  await state('idle');
});

test('an outcome asks only for its own; of 容缺 only what may follow may be missing', async () => {
  const { items } = await hall.ask('manager', 'GET', '/api/items');
  const item = items.find((one) => skills.includes(one.code) && one.materials.some((m) => m.deferrable) && one.materials.some((m) => !m.deferrable));
  const number = await serving({ items: [item.code] });
  await key('f', '3');
  const boxes = page.locator('yc-finish [type=checkbox]');
  await boxes.first().waitFor();
  assert.equal(await page.locator('yc-finish [type=checkbox]:disabled').count(), item.materials.filter((m) => !m.deferrable).length);
  assert.equal(await page.locator('[name=promisedDate], [name=commitment]').count(), 0);
  await page.locator('yc-finish .why-not', { hasText: /\S/ }).waitFor();
  await key('Space');
  await page.locator('yc-finish button.primary[aria-disabled=false]').waitFor();
  assert.deepEqual(await accessibility(page), []);
  await key('Enter');
  await state('idle');
  const [leg] = (await ticket(number)).legs;
  assert.equal(leg.outcome, 'ACCEPTED_DEFERRED');
});

test('letters typed into a field are letters; Esc closes the form; a transfer finds items by initials', async () => {
  const number = await serving();
  await key('t');
  await page.locator('yc-transfer input').first().waitFor();
  await page.keyboard.type('dsbd');
  await page.locator('.visitor.serving').waitFor();
  await key('Escape');
  await page.locator('yc-transfer').waitFor({ state: 'detached' });
  const { items } = await hall.ask('manager', 'GET', '/api/items');
  const other = items.find((one) => one.code !== skills[0] && !skills.includes(one.code));
  await key('t');
  await page.locator('yc-transfer input').first().waitFor();
  await page.keyboard.type(other.name);
  await page.locator('yc-transfer [role=option]', { hasText: other.name }).first().waitFor();
  await key('Enter');
  await page.locator('yc-transfer button.primary[aria-disabled=false]').waitFor();
  await key('Enter');
  await state('idle');
  const sent = await ticket(number);
  assert.deepEqual([sent.state, sent.legs[0].item], ['waiting', other.code]);
});

test('help is asked silently, seen at other windows, and whoever answers is named', async () => {
  const second = await browsers.browser(hall, 'desk', 'window', { window: '6' });
  const neighbour = await browsers.page(second, '/window/6');
  await neighbour.locator('.visitor').waitFor();
  await key('?');
  await page.locator('.ask button').first().waitFor();
  await key('1');
  await page.locator('.aid-line.own').waitFor();
  await neighbour.locator('.aid-line button').waitFor();
  await neighbour.keyboard.press('y');
  await page.locator('.aid-line.good', { hasText: /6/ }).waitFor();
  await page.locator('.aid-line.own').waitFor({ state: 'detached' });
  await second.close();
});

test('a window of another token, and one that is not there, say so', async () => {
  const foreign = await browsers.page(context, '/window/6');
  await foreign.locator('[role=alert] h2', { hasText: /\S/ }).waitFor();
  await foreign.close();
  const manager = await browsers.browser(hall, 'desk', 'manager');
  const nowhere = await browsers.page(manager, '/window/99');
  await nowhere.locator('section[role=alert]', { hasText: '99' }).waitFor();
  await manager.close();
});

test('the controller dies in the middle: the press is kept, done once, and the console goes on without a reload', async () => {
  const { number } = await hall.take({ items: [skills[0]] });
  await key('n');
  await state('called');
  await page.evaluate(() => { window.notReloaded = true; });
  await hall.kill();
  await key('s');
  await page.locator('.mark.warn').waitFor();
  await page.locator('[data-act=serve][aria-disabled=true]').waitFor();
  await hall.up();
  await state('serving');
  await key('d');
  await state('idle');
  assert.equal((await ticket(number)).state, 'closed');
  assert.equal(await page.evaluate(() => window.notReloaded), true);
});

test('nothing went wrong on the pages', () => assert.deepEqual(browsers.faults, []));
