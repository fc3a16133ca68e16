// Names on a board: what does not fit is set smaller, and at last in two lines.

import { languageNow, say } from '../parts/words.js';

/** A window as the board calls it: its own name in Chinese, its number in English. */
export function windowName({ name, window }) {
  return languageNow() === 'en' ? say('board.window', { id: window }) : name;
}

/**
 * A name cut to what a board can show, and its size: '' when it is as wide as `plain` digits or less, then 'mid', then 'long'.
 * A name too wide for 'mid' loses the remark it ends with in brackets: better a short name that is read than a whole one that is not.
 */
export function fitted(name, plain, mid) {
  const text = widthOf(name) > mid ? name.replace(/(.)（.*$/, '$1') : name;
  const wide = widthOf(text);
  if (wide <= plain) return { text, size: '' };
  return { text, size: wide <= mid ? 'mid' : 'long' };
}

function widthOf(name) {
  return [...name].reduce((sum, each) => sum + widthOfOne(each), 0);
}

function widthOfOne(character) {
  if (character.charCodeAt(0) > 0x2e7f) return 2;
  return /\d/.test(character) ? 1 : 1.2;
}
