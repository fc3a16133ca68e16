// The second screen: what to bring, what belongs to it, and one press that makes one ticket. The key is made with the
// screen: a double tap, a lost reply and an impatient third tap are all the same request.

import { newKey, post } from '../parts/api.js';
import { h } from '../parts/dom.js';
import { materials } from '../parts/materials.js';
import { languageNow, nameOf, say } from '../parts/words.js';

export function confirmScreen(catalogue, choice, ways) {
  const byCode = new Map(catalogue.items.map((item) => [item.code, item]));
  const key = newKey();
  const options = choice.theme ? choiceBoxes(choice.theme) : [];
  const group = groupButtons(catalogue.groups);
  const take = h('button.primary.take', { onclick: press }, say('kiosk.take'));
  const legs = choice.theme ? choice.theme.legs.map((code) => byCode.get(code)).filter(Boolean) : choice.items;

  async function press() {
    if (take.getAttribute('aria-disabled')) return;
    take.setAttribute('aria-disabled', 'true');
    take.textContent = say('kiosk.taking');
    try {
      ways.taken(await post('/api/tickets', wish(), key), choice);
    } catch (failure) {
      ways.note.show(failure);
      take.removeAttribute('aria-disabled');
      take.textContent = say('kiosk.take');
    }
  }

  function wish() {
    const asked = choice.theme
      ? { theme: choice.theme.code, choices: options.filter((box) => box.input.checked).map((box) => box.id) }
      : { items: choice.items.map((item) => item.code) };
    return { ...asked, language: languageNow(), ...(group.chosen() && { priority: group.chosen() }) };
  }

  return [
    h('button.back', { onclick: ways.start }, say('kiosk.back')),
    h('h2.chosen', {}, nameOf(choice.theme ?? choice.items[0])),
    choice.theme && h('ol.legs', {}, legs.map((item) => h('li', {}, nameOf(item)))),
    options.length > 0 && h('section.card', {}, h('h2', {}, say('kiosk.choices')), options.map((box) => box.row)),
    choice.items?.[0].selfService && h('p.note.good', {}, say('kiosk.selfService.long', { place: choice.items[0].selfServicePlace ?? '' })),
    group.element,
    h('section.card', {}, h('h2', {}, say('materials.title')), materials(legs)),
    take,
  ];
}

function choiceBoxes(theme) {
  return theme.choices.map((one) => {
    const input = h('input', { type: 'checkbox', checked: one.chosen });
    return { id: one.id, input, row: h('label.choice', {}, input, h('span', {}, nameOf(one))) };
  });
}

function groupButtons(groups) {
  let chosen = null;
  const buttons = groups.map((group) =>
    h('button', { 'aria-pressed': 'false', onclick: () => choose(group) }, nameOf(group)));
  function choose(group) {
    chosen = chosen === group.id ? null : group.id;
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(groups[i].id === chosen)));
  }
  return {
    chosen: () => chosen,
    element: groups.length > 0 && h('section.card', {}, h('h2', {}, say('kiosk.priority')), h('div.row', {}, buttons)),
  };
}
