// One picture of a hall from the pictures that browser/looks.test.mjs took: kiosk, board, a window's console, a phone.
//
//   node compose.mjs FOLDER_OF_LOOKS OUT.png

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [folder, out] = process.argv.slice(2);
const GAP = 20;
/** name, left, top, width, height: what was 1080 × 1920, 1920 × 1080, 1440 × 900 and 390 × 844. */
const PARTS = [
  ['kiosk-1080x1920-normal', 0, 0, 540, 960],
  ['board-1920x1080-normal', 540 + GAP, 0, 907, 510],
  ['window-serving-1440x900-normal', 540 + GAP, 510 + GAP, 688, 430],
  ['ticket-waiting-390x844-normal', 540 + GAP + 688 + GAP, 510 + GAP, 199, 430],
];

const picture = (name) => `data:image/png;base64,${readFileSync(`${folder}/${name}.png`).toString('base64')}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 540 + GAP + 907 + 2 * GAP, height: 960 + 2 * GAP } });
await page.setContent(`<body style="margin:0;background:#c9d5e3">${PARTS.map(([name, left, top, width, height]) =>
  `<img src="${picture(name)}" style="position:absolute;left:${left + GAP}px;top:${top + GAP}px;width:${width}px;height:${height}px;border-radius:8px">`).join('')}`);
await page.waitForLoadState('networkidle');
await page.screenshot({ path: out });
await browser.close();
