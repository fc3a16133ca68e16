// What the hall offers: items, themes, zones and priority groups, as the API gives them, and how they belong together.

import { get } from '../parts/api.js';

export class Catalogue {
  #byCode;

  static async load() {
    const [items, themes] = await Promise.all([get('/api/items'), get('/api/themes')]);
    return new Catalogue(items, themes);
  }

  constructor({ items, zones, groups, frequent, hours }, { themes }) {
    Object.assign(this, { items, zones, groups, hours, themes });
    this.#byCode = new Map(items.map((item) => [item.code, item]));
    this.frequent = this.all(frequent);
    this.everything = [...themes, ...items];
  }

  /** The items of these codes; one that is no longer offered is left out. */
  all(codes) {
    return codes.map((code) => this.#byCode.get(code)).filter(Boolean);
  }

  themesFor(audience) {
    return this.themes.filter((theme) => theme.for === audience);
  }

  /** Each zone where something is done: {zone, items}, in the hall's order. */
  shelves() {
    return this.zones
      .map((zone) => ({ zone, items: this.items.filter((item) => item.zone === zone.id) }))
      .filter(({ items }) => items.length > 0);
  }

  zoneOf(item) {
    return this.zones.find((zone) => zone.id === item.zone);
  }
}

/** One list for several items: what all of them want is brought once, and may follow later only if every item allows it. */
export function packed(items) {
  const all = new Map();
  for (const one of items.flatMap((item) => item.materials)) {
    const known = all.get(one.name);
    all.set(one.name, { name: one.name, deferrable: one.deferrable && (known?.deferrable ?? true) });
  }
  return [...all.values()];
}
