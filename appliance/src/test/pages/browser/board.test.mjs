// The hall board in a real browser: what people in the hall see and hear of a call, an undo, a rush, a power cut.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { overflow } from '../checks.mjs';
import { Browsers, Controller } from '../rig.mjs';

let hall;
let browsers;
let windows;

before(async () => {
  [hall, browsers] = await Promise.all([Controller.start(), Browsers.open()]);
  windows = (await hall.hall()).windows.filter((window) => /^\d+$/.test(window.id) && window.skills.length);
  for (const { id } of windows) await hall.act(id, 'open', { staff: `s${100 + Number(id)}` });
});
after(async () => {
  await browsers?.end();
  await hall?.end();
});
afterEach(() => assert.deepEqual(browsers.faults.splice(0), []));

/** A person for this window, called to it. {@return the number} */
async function call({ id, skills }) {
  await hall.take({ items: [skills[0]] });
  return (await hall.act(id, 'next')).ticket.number;
}

async function finish({ id }) {
  await hall.act(id, 'serve');
  await hall.act(id, 'finish', { outcome: 'DONE' });
}

async function board(path = '/board', size = 'board', prepare = async () => {}) {
  const context = await browsers.browser(hall, size, 'kiosk');
  await prepare(context);
  const page = await browsers.page(context, path);
  await page.locator('yc-zones td').first().waitFor();
  return page;
}

const newest = (page, number) => page.locator('.newest .number', { hasText: number });
const scrolls = (page) => page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);

test('a call stands large and flashes; undone, it is gone; a page opened later shows a call but never as new', async () => {
  const page = await board();
  await page.locator('.newest.none').waitFor();
  const [window] = windows;
  await call(window);
  await hall.act(window.id, 'undo');
  await hall.act(window.id, 'next');
  await page.locator('.newest.news').waitFor();
  await page.locator('.newest.lit').waitFor();
  await page.reload();
  await page.locator('.newest .number').waitFor();
  assert.equal(await page.locator('.newest.news').count(), 0);
  await hall.act(window.id, 'undo');
  await page.locator('.newest.none').waitFor();
  await page.context().close();
});

test('thirty called at once: all are shown in turn, numbers only, and nothing scrolls', async () => {
  const thirty = windows.slice(0, 30);
  const numbers = [];
  for (const window of thirty) numbers.push(await call(window));
  for (const size of ['board', 'boardTall']) {
    const page = await board('/board', size, (context) => context.clock.install());
    await page.locator('.pages').waitFor();
    const seen = new Set([await page.locator('.newest .number').innerText()]);
    for (let shown = 1, pages = 1; shown <= pages; shown += 1) {
      const words = page.locator('.pages', { hasText: `第 ${shown} 页` });
      while (!(await words.count())) await page.clock.fastForward(2_000);
      (await page.locator('.line .number').allInnerTexts()).forEach((number) => seen.add(number));
      pages = Number(/共 (\d+) 页/.exec(await words.innerText())[1]);
    }
    assert.deepEqual([...seen].sort(), [...numbers].sort());
    assert.equal(await scrolls(page), false);
    assert.deepEqual(await overflow(page), []);
    await page.context().close();
  }
  for (const window of thirty) await finish(window);
});

test('a board for one zone tells of that zone only, and where no window is open it says so', async () => {
  const tax = windows.filter((window) => window.zone === 'tax');
  const page = await board('/board?zones=tax');
  const here = await call(tax[0]);
  await newest(page, here).waitFor();
  await call(windows.find((window) => window.zone === 'fund'));
  for (const { id } of tax.slice(1)) await hall.act(id, 'close');
  await page.locator('yc-zones td', { hasText: /^1$/ }).waitFor();
  assert.equal(await newest(page, here).count(), 1);
  assert.equal(await page.locator('yc-zones tbody tr').count(), 1);
  await finish(tax[0]);
  await hall.act(tax[0].id, 'close');
  await page.locator('.shut', { hasText: '未开窗' }).waitFor();
  await page.context().close();
});

/** A browser that can speak: it notes what it says, and whether it ever said two things at once. */
function voice(context, { voices = [{ lang: 'zh-CN' }, { lang: 'en-GB' }], touched = true } = {}) {
  return context.addInitScript(([list, atOnce]) => {
    window.said = [];
    window.overlaps = 0;
    let speaking = 0;
    let mayspeak = atOnce;
    addEventListener('pointerdown', () => (mayspeak = true), true);
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const engine = Object.assign(new EventTarget(), {
      getVoices: () => list,
      cancel() {},
      speak(one) {
        if (!mayspeak) { setTimeout(() => one.onerror({ error: 'not-allowed' })); return; }
        if (speaking) window.overlaps += 1;
        speaking += 1;
        if (one.volume) window.said.push(one.text);
        setTimeout(() => { speaking -= 1; one.onend(); }, 100);
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
  }, [voices, touched]);
}

const said = (page, count) => page.waitForFunction((least) => window.said.length >= least && window.said, count).then((handle) => handle.jsonValue());
const spelled = (number) => [...number].join(' ');

test('where no real speaker is, the browser says a call twice, one after the other, English after Chinese if asked', async () => {
  const page = await board('/board?lang=en', 'board', (context) => voice(context));
  const [one, other] = windows;
  const first = await call(one);
  const second = await call(other);
  const all = await said(page, 8);
  const times = (text) => all.filter((sentence) => sentence === text).length;
  for (const [number, { id }] of [[first, one], [second, other]]) {
    assert.equal(times(`请 ${spelled(number)} 号到 ${id} 号窗口`), 2);
    assert.equal(times(`Number ${spelled(number)}, please go to window ${id}`), 2);
  }
  assert.equal(await page.evaluate(() => window.overlaps), 0);
  await finish(one);
  await finish(other);
  await page.context().close();
});

test('a browser that may not speak yet asks for one touch; one without a Chinese voice says what to install', async () => {
  const page = await board('/board', 'board', (context) => voice(context, { touched: false }));
  await page.locator('.mute', { hasText: '点一下屏幕' }).waitFor();
  await page.mouse.click(600, 400);
  await page.locator('.mute').waitFor({ state: 'detached' });
  const number = await call(windows[2]);
  assert.equal((await said(page, 1))[0], `请 ${spelled(number)} 号到 ${windows[2].id} 号窗口`);
  await finish(windows[2]);
  await page.context().close();
  const dumb = await board('/board', 'board', (context) => voice(context, { voices: [{ lang: 'en-GB' }] }));
  await dumb.locator('.mute', { hasText: '请安装 speech-dispatcher' }).waitFor();
  await dumb.goto('/board?voice=off');
  await dumb.locator('yc-zones td').first().waitFor();
  assert.equal(await dumb.locator('.mute').count(), 0);
  await dumb.context().close();
});

test('the controller dies: the board says so, and of what time it tells; back again, it is as before, and nothing old is new', async () => {
  const page = await board('/board', 'board', (context) => voice(context));
  const number = await call(windows[3]);
  await newest(page, number).waitFor();
  await said(page, 2);
  await hall.kill();
  await page.locator('.strip.offline', { hasText: /离线：以上是 \d\d:\d\d 的情况/ }).waitFor();
  assert.equal(await newest(page, number).count(), 1);
  assert.equal(await page.locator('.newest.news').count(), 0);
  await hall.up();
  await page.locator('.strip.offline').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.newest.news').count(), 0);
  await finish(windows[3]);
  const next = await call(windows[4]);
  await page.locator('.newest.news .number', { hasText: next }).waitFor();
  assert.deepEqual([...new Set(await said(page, 4))].length, 2);
  await page.context().close();
});
