// Finds items and themes by what a person calls them: name and alias, any words in any order. No markup, no page: testable alone.

/** The best first: a name that begins so, then a name that has it, then an alias. */
export function find(things, query) {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return things
    .map((thing) => [rank(thing, words), thing])
    .filter(([rank_]) => rank_ < NONE)
    .sort((one, other) => one[0] - other[0])
    .map(([, thing]) => thing);
}

const NONE = 4;

function rank(thing, words) {
  const names = [thing.name, thing.englishName ?? ''].map((name) => name.toLowerCase());
  const aliases = (thing.aliases ?? []).map((alias) => alias.toLowerCase());
  if (words.every((word) => names.some((name) => name.startsWith(word)))) return 0;
  if (words.every((word) => aliases.some((alias) => alias === word))) return 1;
  if (words.every((word) => names.some((name) => name.includes(word)))) return 2;
  if (words.every((word) => [...names, ...aliases].some((name) => name.includes(word)))) return 3;
  return NONE;
}
