// What a board says aloud, and in which order. Knows no browser and no clock, so its rules can be tested alone.
//
// Each call is said twice. Who was not yet announced comes before anybody's second time, so that in a rush everyone is heard once
// sooner. A call that is no longer news, or whose person came, is not said any more.

const TIMES = 2;

export class Announcer {
  #queue = []; // oldest call first
  #standing;

  /** @param {(call: {window: string, number: string, at: string}) => boolean} standing whether a call is still worth saying */
  constructor(standing) {
    this.#standing = standing;
  }

  /** Somebody is called, or called again: this call takes the place of the window's last one. */
  call({ window, number, at }) {
    this.#queue = this.#queue.filter((one) => one.window !== window);
    this.#queue.push({ window, number, at, said: 0 });
  }

  /** {@return the call to say now, null when there is none} */
  next() {
    this.#queue = this.#queue.filter(this.#standing);
    const next = this.#queue.find((one) => one.said === 0) ?? this.#queue[0];
    if (!next) return null;
    next.said += 1;
    if (next.said === TIMES) this.#queue = this.#queue.filter((one) => one !== next);
    return next;
  }
}

/** `A0012` → `A 0 0 1 2`: one by one, so that nobody hears twelve for twenty. */
export function spelled(number) {
  return [...number].join(' ');
}

/** `31号出件窗口` → `31 号出件窗口`: a window's number is a number. What stands in brackets is not said. */
export function spokenName(name) {
  return name.replace(/（.*$/, '').replace(/^(\d+)/, '$1 ');
}

/** Whether a speaker of the hall says this window's calls: its own, or one that hangs with the boards. Virtual ones are mute. */
export function isSpokenFor(devices, window) {
  return devices.some((one) => one.kind === 'speaker' && !one.virtual && one.state !== 'fault' && (one.window ?? window) === window);
}
