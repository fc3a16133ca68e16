import { Controller, Browsers } from './rig.mjs';
process.env.YICHUANG_PAGES_FROM_DISK = '1';
const hall = await Controller.start();
const browsers = await Browsers.open();
try {
  await hall.act('10', 'open');
  const context = await browsers.browser(hall, 'kiosk', 'kiosk', { device: 'k1' });
  const page = await browsers.page(context, '/kiosk');
  await page.locator('.tile').first().waitFor();
  const item = (await hall.ask('kiosk', 'GET', '/api/items')).items.find((i) => i.name === '城镇职工基本养老保险待遇申领').code;
  const { number: first } = await hall.take({ items: [item] });
  await hall.act('10', 'call', { ticket: first });
  await hall.act('10', 'serve');
  const r = await hall.act('10', 'finish', { outcome: 'ACCEPTED_DEFERRED', missing: ['照片'], dueDate: '2026-03-09' });
  console.log(JSON.stringify(r));
  await page.keyboard.type(r.ticket.caseNumber); await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: '/tmp/kiosk-shots/ret.png' });
} finally { console.log(browsers.faults); await browsers.end(); await hall.end(); }
