// What a divided hall has for its manager: which controllers are cut off, who is at their windows or in this part's hands, and what
// has to be looked at. Read again when the hall says that it changed; while it is divided, with each look: people come and go.

import { Problem, get } from '../parts/api.js';

const FORBIDDEN = 403;
const CONCERNS = new Set(['Island', 'Conflict', 'WindowReleased']);
const WHOLE = { island: null, cutOff: [], people: [] };

class Parts {
  now = WHOLE; // as /api/parts
  conflicts = []; // as /api/conflicts
  known = false;

  /** Whether a change of the stream may have made this another. */
  concerns(type) {
    return CONCERNS.has(type);
  }

  async read() {
    [this.now, this.conflicts] = await Promise.all([readable('/api/parts', WHOLE), readable('/api/conflicts', { conflicts: [] }).then((one) => one.conflicts)]);
    this.known = !this.now.island && this.now.cutOff.length === 0;
  }

  /** Read again before it is used next. */
  forget() {
    this.known = false;
  }

  /** Whether there is anything to show. */
  get any() {
    return Boolean(this.now.island) || this.now.cutOff.length > 0 || this.conflicts.length > 0;
  }
}

/** Officers read this page too, and have nothing to do here. */
async function readable(path, otherwise) {
  try {
    return await get(path);
  } catch (failure) {
    if (failure instanceof Problem && failure.status === FORBIDDEN) return otherwise;
    throw failure;
  }
}

/** The ones there are. */
export const parts = new Parts();
