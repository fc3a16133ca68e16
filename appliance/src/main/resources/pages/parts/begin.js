// How every page begins: its words first, then its one element, then the live hall.

import { live } from './live.js';
import { loadWords } from './words.js';

/** @param {string} name of the page's element; @param {{link?: string, live?: boolean}} how */
export async function begin(name, { link = null, follow = true } = {}) {
  await loadWords();
  document.body.append(document.createElement(name));
  if (follow) live.start(link);
}
