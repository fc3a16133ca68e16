// An office outside of the hall: its code is printed, scanned and used. The hall's half hour is three seconds here, so that an
// opening is over while somebody still thinks.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { accessibility, overflow, smallTargets } from '../checks.mjs';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');
const HALF_HOURS_IN_SECONDS = '2026-03-02T09:00:00+08:00x600';
const OVER_MS = 3_500;
const LONG = '淄川区公安分局交通警察大队车辆管理所驾驶人考试与机动车登记综合服务窗口（临街）';

let folder;
let hall;
let browsers;
let units;
let manager;

before(async () => {
  mkdirSync(LOOKS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'yichuang-units-'));
  cpSync(join(ROOT, 'config'), folder, { recursive: true });
  const config = join(folder, 'hall.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/(id: kaoshi, name: )[^,]+/, `$1${LONG}`));
  hall = await Controller.start({ clock: HALF_HOURS_IN_SECONDS, config });
  ({ units } = await hall.ask('manager', 'GET', '/api/units'));
  browsers = await Browsers.open();
  manager = await browsers.browser(hall, 'desk', 'manager');
});

after(async () => {
  await browsers?.end();
  await hall?.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const path = (id) => new URL(units.find((unit) => unit.id === id).address).pathname;

/** A person's own phone. */
async function scanned(at) {
  const page = await browsers.page(await browsers.browser(hall, 'phone', null), at);
  await page.locator('section').first().waitFor();
  return page;
}

async function looksRight(page, name) {
  await page.screenshot({ path: join(LOOKS, `${name}.png`), fullPage: true });
  assert.deepEqual([...await accessibility(page), ...await smallTargets(page), ...await overflow(page)], []);
}

const give = (page) => page.getByRole('button', { name: '提交评价' }).click();
const level = (page, name) => page.getByRole('radio', { name, exact: true }).check();

test('who is not content says why, and the officer has it to follow up', async () => {
  const page = await scanned(path('cheguan'));
  await looksRight(page, 'unit-open');
  await give(page);
  await page.getByText('请先选一个满意程度').waitFor();
  await level(page, '不满意');
  await give(page);
  await page.getByText('请选一个原因，或写一句').waitFor();
  await looksRight(page, 'unit-why');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('textbox').fill('等了两个小时');
  await give(page);
  await page.getByText('已收到').waitFor();
  await looksRight(page, 'unit-given');
  const { rectifications: [open] } = await hall.ask('officer', 'GET', '/api/rectifications');
  assert.equal(open.unit, '区车管所业务大厅');
  assert.equal(open.text, '等了两个小时');
});

test('who thinks about it for too long loses nothing, and who comes again the same day is told', async () => {
  const page = await scanned(path('cheguan'));
  await level(page, '满意');
  await page.getByRole('textbox').fill('民警很耐心');
  await wait(OVER_MS);
  await give(page);
  await page.getByText('已收到').waitFor();
  await page.reload();
  await level(page, '非常满意');
  await give(page);
  await page.getByText('今天已经评价过这里').waitFor();
  await looksRight(page, 'unit-again');
});

test('a code that somebody made up opens nothing', async () => {
  const page = await scanned(`${path('cheguan').slice(0, -1)}_`);
  await page.getByText('这个二维码不能用').waitFor();
  await looksRight(page, 'unit-wrong');
});

test('an office with a long name is read and printed whole', async () => {
  await looksRight(await scanned(path('kaoshi')), 'unit-long');
  const english = await scanned(`${path('kaoshi')}?lang=en&size=large`);
  await looksRight(english, 'unit-long-english-large');
});

test('the manager prints the code, small for the counter or large for a wall', async () => {
  const page = await browsers.page(manager, '/manager');
  const line = page.locator('yc-units li', { hasText: '区车管所业务大厅' });
  await line.waitFor();
  await line.scrollIntoViewIfNeeded();
  await page.locator('yc-units').screenshot({ path: join(LOOKS, 'units-manager.png') });
  const address = await line.getByRole('link').getAttribute('href');
  for (const [id, at] of [['cheguan', address], ['kaoshi', '/poster/kaoshi']]) {
    const poster = await browsers.page(manager, at);
    await poster.locator('main img').waitFor();
    await poster.waitForFunction(() => document.querySelector('main img').naturalWidth > 0);
    await looksRight(poster, `poster-${id}-a5`);
    await poster.getByRole('radio', { name: /A4/ }).check();
    await poster.emulateMedia({ media: 'print' });
    await poster.pdf({ path: join(LOOKS, `poster-${id}-a4.pdf`), preferCSSPageSize: true, format: 'A4', printBackground: true });
    const pages = (readFileSync(join(LOOKS, `poster-${id}-a4.pdf`), 'latin1').match(/\/Type *\/Page\b/g) ?? []).length;
    assert.equal(pages, 1, 'a sheet for each code');
    await poster.screenshot({ path: join(LOOKS, `poster-${id}-a4.png`), fullPage: true });
  }
  const nowhere = await browsers.page(manager, '/poster/nowhere');
  await nowhere.getByText('没有这个厅外单位').waitFor();
  assert.deepEqual(browsers.faults, []);
});
