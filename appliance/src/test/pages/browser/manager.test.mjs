// The manager's page over a real hall whose minutes pass in seconds: what needs doing stands first and is done from here, every
// number can be asked whose it is, and what was being typed outlives the controller.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browsers, Controller } from '../rig.mjs';

const MINUTES_IN_SECONDS = '2026-03-02T09:00:00+08:00x180';

let hall;
let browsers;
let page;
let windows;

before(async () => {
  hall = await Controller.start({ clock: MINUTES_IN_SECONDS });
  windows = (await hall.hall()).windows;
  for (const id of ['1', '16']) await hall.act(id, 'open', { staff: `s${100 + Number(id)}` });
  browsers = await Browsers.open();
  page = await browsers.page(await browsers.browser(hall, 'desk', 'manager'), '/manager');
  await page.locator('.tile').first().waitFor();
});

after(async () => {
  await browsers?.end();
  await hall?.end();
});

const skill = (window) => windows.find(({ id }) => id === window).skills[0];
const card = (name, text) => page.locator(name, { hasText: text });

/** Takes a ticket for the window and has it served there. */
async function served(window, outcome) {
  const ticket = await hall.take({ items: [skill(window)] });
  await hall.act(window, 'call', { ticket: ticket.id });
  await hall.act(window, 'serve');
  await hall.act(window, 'finish', outcome);
  return ticket;
}

test('who waits for an item without an open window is told first, and the number says who', async () => {
  const ticket = await hall.take({ items: [skill('19')] });
  const line = card('.todo .grave', '没有窗口办');
  await line.waitFor();
  assert.match(await line.innerText(), /1 人在等[\s\S]*19号窗口/);
  await line.getByRole('button').click();
  const panel = page.getByRole('dialog');
  await panel.getByText(ticket.number).click();
  await panel.getByText('现在没有开着的窗口办这一项').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), '看是谁');
  await hall.act('19', 'open', { staff: 's119' });
  await line.waitFor({ state: 'hidden' });
});

test('every number opens the tickets behind it, by keyboard alone', async () => {
  const tickets = [await hall.take({ items: [skill('1')] }), await hall.take({ items: [skill('1')] })];
  await page.locator('.lines tbody tr').filter({ hasText: '投资服务区' }).getByRole('button', { name: '2', exact: true }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByText('投资服务区 · 等候：2').waitFor();
  assert.equal(await panel.locator('.behind-list li').count(), 2);
  await panel.getByRole('button', { name: tickets[0].number }).focus();
  await page.keyboard.press('Enter');
  await panel.locator('yc-facts strong').waitFor();
  await page.keyboard.press('Escape');
  for (const ticket of tickets) await hall.ask('manager', 'DELETE', `/api/tickets/${ticket.id}`);
});

test('a call for help is answered here, and is gone everywhere', async () => {
  await hall.ask('kiosk', 'POST', '/api/helpers', { where: '一楼大门', note: '轮椅' });
  const line = card('.todo li', '呼叫帮办 · 一楼大门');
  await line.getByRole('button', { name: '已安排' }).click();
  await line.waitFor({ state: 'detached' });
  assert.deepEqual((await hall.hall()).help, []);
});

test('a call nobody answers and a window that serves too long stand out', async () => {
  await hall.take({ items: [skill('16')] });
  await hall.act('16', 'next');
  await card('.window.late', '16号窗口').waitFor();
  await card('.todo .grave', '没有开始办理').waitFor();
  await hall.act('16', 'serve');
  await card('.todo li', '16号窗口 办').getByText('通常').waitFor();
  await card('.window.late', '16号窗口').getByText('通常').waitFor();
  await hall.act('16', 'finish', { outcome: 'DONE' });
  await card('.window.late', '16号窗口').waitFor({ state: 'detached' });
});

test('a question asked upwards is answered here; what is typed outlives the controller', async () => {
  const ticket = await served('1', { outcome: 'CONSULT', who: '张科长', answerBy: '2026-03-05T17:00:00+08:00', note: '证明形式没见过' });
  const duty = card('yc-duties li', ticket.number);
  await duty.getByRole('button', { name: '答复' }).click();
  await duty.getByRole('textbox').fill('可以，用村委会的证明代替');
  await hall.kill();
  await page.locator('.mark.warn').waitFor();
  await duty.getByRole('button', { name: '记下答复' }).press('Enter'); // disabled, and says why
  await page.getByText('离线，现在办不了').waitFor();
  await hall.up();
  await page.locator('.mark.warn').waitFor({ state: 'detached' });
  assert.equal(await duty.getByRole('textbox').inputValue(), '可以，用村委会的证明代替');
  await duty.getByRole('button', { name: '记下答复' }).click();
  await card('yc-duties', `${ticket.number} 的答复已记下`).waitFor();
  await duty.waitFor({ state: 'detached' });
  assert.deepEqual((await hall.ask('manager', 'GET', '/api/duties')).duties, []);
});

test('an outcome that is no acceptance is listed the same day with what was recorded', async () => {
  const ticket = await served('1', { outcome: 'GUIDED', missing: ['经营场所使用证明'] });
  const row = card('yc-veto li', ticket.number);
  await row.waitFor();
  assert.match(await row.innerText(), /讲清楚[\s\S]*王建国[\s\S]*缺什么：经营场所使用证明/);
});

test('a complaint stands there as soon as it is made, with the number it came from', async () => {
  await page.locator('yc-complaints').getByText('没有人吐槽').waitFor();
  const { link, number } = await hall.take({ items: [skill('19')] });
  await hall.ask(link, 'POST', '/api/complaints', { text: '叫号声音太小', channel: 'qr' });
  await card('yc-complaints li', '叫号声音太小').getByText(number).waitFor();
});

test('a paper rating is entered by the number of today, once', async () => {
  const ticket = await served('1', { outcome: 'DONE' });
  const paper = page.locator('yc-paper');
  await paper.getByLabel('号码').fill(ticket.number.toLowerCase());
  await paper.getByRole('button', { name: '查号' }).click();
  await paper.getByLabel('不满意', { exact: true }).check();
  await paper.getByRole('button', { name: '登记评价' }).click();
  await paper.getByText('请至少选一项或写一句').waitFor();
  await paper.getByLabel('服务态度生硬').check();
  await paper.getByRole('button', { name: '登记评价' }).click();
  await paper.getByText(`${ticket.number} 的评价已登记：不满意`).waitFor();
  await paper.getByLabel('号码').fill(ticket.number);
  await paper.getByRole('button', { name: '查号' }).click();
  await paper.getByText('已经评价过').waitFor();
  const rated = page.locator('.tile.ratings');
  await rated.locator('.over').getByText('1').waitFor();
  await rated.click();
  await page.getByRole('dialog').getByText('谁评的不列').waitFor();
  assert.equal(await page.getByRole('dialog').locator('li').count(), 0);
  await page.keyboard.press('Escape');
});

test('the day report is saved as CSV', async () => {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载今天的' }).click()]);
  assert.equal(saved.suggestedFilename(), '2026-03-02.csv');
  assert.deepEqual(browsers.faults, []);
});
