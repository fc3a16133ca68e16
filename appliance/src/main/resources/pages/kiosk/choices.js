// The choices of a theme: what is ticked, what excludes what, and which legs follow from it. The hall decides the same again
// when the ticket is taken. No page: testable alone.

/** What is ticked before a person touched anything. */
export const chosenAtFirst = (theme) => new Set(theme.choices.filter((one) => one.chosen).map((one) => one.id));

/**
 * Ticks or unticks one. Of those with the same `oneOf` one is taken at most; where one of them is ticked from the start, exactly one.
 *
 * @param {Set<string>} made ids @return {Set<string>} a new one
 */
export function choose(theme, made, id) {
  const choice = theme.choices.find((one) => one.id === id);
  const others = choice.oneOf ? theme.choices.filter((one) => one.oneOf === choice.oneOf) : [choice];
  const next = new Set(made);
  others.forEach((one) => next.delete(one.id));
  if (!made.has(id) || mustHaveOne(others)) next.add(id);
  return next;
}

/** Whether one of these is always taken. */
export const mustHaveOne = (others) => others.length > 1 && others.some((one) => one.chosen);

/** The codes of the legs in their order, without those that belong only to what was left out. */
export function legsOf(theme, made) {
  const optional = new Set(theme.choices.flatMap((one) => one.items));
  const wanted = new Set(theme.choices.filter((one) => made.has(one.id)).flatMap((one) => one.items));
  return theme.legs.filter((code) => !optional.has(code) || wanted.has(code));
}
