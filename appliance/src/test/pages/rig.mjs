// A real controller, started as its user starts it, and real browsers that are enrolled with one-time codes as hall IT enrols
// them. Every browser test stands on this. Nothing is faked: tickets are taken, called and rated over the API.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { Cable } from './cable.mjs';

export const ROOT = resolve(import.meta.dirname, '../../../..');
export const SIZES = {
  kiosk: [1080, 1920], kioskWide: [1280, 800], board: [1920, 1080], boardTall: [1080, 1920], desk: [1440, 900], phone: [390, 844],
};
const MORNING = '2026-03-02T09:00:00+08:00'; // a Monday: all windows may open
const PAGES = resolve(ROOT, 'appliance/src/main/resources/pages');
const UNAVAILABLE = 503;
const AGAIN_MS = 300;
const PATIENCE_MS = 15_000;
const TOUCH = new Set(['kiosk', 'phone']);

/** One controller on its own data. */
export class Controller {
  /** @param {{clock?: string, config?: string}} how */
  static async start({ clock = MORNING, config } = {}) {
    const one = new Controller();
    one.data = mkdtempSync(join(tmpdir(), 'yichuang-pages-'));
    one.port = await freePort();
    one.how = ['--clock', clock, ...(config ? ['--config', config] : [])];
    await one.up();
    one.first = one.tokens;
    return one;
  }

  /** Several voters of one hall: the first founds it, the others join it by codes. {@return them, by their names} */
  static async hall(...names) {
    const [first, ...others] = names;
    const founder = await Controller.founder(first);
    const all = { [first]: founder };
    for (const node of others) {
      const { code } = await founder.ask('admin', 'POST', '/api/nodes', { node, role: 'voter' });
      all[node] = await Controller.joining(`--node ${node} --join 127.0.0.1:${founder.door} --code ${code} --role voter`, founder);
    }
    return all;
  }

  /**
   * A hall of two, a voter n1 and a satellite s1, with a cable between them that can be pulled.
   *
   * @param {string} config a hall.yaml in which both have an island
   * @return {{n1: Controller, s1: Controller, cable: Cable}}
   */
  static async two(config) {
    const n1 = await Controller.founder('n1', config);
    const { code } = await n1.ask('admin', 'POST', '/api/nodes', { node: 's1', role: 'satellite' });
    const s1 = await Controller.joining(`--node s1 --join 127.0.0.1:${n1.door} --code ${code} --role satellite --config ${config}`, n1);
    return { n1, s1, cable: new Cable([n1.door, s1.door]) };
  }

  /** One that others can join. */
  static async founder(node, config) {
    const one = new Controller();
    one.data = mkdtempSync(join(tmpdir(), 'yichuang-pages-'));
    one.port = await freePort();
    one.door = await freePort();
    one.how = ['--clock', MORNING, '--node', node, '--cluster-host', '127.0.0.1', '--cluster-port', String(one.door), ...(config ? ['--config', config] : [])];
    await one.up();
    return one;
  }

  /** A new machine, on which somebody types this line; all stand on one machine here, so the port is another. */
  static async joining(line, founder) {
    const one = new Controller();
    one.data = mkdtempSync(join(tmpdir(), 'yichuang-pages-'));
    one.port = await freePort();
    one.door = await freePort();
    one.tokens = founder.tokens;
    one.how = ['--clock', MORNING, ...line.replace('scripts/run ', '').replace(/--cluster-port \d+/, '').split(/\s+/),
      '--cluster-host', '127.0.0.1', '--cluster-port', String(one.door)];
    await one.up();
    return one;
  }

  /** Starts it, or starts it again on the same data and port. */
  async up() {
    this.process = spawn(join(ROOT, 'scripts/run'), ['--json', '--port', String(this.port), '--data', this.data, ...this.how],
      { stdio: ['ignore', 'pipe', process.env.YICHUANG_LOG ? 'inherit' : 'ignore'] });
    this.gone = new Promise((done) => this.process.once('exit', done));
    const lines = createInterface({ input: this.process.stdout });
    const line = await Promise.race([
      new Promise((done) => lines.once('line', done)),
      this.gone.then((code) => { throw new Error(`the controller ended with ${code}; YICHUANG_LOG=1 shows why`); }),
    ]);
    const { ready, tokens } = JSON.parse(line);
    this.base = ready;
    if (Object.keys(tokens).length) this.tokens = tokens; // a node that joined has none of its own
  }

  /** As a power cut would. */
  async kill() {
    this.process.kill('SIGKILL');
    await this.gone;
  }

  /** It stands still and does not know; its connections stay open. */
  stop() {
    this.process.kill('SIGSTOP');
  }

  goOn() {
    this.process.kill('SIGCONT');
  }

  async end() {
    if (this.process.exitCode === null) await this.kill();
    rmSync(this.data, { recursive: true, force: true });
    rmSync(`${this.data}.key`, { force: true });
  }

  /** Asks the API as a role, or with a ticket's link. {@return the answer's JSON, null for 204} */
  async ask(role, method, path, body) {
    const key = randomUUID(); // of all that is sent for it: what was lost on the way is asked again and done once
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const response = await fetch(this.base + path, {
        method,
        headers: {
          Authorization: `Bearer ${this.tokens[role] ?? role}`, 'Idempotency-Key': key,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      });
      if (response.ok) return response.status === 204 ? null : response.json();
      if (response.status !== UNAVAILABLE || Date.now() > end) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      await wait(AGAIN_MS);
    }
  }

  act(window, name, body = {}) {
    return this.ask('manager', 'POST', `/api/windows/${window}/${name}`, body);
  }

  take(wish) {
    return this.ask('kiosk', 'POST', '/api/tickets', wish);
  }

  hall() {
    return this.ask('manager', 'GET', '/api/hall');
  }
}

/** Browsers of Debian's Chromium; what their pages complain of is kept in `faults`. */
export class Browsers {
  faults = [];

  static async open() {
    const one = new Browsers();
    one.chromium = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    return one;
  }

  /**
   * One browser of the hall, enrolled for a role.
   *
   * @param {Controller} hall
   * @param {keyof SIZES} size
   * @param {string|null} role null: a person's own phone
   */
  async browser(hall, size, role, extra = {}) {
    const [width, height] = SIZES[size];
    const context = await this.chromium.newContext({
      baseURL: hall.base, locale: 'zh-CN', viewport: { width, height }, hasTouch: TOUCH.has(size), isMobile: size === 'phone',
    });
    if (process.env.YICHUANG_PAGES_FROM_DISK) await fromDisk(context);
    if (role) {
      const { code } = await hall.ask('admin', 'POST', '/api/codes', { role, label: `test ${role}`, ...extra });
      const answer = await context.request.post('/api/enrol', { data: { code }, headers: { 'Idempotency-Key': randomUUID(), Origin: hall.base } });
      if (!answer.ok()) throw new Error(`enrol: ${answer.status()} ${await answer.text()}`);
    }
    return context;
  }

  /** A page of that browser; its errors count as faults of the test, lost connections do not. */
  async page(context, path) {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${path}: ${error.stack ?? error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_SOCKET|Failed to load resource/.test(line.text())) {
        this.faults.push(`${path}: ${line.text()}`);
      }
    });
    await page.goto(path);
    return page;
  }

  async end() {
    await this.chromium.close();
  }
}

/** For whoever works on the pages: takes them from the sources, so that a change shows without a build. */
async function fromDisk(context) {
  await context.route('**/pages/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/pages/', '');
    if (path.startsWith('lit-')) return route.continue();
    return route.fulfill({ path: join(PAGES, path) });
  });
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
