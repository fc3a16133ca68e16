// What a console knows of its window: the hall's picture of it, what only its staff see (GET /api/windows/{w}), the ticket
// that is here, and who waits. All of it is the hall's; it is read again when the hall says that it changed.

import { Offline, Problem, Unsettled, get, post } from '../parts/api.js';
import { live } from '../parts/live.js';
import { Again } from './again.js';

const LINE_MS = 2_000; // with 2,000 waiting a list is read every two seconds at most
const SHOWN_MAX = 30;
const AGAIN_MS = 2_000;
const GIVE_UP_MS = 10 * 60_000; // a key is kept for 15 minutes (design: idempotency key)
const SAID_MS = 1_500; // an answer stands for the window until the stream has told it too

export class Here {
  view = null;
  guest = null; // the ticket here, with its legs
  line = null; // {total, waiting}
  items = new Map(); // code → item
  groups = new Map();
  staff = [];
  act = null; // the act under way: {name, away}
  trouble = null; // why this window cannot be seen at all
  version = 0; // grows with every change, so that elements that are given this are drawn again

  #path;
  #changed;
  #said = null; // state and ticket as the last act's answer told, for a moment
  #unsettled = new Unsettled();
  #lineIndex = -1;
  #view = new Again(() => this.#readView(), 0);
  #line = new Again(() => this.#readLine(), LINE_MS);

  /** @param {string} id of the window; @param {() => void} changed draws the page again */
  constructor(id, changed) {
    this.id = id;
    this.#path = `/api/windows/${encodeURIComponent(id)}`;
    this.#changed = () => {
      this.version += 1;
      changed();
    };
  }

  /** Begins to read; gives back how to stop it. */
  start() {
    this.#readLists();
    let heard = false;
    const stops = [
      live.onChange((change) => this.#hear(change)),
      live.onUpdate(() => {
        if (live.online && !heard) this.refresh();
        heard = live.online;
        if (live.hall?.index !== this.#lineIndex) this.#line.ask();
        this.#changed();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** The window of the hall's picture; undefined when there is none of this name. */
  get window() {
    const there = live.hall?.windows.find((one) => one.id === this.id);
    return there && this.#said ? { ...there, ticket: undefined, ...this.#said } : there;
  }

  /** What is known of the turn that is here now; null while it is being read. */
  get turn() {
    return this.view?.turn && this.view.turn.id === this.window?.ticket?.id ? this.view.turn : null;
  }

  /** The item of the leg that is here. */
  get item() {
    return this.items.get(this.guest?.legs[this.turn?.leg ?? 0]?.item);
  }

  refresh() {
    this.#view.ask();
    this.#line.ask();
  }

  /**
   * One act of the window. While the hall cannot be reached it asks again under the same key, so it is never done twice.
   *
   * @return the hall's answer, null when nobody waits; throws the Problem when the hall refuses
   */
  async do(name, body = {}) {
    this.act = { name, away: false };
    this.#changed();
    const key = this.#unsettled.keyFor(name, body);
    const until = Date.now() + GIVE_UP_MS;
    try {
      for (;;) {
        try {
          const answer = await post(`${this.#path}/${name}`, body, key);
          this.#unsettled.settle();
          if (answer) this.#hold(answer);
          return answer;
        } catch (failure) {
          if (!(failure instanceof Offline)) this.#unsettled.settle();
          if (!(failure instanceof Offline) || Date.now() > until) throw failure;
          this.act = { name, away: true };
          this.#changed();
          await new Promise((done) => setTimeout(done, AGAIN_MS));
        }
      }
    } finally {
      this.act = null;
      this.refresh();
      this.#changed();
    }
  }

  /** The answer of an act is newer than the stream for a moment; the next key need not wait for it. */
  #hold({ state, ticket }) {
    const busy = state === 'called' || state === 'serving';
    const said = { state, ...(busy && ticket && { ticket }) };
    this.#said = said;
    setTimeout(() => {
      if (this.#said === said) this.#said = null;
      this.#changed();
    }, SAID_MS);
  }

  #hear(change) {
    if (change.type === 'Configured') this.#readLists();
    if (change.window === this.id || change.type === 'DutyAnswered' || change.reload) {
      if (!this.act) this.#said = null;
      this.#view.ask();
    }
  }

  async #readView() {
    try {
      const ticket = this.window?.ticket?.id;
      const [view, guest] = await Promise.all([get(this.#path), ticket ? get(`/api/tickets/${ticket}`) : null]);
      this.view = view;
      this.trouble = null;
      this.guest = guest;
      if (view.turn && view.turn.id !== guest?.id) this.guest = await get(`/api/tickets/${view.turn.id}`);
    } catch (failure) {
      if (failure instanceof Problem && (failure.status === 403 || failure.status === 404)) this.trouble = failure;
      else setTimeout(() => this.#view.ask(), AGAIN_MS);
    }
    this.#changed();
  }

  async #readLine() {
    const index = live.hall?.index;
    try {
      this.line = await get(`${this.#path}/waiting?limit=${SHOWN_MAX}`);
      this.#lineIndex = index;
    } catch {
      // The next change, or the line to the hall being there again, asks anew.
    }
    this.#changed();
  }

  async #readLists() {
    try {
      const [catalogue, people] = await Promise.all([get('/api/items'), get('/api/staff')]);
      this.items = new Map(catalogue.items.map((item) => [item.code, item]));
      this.groups = new Map(catalogue.groups.map((group) => [group.id, group]));
      this.staff = people.staff;
      this.#changed();
    } catch {
      setTimeout(() => this.#readLists(), AGAIN_MS);
    }
  }
}
