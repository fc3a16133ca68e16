// Finds items and themes by what a person calls them: name or everyday name, in Chinese or English, the initials of its
// pinyin (sb, kfd), or a sentence that has it. No markup, no page: testable alone.

/** How well a query fits a name; the order of the list is the order of the results. */
const [SAME, SAME_INITIALS, BEGINS, INITIALS_BEGIN, HAS, SAID_IN, SCATTERED, INITIALS_HAVE, NONE] = Array(9).keys();
const LONGEST = 1000; // no name is as long, so a better fit always comes first
const LETTERS = /^[a-z0-9]+$/;
const SHORTEST_SAID = 2; // of a name found in what was said
const plain = new WeakMap(); // thing → its names as they are compared

/**
 * The best first; of equal fits the shortest name, since the query says most of it.
 *
 * @param {Array} things with name, englishName, aliases and initials
 * @param {string} query as typed
 */
export function find(things, query) {
  const said = query.normalize('NFKC').trim().toLowerCase();
  if (!said) return [];
  return things
    .map((thing) => [fit(thing, said), thing])
    .filter(([how]) => how < NONE * LONGEST)
    .sort((one, other) => one[0] - other[0])
    .map(([, thing]) => thing);
}

function fit(thing, said) {
  const { names, initials } = plainOf(thing);
  const words = said.split(/\s+/);
  const letters = words.join('');
  let best = NONE * LONGEST;
  for (const name of names) best = Math.min(best, byName(name, said, words) * LONGEST + name.length);
  if (LETTERS.test(letters)) {
    for (const all of initials) best = Math.min(best, byInitials(all, letters) * LONGEST + all.length);
  }
  return best;
}

function byName(name, said, words) {
  if (name === said) return SAME;
  if (name.startsWith(said)) return BEGINS;
  if (words.every((word) => name.includes(word))) return HAS;
  if (LETTERS.test(said)) return NONE; // scattered letters would find every English name
  if (name.length >= SHORTEST_SAID && said.includes(name)) return SAID_IN;
  return scattered(name, said) ? SCATTERED : NONE;
}

function byInitials(all, letters) {
  if (all === letters) return SAME_INITIALS;
  if (all.startsWith(letters)) return INITIALS_BEGIN;
  return letters.length > 1 && all.includes(letters) ? INITIALS_HAVE : NONE;
}

/** 社保证明 in 社会保险参保证明打印: every character, in its order. */
function scattered(name, said) {
  let at = 0;
  for (const character of name) if (character === said[at]) at += 1;
  return at === said.length;
}

function plainOf(thing) {
  if (!plain.has(thing)) {
    const names = [thing.name, thing.englishName, ...(thing.aliases ?? [])].filter(Boolean);
    plain.set(thing, { names: names.map((name) => name.normalize('NFKC').toLowerCase()), initials: thing.initials ?? [] });
  }
  return plain.get(thing);
}
