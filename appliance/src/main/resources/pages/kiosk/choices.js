// The choices of a theme: what is ticked, what excludes what, and which legs follow from it. No page: testable alone.

/** What is ticked before a person touched anything. */
export const chosenAtFirst = (theme) => new Set(theme.choices.filter((one) => one.chosen).map((one) => one.id));

/**
 * Ticks or unticks one. Of alternatives one is made at most; where one of them is ticked from the start, exactly one.
 *
 * @param {Set<string>} made ids @return {Set<string>} a new one
 */
export function choose(theme, made, id) {
  const next = new Set(made);
  (alternativesOf(theme, id) ?? [id]).forEach((one) => next.delete(one));
  if (!made.has(id) || isOneOf(theme, id)) next.add(id);
  return next;
}

/** Whether this is one of alternatives of which one is always made. */
export function isOneOf(theme, id) {
  return alternativesOf(theme, id)?.some((other) => theme.choices.find((one) => one.id === other).chosen) ?? false;
}

/** The ids that exclude each other and this one among them; undefined when it excludes nothing. */
export const alternativesOf = (theme, id) => theme.alternatives.find((ids) => ids.includes(id));

/** The codes of the legs in their order, without those that belong only to what was left out. */
export function legsOf(theme, made) {
  const optional = new Set(theme.choices.flatMap((one) => one.items));
  const wanted = new Set(theme.choices.filter((one) => made.has(one.id)).flatMap((one) => one.items));
  return theme.legs.filter((code) => !optional.has(code) || wanted.has(code));
}
