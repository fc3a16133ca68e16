// A few visits, asked of a running appliance over its API, so that the pages have something to show.

import { randomUUID } from 'node:crypto';

export class Hall {
  constructor(base, admin) {
    this.base = base;
    this.admin = admin;
  }

  /** Makes the browser one of the hall's, with a one-time code. */
  async enrol(context, role, extra) {
    const { code } = await this.#send(context.request, '/api/codes', { role, label: `look ${role}`, ...extra }, this.admin);
    await this.#send(context.request, '/api/enrol', { code });
  }

  /** Windows open, people wait, are called, served and done. {@return the links of some tickets and some windows} */
  async play(kiosk, manager) {
    const hall = await (await manager.get('/api/hall')).json();
    const open = hall.windows.slice(0, 30).filter((window, i) => i % 4 !== 3);
    for (const window of open) await this.act(manager, window.id, 'open');
    const tickets = [];
    for (const window of open) {
      for (let i = 0; i < 3; i += 1) {
        const item = window.skills[i % window.skills.length];
        const priority = i === 1 ? { priority: 'elderly' } : {};
        tickets.push(await this.#send(kiosk, '/api/tickets', { items: [item], ...priority }));
      }
    }
    const done = await this.act(manager, open[0].id, 'next');
    await this.act(manager, open[0].id, 'serve');
    await this.act(manager, open[0].id, 'finish', { outcome: 'DONE' });
    for (const [i, window] of open.slice(0, 14).entries()) {
      await this.act(manager, window.id, 'next');
      if (i % 2) await this.act(manager, window.id, 'serve');
    }
    const link = (number) => tickets.find((ticket) => ticket.number === number).link;
    return {
      closed: link(done.ticket.number),
      called: link((await (await manager.get('/api/hall')).json()).windows.find((one) => one.id === open[12].id).ticket.number),
      waiting: tickets.at(-1).link,
      window: { serving: open[1].id, called: open[12].id, closed: hall.windows[3].id },
    };
  }

  act(manager, window, name, body = {}) {
    return this.#send(manager, `/api/windows/${window}/${name}`, body);
  }

  async #send(request, path, data, bearer) {
    const headers = { 'Idempotency-Key': randomUUID(), Origin: this.base, ...(bearer && { Authorization: `Bearer ${bearer}` }) };
    const response = await request.post(this.base + path, { data, headers });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return response.status() === 204 ? null : response.json();
  }
}
