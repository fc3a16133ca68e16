// The acts that need a word more: whom to call, where to send, who opens the window.

import { newKey } from '../parts/api.js';
import { h } from '../parts/dom.js';
import { say } from '../parts/words.js';

/** A form that asks once: its key is its own, so pressing twice is one act. */
export function actForm(title, console_, name, fields, wish) {
  const key = newKey();
  return h('form', {
    onsubmit: (event) => {
      event.preventDefault();
      console_.act(name, wish(), key);
    },
  },
  h('h2', {}, title), fields,
  h('div.row', {}, h('button.primary', {}, say('form.do')), h('button', { type: 'button', onclick: console_.done }, say('form.not'))));
}

export function callForm(console_) {
  const ticket = h('input', { required: true, maxlength: 64, autocomplete: 'off' });
  return actForm(say('act.call'), console_, 'call', h('label', {}, say('form.number'), ticket),
    () => ({ ticket: ticket.value.trim().toUpperCase() }));
}

export function openForm(console_) {
  const staff = h('input', { maxlength: 64, autocomplete: 'off', placeholder: 's101' });
  return actForm(say('act.open'), console_, 'open', h('label', {}, say('form.staff'), staff),
    () => (staff.value.trim() ? { staff: staff.value.trim() } : {}));
}

export function transferForm(console_) {
  const windows = console_.live.hall.windows.filter((one) => one.id !== console_.id && one.state !== 'closed');
  const window = h('select', {}, h('option', { value: '' }, say('form.none')),
    windows.map((one) => h('option', { value: one.id }, `${one.name}（${say(`window.${one.state}`)}）`)));
  const item = itemSelect(console_, say('form.none'));
  const note = h('input', { maxlength: 500 });
  return actForm(say('act.transfer'), console_, 'transfer', [
    h('label', {}, say('form.toWindow'), window),
    h('label', {}, say('form.toItem'), item),
    h('label', {}, say('form.note'), note),
  ], () => ({
    ...(window.value && { window: window.value }),
    ...(item.value && { item: item.value }),
    ...(note.value.trim() && { note: note.value.trim() }),
  }));
}

/** Every item of the catalogue, for a select. */
export function itemSelect(console_, first) {
  return h('select', {}, h('option', { value: '' }, first),
    [...console_.items().values()].map((one) => h('option', { value: one.code }, one.shown)));
}
