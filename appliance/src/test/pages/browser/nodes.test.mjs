// The controllers on /admin. First the whole of it, done in the browser against real controllers: a hall of one makes codes, two machines
// join with the very line that the page shows, the leadership is handed over, a satellite comes, a dead node is retired, nobody leads.
// Then what no test machine can be: a hall of thirty-five, names and faults as long as they get. There the list is told to the page.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { accessibility, overflow, smallTargets } from '../checks.mjs';
import { Browsers, Controller, ROOT } from '../rig.mjs';

const LOOKS = join(ROOT, 'appliance/target/looks');

let browsers;
before(async () => {
  mkdirSync(LOOKS, { recursive: true });
  browsers = await Browsers.open();
});
after(() => browsers?.end());
afterEach(() => assert.deepEqual(browsers.faults.splice(0), []));

async function admin(hall, size = 'desk', query = '', list = null) {
  const context = await browsers.browser(hall, size, 'admin');
  if (list) await context.route('**/api/nodes', (route) => (route.request().method() === 'GET' ? route.fulfill({ json: list }) : route.continue()));
  const page = await browsers.page(context, `/admin${query}`);
  await page.locator('.nodes tbody tr').first().waitFor();
  return page;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const row = (page, node) => page.locator('.nodes tr', { has: page.locator('th', { hasText: new RegExp(`^${node}\\b`) }) });
const inRow = (page, node, text) => row(page, node).filter({ hasText: text }).waitFor({ timeout: 30_000 });

/** {@return the line for the new machine, as the page shows it} */
async function codeFor(page, node, role) {
  const form = page.locator('yc-node-form');
  await form.locator('input[name=node]').fill(node);
  await form.locator('select[name=role]').selectOption(role);
  await button(page, '生成加入码').click();
  await form.locator('.line', { hasText: `--node ${node} ` }).waitFor();
  return form.locator('.line').innerText();
}

async function act(page, node, name, confirm) {
  await button(page, `管理 ${node}`).click();
  await button(page, name).click();
  await button(page, confirm).click();
  await page.locator('dialog .note.plain').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Escape');
}

test('a hall of one becomes a hall of three, is looked after, and says when nobody leads', { timeout: 180_000 }, async () => {
  const all = [await Controller.founder('n1')];
  try {
    const page = await admin(all[0]);
    await page.locator('.seen', { hasText: '只有这一台' }).waitFor();
    for (const node of ['n2', 'n3']) {
      all.push(await Controller.joining(await codeFor(page, node, 'voter'), all[0]));
      await page.locator('.note.good', { hasText: `${node} 已加入` }).waitFor({ timeout: 20_000 });
      await inRow(page, node, node === 'n2' ? '等下一台' : '正常');
    }
    await inRow(page, 'n2', '正常');

    await act(page, 'n1', '由 n2 主控', '移交给 n2');
    await inRow(page, 'n2', '主控');
    await page.locator('.seen', { hasText: '由主控 n2' }).waitFor({ timeout: 20_000 });

    await act(page, 'n3', '换新证书', '给 n3 换证书');
    all.push(await Controller.joining(await codeFor(page, 'n4', 'satellite'), all[0]));
    await inRow(page, 'n4', '卫星节点');
    await page.screenshot({ path: join(LOOKS, 'nodes-three-and-one.png'), clip: { x: 120, y: 60, width: 1200, height: 760 } });
    await all[3].kill();
    await inRow(page, 'n4', '控制器没有运行');
    await act(page, 'n4', '停用 n4', '停用 n4');
    await row(page, 'n4').waitFor({ state: 'detached' });

    await button(page, '管理 n2').click();
    assert.equal(await button(page, '停用 n2').getAttribute('aria-disabled'), 'true');
    await page.locator('.acts', { hasText: '它是主控，请先移交' }).waitFor();
    await page.keyboard.press('Escape');

    await Promise.all([all[1].kill(), all[2].kill()]);
    await page.locator('.note.bad', { hasText: '3 台投票节点里，n1 只看到 1 台' }).waitFor({ timeout: 20_000 });
    await page.screenshot({ path: join(LOOKS, 'nodes-nobody-real.png') });
    await all[1].up();
    await page.locator('.note.bad').waitFor({ state: 'detached', timeout: 30_000 });
    await page.locator('.nodes .tag.ok').waitFor();
    await page.context().close();
  } finally {
    await Promise.all(all.map((one) => one.end()));
  }
});

test('of two controllers the voter dies: the page of the satellite takes the hall over, and the old voter stands fenced', { timeout: 180_000 }, async () => {
  const n1 = await Controller.founder('n1');
  const all = [n1];
  try {
    const { code } = await n1.ask('admin', 'POST', '/api/nodes', { node: 'k1', role: 'satellite' });
    const k1 = await Controller.joining(`--node k1 --join 127.0.0.1:${n1.door} --code ${code} --role satellite`, n1);
    all.push(k1);
    const page = await admin(k1);
    await inRow(page, 'k1', '您在看这台');
    await n1.kill();
    await page.locator('.note.bad', { hasText: '1 台投票节点里，k1 只看到 0 台' }).waitFor({ timeout: 20_000 });
    await inRow(page, 'n1', '连不上');
    await button(page, '管理 k1').click();
    await button(page, '由 k1 接管大厅').click();
    await page.locator('.confirm', { hasText: 'k1 不等 n1' }).waitFor();
    await button(page, '由 k1 接管').click();
    await page.locator('dialog .note.plain', { hasText: '接管了大厅' }).waitFor({ timeout: 20_000 });
    await page.keyboard.press('Escape');
    await inRow(page, 'k1', '主控');
    await inRow(page, 'n1', '已隔离');
    await page.screenshot({ path: join(LOOKS, 'nodes-taken-over.png') });
    await page.context().close();
  } finally {
    await Promise.all(all.map((one) => one.end()));
  }
});

test('a code that cannot be made says why; a name that is no name too', async () => {
  const hall = await Controller.founder('n1');
  try {
    const page = await admin(hall);
    const form = page.locator('yc-node-form');
    await codeFor(page, 'n2', 'voter');
    for (const [name, words] of [['n1', '这个名字已有节点'], ['二号', '请求']]) {
      await form.locator('input[name=node]').fill(name);
      await button(page, '生成加入码').click();
      await form.locator('.note.bad', { hasText: words }).waitFor();
    }
    await page.context().close();
  } finally {
    await hall.end();
  }
});

test('no line is shown to type while the list does not say yet where to join', async () => {
  const hall = await Controller.founder('n1');
  try {
    const page = await admin(hall, 'desk', '', TOLD.one.list); // as it was before the first code
    const form = page.locator('yc-node-form');
    await form.locator('input[name=node]').fill('n2');
    await button(page, '生成加入码').click();
    await form.locator('.code').waitFor();
    assert.equal(await form.locator('.line').count(), 0);
    await page.context().unroute('**/api/nodes');
    await form.locator('.line', { hasText: `--join 127.0.0.1:${hall.door} ` }).waitFor();
    await page.context().close();
  } finally {
    await hall.end();
  }
});

const node = (id, more = {}) => ({ id, role: 'voter', state: 'up', address: `192.168.10.${100 + id.length}:7400`, lag: 0, ...more });
const inDays = (n) => new Date(Date.now() + n * 86_400_000 + 60_000).toISOString();
const LONG = 'zichuan-government-hall-1f-east-1'.slice(0, 32);
const FAULT = 'javax.net.ssl.SSLHandshakeException: something between this node and the other one closed the connection while the certificates were being exchanged (peer 192.168.10.104:7400, local 192.168.10.101:53214, after 8000 ms)';

/** Lists that are told to the page, by the name of their pictures; `then` is done before the picture is taken. */
const TOLD = {
  one: { list: { by: 'n1', leader: 'n1', nodes: [{ id: 'n1', role: 'voter', state: 'up' }] } },
  crowd: {
    list: {
      by: 'hall-1', leader: 'hall-1',
      nodes: [node('hall-1'), node(LONG, { lag: 2, certificateUntil: inDays(41) }), node('hall-3', { state: 'down', lag: 5_120_384, fault: FAULT }), node('hall-4', { state: 'joining', lag: 82_113 }),
        node('hall-5', { state: 'fenced', fault: 'not heard for 4000 ms' }),
        ...Array.from({ length: 30 }, (_, i) => node(`${LONG.slice(0, 29)}-${String(i + 1).padStart(2, '0')}`,
          { role: 'satellite', lag: i, ...(i === 7 && { state: 'down', fault: 'Connection refused: /192.168.10.131:7400' }) }))],
    },
  },
  unfolded: { of: 'crowd', then: (page) => page.locator('summary').click() },
  panel: { of: 'crowd', then: (page) => button(page, '管理 hall-3').click(), english: (page) => button(page, 'Manage hall-3').click() },
  confirm: {
    of: 'crowd',
    then: async (page) => {
      await button(page, `管理 ${LONG}`).click();
      await button(page, `停用 ${LONG}`).click();
    },
  },
  nobody: { list: { by: 'n3', leader: null, nodes: [node('n1', { state: 'down', lag: undefined, fault: 'not heard for 4000 ms' }), node('n2', { state: 'down', lag: undefined, fault: 'No route to host' }), node('n3', { lag: undefined })] } },
};

test('how it looks: one, thirty-five with long names, a long fault, nobody leads, a code, refused, offline', { timeout: 240_000 }, async () => {
  const hall = await Controller.founder('n1');
  const wrong = [];
  const judge = async (page, name) => {
    await page.screenshot({ path: join(LOOKS, `nodes-${name}.png`) });
    wrong.push(...[...await accessibility(page), ...await smallTargets(page), ...await overflow(page)].map((line) => `${name}: ${line}`));
  };
  try {
    for (const size of ['desk', 'phone']) {
      for (const [name, { list, of, then, english }] of Object.entries(TOLD)) {
        for (const [ease, query] of Object.entries({ '': '', large: '?size=large', contrast: '?contrast=high', english: '?lang=en' })) {
          if (ease && then && !(ease === 'english' && english)) continue;
          const page = await admin(hall, size, query, list ?? TOLD[of].list);
          if (then) await (ease ? english : then)(page);
          await page.waitForTimeout(200);
          await judge(page, [name, size, ease].filter(Boolean).join('-'));
          await page.context().close();
        }
      }
      const page = await admin(hall, size);
      await codeFor(page, size === 'desk' ? 'n2' : 'n3', 'voter');
      await page.locator('yc-node-form').scrollIntoViewIfNeeded();
      await judge(page, `code-${size}`);
      await page.locator('yc-node-form input').fill('n1');
      await button(page, '生成加入码').click();
      await page.locator('yc-node-form .note.bad').waitFor();
      await judge(page, `refused-${size}`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.context().setOffline(true);
      await hall.kill();
      await page.locator('yc-nodes .old').waitFor({ timeout: 30_000 });
      await judge(page, `offline-${size}`);
      await page.context().close();
      await hall.up();
    }
  } finally {
    await hall.end();
  }
  assert.deepEqual(wrong, []);
});
