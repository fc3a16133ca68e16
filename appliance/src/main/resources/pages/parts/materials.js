// What to bring, item by item; what may follow later says so.

import { h } from './dom.js';
import { nameOf, say } from './words.js';

/** @param {Array} items catalogue entries with materials [{name, deferrable}] */
export function materials(items) {
  return items.map((item) =>
    h('section.materials', {},
      items.length > 1 && h('h3', {}, nameOf(item)),
      item.materials.length
        ? h('ul', {}, item.materials.map((one) =>
            h('li', {}, one.name, one.deferrable && h('span.tag', {}, say('materials.later')))))
        : h('p', {}, say('materials.none'))));
}
