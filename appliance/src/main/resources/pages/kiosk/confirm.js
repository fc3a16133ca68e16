// The second screen: what to bring, what belongs to it, and one press that makes one ticket. The key is made with the
// screen: a double tap, a lost reply and an impatient third tap are all the same request.

import { newKey, post } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { materials } from '../parts/materials.js';
import { languageNow, nameOf, say } from '../parts/words.js';

export function confirmScreen(catalogue, choice, ways) {
  const byCode = new Map(catalogue.items.map((item) => [item.code, item]));
  const key = newKey();
  const options = choice.theme ? choiceBoxes(choice.theme, draw) : [];
  const group = groupButtons(catalogue.groups);
  const take = h('button.primary.take', { onclick: press }, say('kiosk.take'));
  const legs = h('ol.legs');
  const bring = h('div');

  /** What will be done, and what it needs, as chosen now. */
  function draw() {
    const items = choice.theme ? chosenLegs(choice.theme, options).map((code) => byCode.get(code)).filter(Boolean) : choice.items;
    if (choice.theme) fill(legs, items.map((item) => h('li', {}, nameOf(item))));
    fill(bring, materials(items));
  }

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

  draw();
  return [
    h('button.back', { onclick: ways.start }, say('kiosk.back')),
    h('h2.chosen', {}, nameOf(choice.theme ?? choice.items[0])),
    choice.theme && legs,
    options.length > 0 && h('section.card', {}, h('h2', {}, say('kiosk.choices')), options.map((box) => box.row)),
    choice.items?.[0].selfService && h('p.note.good', {}, say('kiosk.selfService.long', { place: choice.items[0].selfServicePlace ?? '' })),
    group.element,
    h('section.card', {}, h('h2', {}, say('materials.title')), bring),
    take,
  ];
}

function choiceBoxes(theme, changed) {
  return theme.choices.map((one) => {
    const input = h('input', { type: 'checkbox', checked: one.chosen, onchange: changed });
    return { id: one.id, items: one.items, input, row: h('label.choice', {}, input, h('span', {}, nameOf(one))) };
  });
}

/** The theme's legs in their order, without those that belong only to what was left out. */
function chosenLegs(theme, options) {
  const optional = new Set(options.flatMap((box) => box.items));
  const wanted = new Set(options.filter((box) => box.input.checked).flatMap((box) => box.items));
  const legs = theme.legs.filter((code) => !optional.has(code) || wanted.has(code));
  return [...legs, ...[...wanted].filter((code) => !legs.includes(code))];
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
