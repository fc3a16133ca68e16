// What the hall calls its items, zones, groups and people. Read once, and again when the hall was configured anew.

import { Problem, get } from '../parts/api.js';
import { nameOf, say } from '../parts/words.js';

const FORBIDDEN = 403;

class Names {
  items = new Map(); // code → catalogue entry
  zones = new Map();
  groups = new Map();
  staff = new Map();
  known = false;

  async read() {
    const [{ items, zones, groups }, staff] = await Promise.all([get('/api/items'), readStaff()]);
    this.items = new Map(items.map((item) => [item.code, item]));
    this.zones = new Map(zones.map((zone) => [zone.id, zone]));
    this.groups = new Map(groups.map((group) => [group.id, group]));
    this.staff = new Map(staff.map((one) => [one.id, one]));
    this.known = true;
  }

  /** Read again before it is used next. */
  forget() {
    this.known = false;
  }

  item(code) {
    return named(this.items, code);
  }

  zone(id) {
    return named(this.zones, id);
  }

  /** A priority group; everybody else has a dash. */
  group(id) {
    return id === '-' ? say('manager.group.else') : named(this.groups, id);
  }

  /** A series by its letter and by the department most of its items belong to: the letter alone tells a new manager nothing. */
  series(letter) {
    const counts = new Map();
    for (const { series, department } of this.items.values()) {
      if (series === letter) counts.set(department, (counts.get(department) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most ? `${letter} ${most[0]}` : letter;
  }

  person(id) {
    return this.staff.get(id)?.name ?? id;
  }
}

const named = (map, id) => (map.has(id) ? nameOf(map.get(id)) : id);

/** Officers read this page too, and may not read who works here: they see staff numbers. */
async function readStaff() {
  try {
    return (await get('/api/staff')).staff;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === FORBIDDEN) return [];
    throw failure;
  }
}

/** The ones there are. */
export const names = new Names();
