// Who may ask: codes for new browsers and devices, and the credentials there are. Secrets are shown once, here, and never again.

import { Offline, Unsettled, get, post, remove } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { head } from '../parts/head.js';
import { Live } from '../parts/live.js';
import { noteArea } from '../parts/note.js';
import { loadWords, say } from '../parts/words.js';

const ROLES = ['kiosk', 'window', 'helper', 'device', 'manager', 'officer', 'admin'];

await loadWords();
const live = new Live();
const note = noteArea();
const codes = h('ul.codes', { 'aria-live': 'polite' });
const tokens = h('div.table');

function codeForm() {
  const role = h('select', {}, ROLES.map((each) => h('option', { value: each }, say(`role.${each}`))));
  const window = h('input', { maxlength: 64 });
  const device = h('input', { maxlength: 64 });
  const label = h('input', { maxlength: 64 });
  const windowRow = h('label.grow', {}, say('admin.window'), window);
  const deviceRow = h('label.grow', {}, say('admin.device'), device);
  const fit = () => {
    windowRow.hidden = role.value !== 'window';
    deviceRow.hidden = role.value !== 'kiosk' && role.value !== 'device';
  };
  const unsettled = new Unsettled();
  async function issue(event) {
    event.preventDefault();
    note.clear();
    const wish = {
      role: role.value,
      ...(!windowRow.hidden && window.value.trim() && { window: window.value.trim() }),
      ...(!deviceRow.hidden && device.value.trim() && { device: device.value.trim() }),
      ...(label.value.trim() && { label: label.value.trim() }),
    };
    try {
      const made = await post('/api/codes', wish, unsettled.keyFor(wish));
      unsettled.settle();
      codes.prepend(h('li', {}, say(`role.${wish.role}`), ' ', wish.window ?? wish.device ?? '', ' ',
        h('code', {}, made.code), ' ', h('small', {}, say('admin.code.where'))));
    } catch (failure) {
      if (!(failure instanceof Offline)) unsettled.settle();
      note.show(failure);
    }
  }
  role.addEventListener('change', fit);
  fit();
  return h('form.row', { onsubmit: issue },
    h('label.grow', {}, say('admin.role'), role), windowRow, deviceRow, h('label.grow', {}, say('admin.label'), label),
    h('button.primary', {}, say('admin.issue')));
}

async function drawTokens() {
  try {
    const { tokens: all } = await get('/api/tokens');
    fill(tokens, h('table', {},
      h('thead', {}, h('tr', {}, ['id', 'role', 'for', 'label', 'granted', ''].map((name) => h('th', {}, name && say(`admin.token.${name}`))))),
      h('tbody', {}, all.map(tokenRow))));
  } catch (failure) {
    note.show(failure);
  }
}

function tokenRow(token) {
  const revoke = h('button.danger', { onclick: () => press(token, revoke) }, say('admin.revoke'));
  return h('tr', {},
    h('td', {}, token.id), h('td', {}, say(`role.${token.role}`)), h('td', {}, token.window ?? token.device ?? ''),
    h('td', {}, token.label ?? '', token.browser && h('span.tag.ok', {}, say('admin.browser'))),
    h('td', {}, (token.grantedAt ?? '').slice(0, 16).replace('T', ' ')), h('td', {}, revoke));
}

/** Asked twice: whoever holds it is locked out at once. */
async function press(token, button) {
  if (!button.dataset.sure) {
    button.dataset.sure = 'yes';
    button.textContent = say('admin.revoke.sure');
    return;
  }
  try {
    await remove(`/api/tokens/${encodeURIComponent(token.id)}`);
    await drawTokens();
  } catch (failure) {
    note.show(failure);
  }
}

fill(document.body, head(say('admin.title'), live),
  h('main.admin-main', {}, note,
    h('section.card', {}, h('h2', {}, say('admin.codes')), codeForm(), codes),
    h('section.card', {}, h('h2', {}, say('admin.tokens')), tokens)));
live.start();
drawTokens();
