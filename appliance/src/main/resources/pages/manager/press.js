// A number that can be asked whose it is: pressing it opens the panel with what is behind it.

import { html } from '../parts/part.js';

/**
 * @typedef {object} Behind what the panel shows
 * @property {string} title
 * @property {string} figure whose definition stands above the list: words `figure.<figure>.what`
 * @property {object} [values] of those words
 * @property {string} [query] of /api/manager/tickets
 * @property {Array} [tickets] as in the snapshot, where that is the same truth
 * @property {string} [state] windows in this state instead of tickets
 */

/** Asks the page for the panel. */
export function ask(element, behind) {
  element.dispatchEvent(new CustomEvent('behind', { bubbles: true, detail: behind }));
}

/** @param {unknown} shown, @param {Behind} behind */
export function pressable(shown, behind, kind = '') {
  return html`<button class="press ${kind}" aria-haspopup="dialog" @click=${(event) => ask(event.currentTarget, behind)}>${shown}</button>`;
}

/** Seconds as whole minutes; nobody was called: no wait is known, and a dash says so. */
export function minutes(seconds, known = true) {
  return known ? String(Math.round(seconds / 60)) : '—';
}

export const percent = (share, known = true) => (known ? `${Math.round(share * 100)}%` : '—');
