// scripts/bench pages: what each page costs its first reader (bytes, requests, time to first content), and what the board costs
// a Pi: processor time of its process over ten minutes at one call a second, beside a bare page that writes one number a second.
//
//   node weight.mjs [--scale F]     0.1: one minute instead of ten

import { parseArgs } from 'node:util';
import { ordinary } from './play.mjs';
import { Browsers, Controller, SIZES } from './rig.mjs';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } }, strict: false });
const SECONDS = Math.round(600 * Number(values.scale));
const BARE = `<!doctype html><title>bare</title><p style="font-size:200px"></p><script>let n = 0; setInterval(() => document.querySelector('p').textContent = ++n, 1000)</script>`;

const hall = await Controller.start();
const browsers = await Browsers.open();
const figures = {};
try {
  const story = await ordinary(hall);
  const pages = {
    kiosk: ['kiosk', 'kiosk', '/kiosk'], window: ['desk', 'manager', `/window/${story.windows.called}`], board: ['board', 'kiosk', '/board'],
    ticket: ['phone', null, `/t/${story.links.waiting}`], manager: ['desk', 'manager', '/manager'], guide: ['desk', 'helper', '/guide'],
    devices: ['desk', 'admin', '/devices'], admin: ['desk', 'admin', '/admin'], enrol: ['desk', null, '/enrol'],
  };
  for (const [name, [size, role, path]] of Object.entries(pages)) {
    const { bytes, requests, firstContentMillis } = await firstLoad(size, role, path);
    Object.assign(figures, { [`${name}Bytes`]: bytes, [`${name}Requests`]: requests, [`${name}FirstContentMillis`]: firstContentMillis });
    console.log(`${name}: ${bytes} bytes in ${requests} requests, first content after ${firstContentMillis} ms`);
  }
  Object.assign(figures, await board());
} finally {
  await browsers.end();
  await hall.end();
}
console.log(JSON.stringify(figures));

/** A browser that was never here: nothing in its cache. The catalogue and the first snapshot are counted, the stream's rest not. */
async function firstLoad(size, role, path) {
  const context = await browsers.browser(hall, size, role);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  wire.on('Network.requestWillBeSent', () => (requests += 1));
  wire.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
  wire.on('Network.responseReceived', ({ response }) => (bytes += response.encodedDataLength));
  await page.goto(path);
  await page.locator('main').waitFor();
  await page.waitForTimeout(1500); // what comes late counts too
  const firstContentMillis = await page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime));
  await context.close();
  return { bytes, requests, firstContentMillis };
}

/** The board's process and the bare page's, over the same seconds. */
async function board() {
  const context = await browsers.browser(hall, 'board', 'kiosk');
  const page = await browsers.page(context, '/board');
  await page.locator('main').waitFor();
  const [width, height] = SIZES.board;
  const bareContext = await browsers.chromium.newContext({ viewport: { width, height } });
  const bare = await bareContext.newPage();
  await bare.setContent(BARE);
  const session = await browsers.chromium.newBrowserCDPSession();
  const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const ids = { board: await processOf(page), bare: await processOf(bare) };
  const before = await processes();
  await callEverySecond(SECONDS);
  const after = await processes();
  const spent = (id) => after.find((one) => one.id === id).cpuTime - before.find((one) => one.id === id).cpuTime;
  const all = (list, type) => list.filter((one) => one.type === type).reduce((sum, one) => sum + one.cpuTime, 0);
  const boardCpuSeconds = round(spent(ids.board));
  const bareCpuSeconds = round(spent(ids.bare));
  const gpuCpuSeconds = round(all(after, 'GPU') - all(before, 'GPU'));
  console.log(`board: ${boardCpuSeconds} s of processor in ${SECONDS} s; a bare page ${bareCpuSeconds} s; drawing both ${gpuCpuSeconds} s`);
  return { boardSeconds: SECONDS, boardCpuSeconds, bareCpuSeconds, gpuCpuSeconds, boardCpuPercentOfOneCore: round((100 * boardCpuSeconds) / SECONDS) };
}

/** Each page here has a process of its own: the one whose processor time rises when the page is made to work. */
async function processOf(page) {
  const session = await browsers.chromium.newBrowserCDPSession();
  const renderers = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.filter((one) => one.type === 'renderer');
  const before = new Map((await renderers()).map((one) => [one.id, one.cpuTime]));
  await page.evaluate(() => { for (const until = performance.now() + 1000; performance.now() < until;); });
  const rise = (one) => one.cpuTime - (before.get(one.id) ?? 0);
  return (await renderers()).sort((one, other) => rise(other) - rise(one))[0].id;
}

async function callEverySecond(seconds) {
  const windows = (await hall.hall()).windows.filter((window) => window.state === 'idle').slice(0, 8);
  const from = performance.now();
  for (let i = 0; i < seconds; i += 1) {
    const { id, skills } = windows[i % windows.length];
    await hall.take({ items: [skills[0]] });
    if (i >= windows.length) { // whom this window called last has stood on the board since
      await hall.act(id, 'serve');
      await hall.act(id, 'finish', { outcome: 'DONE' });
    }
    await hall.act(id, 'next');
    await new Promise((done) => setTimeout(done, Math.max(0, from + (i + 1) * 1000 - performance.now())));
  }
}

function round(number) {
  return Math.round(number * 100) / 100;
}
