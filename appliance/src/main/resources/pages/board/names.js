// Names on a board: what does not fit is set smaller, and at last in two lines.

import { languageNow, say } from '../parts/words.js';

/** A window as the board calls it: its own name in Chinese, its number in English. */
export function windowName({ name, window }) {
  return languageNow() === 'en' ? say('board.window', { id: window }) : name;
}

/** '' for a name as wide as `plain` digits or less, then 'mid', then 'long'. */
export function sizeOf(name, plain, mid) {
  const wide = [...name].reduce((sum, each) => sum + widthOf(each), 0);
  if (wide <= plain) return '';
  return wide <= mid ? 'mid' : 'long';
}

function widthOf(character) {
  if (character.charCodeAt(0) > 0x2e7f) return 2;
  return /\d/.test(character) ? 1 : 1.2;
}
