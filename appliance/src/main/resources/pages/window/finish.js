// Closing a leg: an outcome and what must be recorded with it. There is no "rejected" (opinion §8): who cannot be served
// leaves with what is missing, where to go, or who will answer by when.

import { fill, h } from '../parts/dom.js';
import { day } from '../parts/time.js';
import { say } from '../parts/words.js';
import { actForm, itemSelect } from './forms.js';

const OUTCOMES = ['DONE', 'ACCEPTED', 'ACCEPTED_DEFERRED', 'COMMITTED', 'FORWARDED', 'GUIDED', 'REDIRECTED', 'CONSULT', 'ABANDONED'];

/** Fields of each outcome: name → how it is entered. */
const FIELDS = {
  DONE: {}, ACCEPTED: { promisedDate: 'date' }, ACCEPTED_DEFERRED: { missing: 'missing', dueDate: 'date' },
  COMMITTED: { commitment: 'text' }, FORWARDED: { to: 'text', delivery: 'delivery' }, GUIDED: { missing: 'missing' },
  REDIRECTED: { to: 'text', with: 'optional' }, CONSULT: { who: 'text', answerBy: 'date' }, ABANDONED: {},
};

export function finishForm(console_) {
  const asked = console_.guest()?.legs.find((leg) => leg.state === 'serving')?.item;
  const buttons = OUTCOMES.map((code, i) => h('button', { type: 'button', onclick: () => choose(code) },
    say(`outcome.${code}`), ' ', h('kbd', {}, String(i + 1))));
  const more = h('div.fields');
  const item = itemSelect(console_, say('finish.item.same'));
  const caseNumber = h('input', { maxlength: 64, autocomplete: 'off', placeholder: say('finish.caseNumber.made') });
  const note = h('input', { maxlength: 500 });
  let chosen = 'DONE';
  let fields = {};

  function choose(code) {
    chosen = code;
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(OUTCOMES[i] === code)));
    fields = Object.fromEntries(Object.entries(FIELDS[code]).map(([name, kind]) => [name, field(name, kind, console_, item.value || asked)]));
    fill(more, Object.values(fields).map((one) => one.row));
  }

  choose('DONE');
  item.addEventListener('change', () => choose(chosen));
  const form = actForm(say('act.finish'), console_, 'finish', [
    h('div.outcomes', { role: 'group', 'aria-label': say('finish.outcome') }, buttons), more,
    h('details', {}, h('summary', {}, say('finish.more')),
      h('label', {}, say('finish.item'), item), h('label', {}, say('finish.caseNumber'), caseNumber), h('label', {}, say('form.note'), note)),
  ], () => ({
    outcome: chosen,
    ...Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.value()]).filter(([, value]) => value !== '')),
    ...(item.value && { item: item.value }),
    ...(caseNumber.value.trim() && { caseNumber: caseNumber.value.trim() }),
    ...(note.value.trim() && { note: note.value.trim() }),
  }));
  form.addEventListener('keydown', (event) => {
    if (/^[1-9]$/.test(event.key) && !event.target.closest('input, select, textarea')) {
      choose(OUTCOMES[event.key - 1]);
      // F 1 Enter closes a visit: on to the first thing that must be entered, else to the button that does it.
      (more.querySelector('input, select') ?? form.querySelector('.primary')).focus();
      event.preventDefault();
    }
  });
  return form;
}

function field(name, kind, console_, item) {
  const label = say(`finish.${name}`);
  switch (kind) {
    case 'date': {
      const input = h('input', { type: 'date', required: true, value: day(console_.live.now(), 5) });
      return { row: h('label', {}, label, input), value: () => (name === 'answerBy' ? `${input.value}T17:00:00+08:00` : input.value) };
    }
    case 'missing': return missing(label, console_.items().get(item)?.materials ?? []);
    case 'delivery': {
      const select = h('select', {}, ['courier', 'pickup'].map((each) => h('option', { value: each }, say(`finish.delivery.${each}`))));
      return { row: h('label', {}, label, select), value: () => select.value };
    }
    default: {
      const input = h('input', { required: kind === 'text', maxlength: 200 });
      return { row: h('label', {}, label, input), value: () => input.value.trim() };
    }
  }
}

/** What is missing, from the item's own list, and what the list does not have. */
function missing(label, materials) {
  const boxes = materials.map((one) => h('input', { type: 'checkbox', value: one.name }));
  const other = h('input', { maxlength: 200, placeholder: say('finish.missing.other') });
  return {
    row: h('fieldset', {}, h('legend', {}, label),
      boxes.map((box) => h('label.check', {}, box, box.value)), other),
    value: () => [...boxes.filter((box) => box.checked).map((box) => box.value), ...(other.value.trim() ? [other.value.trim()] : [])],
  };
}
