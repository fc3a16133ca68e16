// What every page must keep in every state, found by looking at the page itself: what axe-core calls serious or worse, what a
// finger cannot hit, what runs out of its place.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TARGET_PX = 44;

/** {@return serious and critical findings, one line each} */
export async function accessibility(page) {
  // Asked through the debugger, so the page's own policy, which forbids foreign scripts, stays as it is.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}

/** {@return what can be pressed and is smaller than 44 × 44 px; words inside a sentence may be links of any size} */
export function smallTargets(page) {
  return page.evaluate((least) => [...document.querySelectorAll('button, select, input, textarea, summary, a[href], [role=button]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('[inert]'))
    .map((one) => ({ one, area: (one.closest('label') ?? one).getBoundingClientRect() }))
    .filter(({ one, area }) => area.width > 0 && !(one.matches('a') && one.closest('p, li, td')))
    .filter(({ area }) => area.width < least - 0.5 || area.height < least - 0.5)
    .map(({ one, area }) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 20)}” ${Math.round(area.width)}×${Math.round(area.height)}`), TARGET_PX);
}

/** {@return what makes the page scroll sideways, and words cut off in their boxes} */
export function overflow(page) {
  return page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`);
    for (const one of document.querySelectorAll('body *')) {
      if (!one.checkVisibility() || !one.childNodes.length || one.matches('.sr')) continue; // .sr is for the ear
      const style = getComputedStyle(one);
      const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const cut = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 2;
      if (words && cut) found.push(`cut off: ${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 30)}”`);
      const { right } = one.getBoundingClientRect();
      if (words && right > innerWidth + 2 && !one.closest('.table')) found.push(`outside: ${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 30)}”`);
    }
    return found;
  });
}
