// The ways a leg can end 办结结果, the digit of each, and what must be recorded with it. There is no "rejected" (opinion §8):
// who cannot be served leaves with what is missing, where to go, or who will answer by when. No page: testable alone.

export const OUTCOMES = ['DONE', 'ACCEPTED', 'ACCEPTED_DEFERRED', 'COMMITTED', 'FORWARDED', 'GUIDED', 'REDIRECTED', 'CONSULT', 'ABANDONED'];

/** Fields of each outcome: name → how it is entered. */
export const FIELDS = {
  DONE: {}, ACCEPTED: { promisedDate: 'date' }, ACCEPTED_DEFERRED: { missing: 'deferrable', dueDate: 'date' },
  COMMITTED: { commitment: 'text' }, FORWARDED: { to: 'text', delivery: 'delivery' }, GUIDED: { missing: 'missing' },
  REDIRECTED: { to: 'text', with: 'optional' }, CONSULT: { who: 'text', answerBy: 'date' }, ABANDONED: {},
};

export const DELIVERIES = ['courier', 'pickup'];
const CLOSES = '17:00:00+08:00'; // an answer is promised for the end of the working day

/** What the hall's own lists say against an outcome for this item: a key of words, or empty. The hall lets staff decide. */
export function doubt(outcome, item) {
  if (!item) return '';
  if (outcome === 'COMMITTED' && !item.commitmentAllowed) return 'finish.doubt.commitment';
  if (outcome === 'FORWARDED' && !item.cityWide) return 'finish.doubt.cityWide';
  if (outcome === 'ACCEPTED_DEFERRED' && !item.materials.some((one) => one.deferrable)) return 'finish.doubt.deferrable';
  return '';
}

/**
 * The body of POST …/finish: what this outcome asks and nothing else; what is empty is left out.
 *
 * @param {string} outcome
 * @param {object} entered by field name, `missing` as a list
 */
export function finishing(outcome, entered) {
  const body = { outcome };
  for (const name of [...Object.keys(FIELDS[outcome]), 'item', 'caseNumber', 'note']) {
    const value = typeof entered[name] === 'string' ? entered[name].trim() : entered[name];
    if (value?.length) body[name] = name === 'answerBy' ? `${value}T${CLOSES}` : value;
  }
  return body;
}
