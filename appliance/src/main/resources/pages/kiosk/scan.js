// What a scanned code is. An ID card is read here, in this page, and goes no further. No page: testable alone.

const LINK = /^(?:https?:\/\/\S+\/t\/)?([\w-]{40})$/;
const RETURN_CODE = /^[a-hijkmnp-z2-9]{8}$/; // of a ticket the day ended on: the first letters of its id
const CASE_NUMBER = /^[0-9A-Z]{12,52}20\d{6}\d{4,}$/; // of a 容缺 acceptance: item, day, sequence
const ID_CARD = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]; // GB 11643
const CHECK_DIGITS = '10X98765432';
const ELDERLY_FROM = 60; // years: 老年人权益保障法 article 2

/**
 * @param {string} code as the reader typed it
 * @param {string} today the hall's day, YYYY-MM-DD
 * @return {{kind: 'ticket', link: string} | {kind: 'returning', code: string} | {kind: 'person', elderly: boolean} | {kind: 'unknown'}}
 */
export function read(code, today) {
  const text = code.trim();
  const link = LINK.exec(text);
  if (link) return { kind: 'ticket', link: link[1] };
  if (isIdCard(text.toUpperCase())) return { kind: 'person', elderly: ageOn(text, today) >= ELDERLY_FROM };
  if (RETURN_CODE.test(text) || CASE_NUMBER.test(text)) return { kind: 'returning', code: text };
  return { kind: 'unknown' };
}

/** A resident's number with the right check digit. */
export function isIdCard(text) {
  if (!ID_CARD.test(text)) return false;
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(text[i]), 0);
  return CHECK_DIGITS[sum % 11] === text[17];
}

/** Whole years, counted to the birthday. */
function ageOn(id, today) {
  const years = Number(today.slice(0, 4)) - Number(id.slice(6, 10));
  return id.slice(10, 14) <= today.slice(5).replace('-', '') ? years : years - 1;
}
