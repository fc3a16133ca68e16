// Who is called where, newest first. The hall says who is at its windows now; the stream says when each was called. So a call
// that was taken back is gone, and after a restart the board shows who stands called, by the time the window says.

const CALLED = new Set(['Called', 'Recalled']);
const AT_WINDOW = new Set(['called', 'serving']);

/** @typedef {{window: string, name: string, number: string, called: boolean, at: number, change: object|null, heard: number}} Call
 *  called: nobody came yet; at: the hall's time of the call; change and heard: how and when this browser was told, null and 0
 *  for a call it did not hear as it happened */

export class Calls {
  #heard = new Map(); // window id → its last call

  /** A change of the stream. */
  hear(change, now = Date.now()) {
    if (CALLED.has(change.type)) this.#heard.set(change.window, { change, heard: now });
  }

  /** The hall is not heard any more: when it is again, nothing of what was before is news. */
  missed() {
    this.#heard.forEach((last) => (last.heard = 0));
  }

  /**
   * The calls that stand: those waited for first, then those who are being served; each newest first.
   *
   * @param {object} hall as /api/hall
   * @param {string[]} zones the zones this board is for; none: the whole hall
   * @return {Call[]}
   */
  standing(hall, zones) {
    return hall.windows
      .filter((window) => AT_WINDOW.has(window.state) && window.ticket && isFor(zones, window))
      .map((window) => this.#call(window))
      .sort((one, other) => other.called - one.called || other.at - one.at);
  }

  #call({ id, name, state, since, ticket: { number } }) {
    const last = this.#heard.get(id);
    const { change, heard } = last?.change.number === number ? last : { change: null, heard: 0 };
    return { window: id, name, number, called: state === 'called', at: Date.parse(change?.at ?? since), change, heard };
  }
}

/** Whether a board for these zones is for this window. */
export function isFor(zones, window) {
  return !zones.length || zones.includes(window.zone);
}

/** The page of a list that does not fit, and how many there are, all about as full; it turns every so many milliseconds. */
export function turned(list, sizeMax, everyMs, now) {
  const pages = Math.max(1, Math.ceil(list.length / sizeMax));
  const size = Math.ceil(list.length / pages);
  const page = Math.floor(now / everyMs) % pages;
  return { page, pages, size, shown: list.slice(page * size, (page + 1) * size) };
}
