// The first screen: a field to say what one came for, themes (several items in one visit), and the zones to look through.

import { fill, h } from '../parts/dom.js';
import { nameOf, say } from '../parts/words.js';
import { find } from './search.js';

const FOUND_MAX = 12;

export function startScreen(catalogue, ways) {
  const list = h('div.found', { role: 'list', 'aria-live': 'polite' });
  const field = h('input.search', {
    type: 'search', placeholder: say('kiosk.search'), 'aria-label': say('kiosk.search'), autocomplete: 'off',
    oninput: () => fill(list, field.value.trim() ? results(catalogue, field.value, ways) : browse(catalogue, ways, list)),
  });
  fill(list, browse(catalogue, ways, list));
  return [h('h2.ask', {}, say('kiosk.ask')), field, list];
}

function results(catalogue, query, ways) {
  const themes = find(catalogue.themes, query).map((theme) => themeButton(theme, ways));
  const items = find(catalogue.items, query).map((item) => itemButton(item, ways));
  const found = [...themes, ...items];
  if (!found.length) {
    return [h('p.empty', {}, say('kiosk.nothing', { query })), h('p.empty', {}, say('kiosk.desk'))];
  }
  const more = found.length - FOUND_MAX;
  return [found.slice(0, FOUND_MAX), more > 0 && h('p.empty', {}, say('kiosk.more', { n: more }))];
}

function browse(catalogue, ways, list) {
  const zones = zonesOf(catalogue);
  const back = h('button.back', { onclick: () => fill(list, browse(catalogue, ways, list)) }, say('kiosk.back'));
  const open = (title, children) => fill(list, back, h('h3', {}, title), children);
  const themesFor = (audience) => catalogue.themes.filter((theme) => theme.for === audience);
  return [
    h('h3', {}, say('kiosk.themes')),
    h('div.tiles', {},
      ['person', 'enterprise'].map((audience) => {
        const themes = themesFor(audience);
        return themes.length > 0 && h('button.tile.theme', {
          onclick: () => open(say(`kiosk.themes.${audience}`), themes.map((theme) => themeButton(theme, ways))),
        }, say(`kiosk.themes.${audience}`), h('small', {}, say('kiosk.themes.count', { n: themes.length })));
      })),
    h('h3', {}, say('kiosk.zones')),
    h('div.tiles', {},
      zones.map(([name, items]) =>
        h('button.tile', { onclick: () => open(name, items.map((item) => itemButton(item, ways))) },
          name, h('small', {}, say('kiosk.items.count', { n: items.length }))))),
  ];
}

/** Each zone with items: its name and they, in the hall's order of zones. */
function zonesOf(catalogue) {
  return catalogue.zones
    .map((zone) => [nameOf(zone), catalogue.items.filter((item) => item.zone === zone.id)])
    .filter(([, items]) => items.length > 0);
}

function itemButton(item, ways) {
  return h('button.found-one', { role: 'listitem', onclick: () => ways.confirm({ items: [item] }) },
    h('span.name', {}, nameOf(item)),
    h('small', {}, item.department, item.selfService && h('span.tag.ok', {}, say('kiosk.selfService'))));
}

function themeButton(theme, ways) {
  return h('button.found-one.theme', { role: 'listitem', onclick: () => ways.confirm({ theme }) },
    h('span.name', {}, nameOf(theme)), h('small', {}, say('kiosk.theme.legs', { n: theme.legs.length })));
}
