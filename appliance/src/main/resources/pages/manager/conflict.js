// What both parts of a divided hall did with one ticket, as a sentence, and what a manager can do about it. No page, no network:
// testable alone.

/**
 * @param {object} conflict as in /api/conflicts
 * @param {(id: string) => {name: string}} windowOf
 * @param {(key: string, values?: object) => string} say
 * @param {(at: number) => string} clock
 * @returns {{what: string, todo: string}}
 */
export function sentenceOf(conflict, windowOf, say, clock) {
  const { kind, number, node, window, outcome, closedAt, level } = conflict;
  const values = {
    number,
    node,
    window: window ? windowOf(window).name : say('conflict.there'),
    outcome: outcome ? say(`outcome.${outcome}`) : '',
    at: closedAt ? clock(Date.parse(closedAt)) : '',
    level: level ? say(`rate.${level}`) : '',
  };
  return { what: say(`conflict.${kind}`, values), todo: say(`conflict.${kind}.do`, values) };
}
