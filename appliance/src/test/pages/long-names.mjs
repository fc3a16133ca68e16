// The shipped hall with names as long as a hall will ever give: 40 characters for windows, zones, themes and items.

import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './rig.mjs';

const LENGTH = 40;
const FILLER = '（淄川区政务服务中心一窗受理一次办好改革综合服务大厅东侧靠北第二排临街位置）';

const STAFF = '阿卜杜热合曼·买买提依明江·吐尔逊江'; // a person's name has 20 characters at most

const long = (name) => [...name + FILLER].slice(0, LENGTH - 1).join('') + '）';

/** {@return the path of its hall.yaml} */
export function longNames() {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-long-'));
  cpSync(join(ROOT, 'config'), folder, { recursive: true });
  const hall = join(folder, 'hall.yaml');
  const text = readFileSync(hall, 'utf8');
  writeFileSync(hall, text.replace(/^(  - \{id: [^,]+, +name: )([^,]+)(,)/gm, 
    (all, before, name, after) => before + (/{id: s\d/.test(before) ? STAFF : long(name)) + after));
  const themes = ['enterprise', 'person'].map((name) => join(folder, 'themes', `${name}.yaml`));
  const named = text + themes.map((file) => readFileSync(file, 'utf8')).join('');
  for (const file of themes) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^(    name: )(.+)$/gm, (all, before, name) => before + long(name)));
  }
  for (const name of readdirSync(join(folder, 'catalogue')).filter((each) => each.endsWith('.csv'))) {
    const file = join(folder, 'catalogue', name);
    // An item that a theme or a window names must keep its name.
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').map((line, i) => {
      const cells = line.split(',');
      if (i > 0 && cells.length > 2 && !named.includes(cells[1])) cells[1] = long(cells[1]);
      return cells.join(',');
    }).join('\n'));
  }
  return hall;
}
