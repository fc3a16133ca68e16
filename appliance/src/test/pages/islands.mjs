// A hall.yaml for a hall of two: what hangs on n1, and what on s1, when the cable between them is pulled.

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ISLANDS = {
  n1: { series: 'W', windows: ['4', '5', '8', '9', '10', '11'] },
  s1: { series: 'Z', windows: ['6', '7', '12'] },
};

/** {@param {string} from a hall.yaml with a section islands; it stays as it is} {@return the path of the new one} */
export function islandsOfTwo(from) {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-islands-'));
  cpSync(dirname(from), folder, { recursive: true });
  const file = join(folder, 'hall.yaml');
  const lines = Object.entries(ISLANDS).map(([node, { series, windows }]) => `  - {node: ${node}, series: ${series}, windows: [${windows.map((id) => `"${id}"`).join(', ')}]}`);
  const text = readFileSync(from, 'utf8');
  if (!/^islands:$/m.test(text)) throw new Error(`${from} has no islands`);
  writeFileSync(file, text.replace(/^islands:\n(?: .*\n)*/m, `islands:\n${lines.join('\n')}\n`));
  return file;
}
