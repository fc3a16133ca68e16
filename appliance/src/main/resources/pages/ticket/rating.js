// Five levels, once, by who was served. Nothing is chosen beforehand.

import { newKey, post } from '../parts/api.js';
import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

export function rating(ticket, link, rated, note, done) {
  if (!rated && !ticket.ratingUntil) return null;
  if (rated) return h('section.card.rating', {}, h('p.thanks', {}, rated === true ? say('rate.already') : say('rate.thanks', { level: say(`rate.${rated}`) })));
  const keys = new Map(); // one key per level: a retry of the same answer is the same answer
  const comment = h('textarea', { rows: 3, maxlength: 500 });
  async function give(level) {
    if (!keys.has(level)) keys.set(level, newKey());
    const wish = { ticket: ticket.id, level, channel: 'qr', link, ...(comment.value.trim() && { comment: comment.value.trim() }) };
    try {
      await post('/api/ratings', wish, keys.get(level));
      done(level);
    } catch (failure) {
      note.show(failure);
    }
  }
  return h('section.card.rating', {},
    h('h2', {}, say('rate.ask')),
    h('label', {}, say('rate.comment'), comment),
    h('div.levels', {}, [5, 4, 3, 2, 1].map((level) =>
      h('button', { onclick: () => give(level) }, say(`rate.${level}`)))));
}
