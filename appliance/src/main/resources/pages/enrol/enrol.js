// Turns a one-time code into this browser's cookie, then goes to the page it is for. The code comes from the admin page.

import { newKey, post } from '../parts/api.js';
import { fill, h } from '../parts/dom.js';
import { noteArea } from '../parts/note.js';
import { loadWords, say } from '../parts/words.js';

const PAGE = /^\/(kiosk|board|manager|desk|admin|window\/[\w-]+)$/; // nowhere else, whatever the address says

await loadWords();
const asked = new URLSearchParams(location.search);
const note = noteArea();
const code = h('input', { name: 'code', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', required: true });
let key = newKey();
code.addEventListener('input', () => (key = newKey()));

async function enrol(event) {
  event.preventDefault();
  note.clear();
  try {
    const token = await post('/api/enrol', { code: code.value.trim() }, key);
    location.assign(PAGE.test(asked.get('to') ?? '') ? asked.get('to') : pageOf(token));
  } catch (failure) {
    note.show(failure);
  }
}

function pageOf(token) {
  switch (token.role) {
    case 'kiosk': return '/kiosk';
    case 'window': return token.window ? `/window/${token.window}` : '/board';
    case 'admin': return '/admin';
    case 'manager': case 'officer': return '/manager';
    default: return '/board';
  }
}

fill(document.body,
  h('header.head', {}, h('h1', {}, say('enrol.title'))),
  h('main.enrol-main', {},
    h('form.card', { onsubmit: enrol },
      h('p', {}, say('enrol.why')),
      h('label', {}, say('enrol.code'), code),
      note,
      h('button.primary', {}, say('enrol.do')))));
code.value = asked.get('code') ?? '';
code.focus();
