// The manager's page over a hall with an evaluation platform: the real stand-in, which is away, comes back, and dislikes one case.
// What it refuses is mended here and goes.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');
const MINUTES_IN_SECONDS = '2026-03-02T09:00:00+08:00x120';

let folder;
let standIn;
let platform;
let hall;
let browsers;
let page;
let item;

before(async () => {
  mkdirSync(LOOKS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'yichuang-platform-'));
  standIn = spawn(join(ROOT, 'scripts/platform'), ['--port', '0', '--data', join(folder, 'platform')], { stdio: ['ignore', 'pipe', 'inherit'] });
  platform = JSON.parse(await new Promise((done) => createInterface({ input: standIn.stdout }).once('line', done)));
  cpSync(join(ROOT, 'config'), join(folder, 'config'), { recursive: true });
  const config = join(folder, 'config/hall.yaml');
  appendFileSync(config, `
platform: {dialect: platform/shandong.yaml, url: "${platform.ready}", secrets: ${platform.secrets}, values: {dataSource: "165"}}
`);
  hall = await Controller.start({ clock: MINUTES_IN_SECONDS, config });
  item = (await hall.hall()).windows.find(({ id }) => id === '1').skills[0];
  await hall.act('1', 'open', { staff: 's101' });
  browsers = await Browsers.open();
  page = await browsers.page(await browsers.browser(hall, 'desk', 'manager'), '/manager');
});

after(async () => {
  await browsers?.end();
  await hall?.end();
  standIn?.kill('SIGKILL');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function fault(kind, more = {}) {
  return fetch(`${platform.ready}/faults`, { method: 'POST', body: JSON.stringify({ kind, ...more }) });
}

async function served(caseNumber) {
  const ticket = await hall.take({ items: [item] });
  await hall.act('1', 'call', { ticket: ticket.id });
  await hall.act('1', 'serve');
  await hall.act('1', 'finish', { outcome: 'DONE', caseNumber });
  return ticket;
}

const card = () => page.locator('yc-platform');

test('a platform that is away is told, with since when and the next try, and nothing is lost', async () => {
  await fault('gone');
  await served('C1');
  await card().getByText(/从 .* 起发不出去，数据都留着/).waitFor({ timeout: 90_000 });
  await card().screenshot({ path: join(LOOKS, 'platform-away.png') });
  await fault('none');
  await card().getByText('待发 0，已发 1，平台不收 0').waitFor({ timeout: 90_000 });
  assert.equal(await card().getByText('发不出去').count(), 0);
});

/** The case numbers that a platform half of whose cases are disliked likes, or does not; as the stand-in reckons. */
function* cases(liked) {
  for (let n = 1; ; n++) {
    let hash = 0;
    for (const letter of `37N${n}`) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) | 0;
    if ((((hash % 1000) + 1000) % 1000 >= 500) === liked) yield `N${n}`;
  }
}

test('what the platform refuses is mended here and goes', async () => {
  await fault('picky', { share: 0.5 });
  const disliked = cases(false).next().value;
  const ticket = await served(disliked);
  const others = cases(true); // they are taken meanwhile, or the platform and not the letter is at fault
  for (let tries = 0; tries < 40 && !(await hall.ask('manager', 'GET', '/api/platform')).dead; tries++) {
    await served(others.next().value);
    await new Promise((done) => setTimeout(done, 1_000));
  }
  await fault('none');
  const line = card().locator('li', { hasText: ticket.number });
  await line.getByRole('button', { name: '改正' }).click();
  await line.getByLabel('改哪一项').selectOption('windowNo');
  await line.getByLabel(/改成/).fill('一号');
  await card().screenshot({ path: join(LOOKS, 'platform-refused.png') });
  await line.getByRole('button', { name: '重发' }).click();
  await card().getByText(`${ticket.number} 已排入重发`).waitFor();
  await line.waitFor({ state: 'detached', timeout: 90_000 });
  await card().getByText(/待发 0，已发 \d+，平台不收 0/).waitFor({ timeout: 90_000 });
  const received = await (await fetch(`${platform.ready}/received`)).json();
  assert.equal(received.filter((one) => one.case === `37${disliked}`).length, 1);
  assert.deepEqual(browsers.faults, []);
});
