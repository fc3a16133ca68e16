// Listens to the keys of the whole page and tells a reader from a person: scans go to the kiosk, typing goes where it would
// have gone, a tenth of a second later. Keys of an input method are left alone.

import { Burst } from './burst.js';

const WAIT_MS = 100; // twice a reader's longest gap: a page that is just drawing hears keys late

/**
 * @param {{scanned: (code: string) => void, typed: (text: string) => void}} told typed: keys pressed while no field had the focus
 * @return how to stop it
 */
export function listen(told) {
  const burst = new Burst();
  let wait = null;

  function type(text) {
    const field = fieldWithFocus();
    if (!text) return;
    if (!field) {
      told.typed(text);
      return;
    }
    put(field, text, field.selectionStart, field.selectionEnd);
  }

  /** It was no person who typed this: a reader stumbled. */
  function untype(text) {
    const field = fieldWithFocus();
    const at = field?.selectionStart ?? 0;
    if (text && field?.value.slice(0, at).endsWith(text)) put(field, '', at - text.length, at);
  }

  function pressed(event) {
    if (event.isComposing || event.key === 'Process' || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    clearTimeout(wait);
    const { typed, scanned, taken, kept } = burst.press(event.key, event.timeStamp);
    type(typed);
    if (kept) {
      event.preventDefault(); // others may still hear that somebody is there
      wait = setTimeout(() => type(burst.flush()), WAIT_MS);
    }
    if (scanned) {
      untype(taken);
      told.scanned(scanned);
    }
  }

  addEventListener('keydown', pressed, { capture: true });
  return () => removeEventListener('keydown', pressed, { capture: true });
}

function fieldWithFocus() {
  const field = document.activeElement;
  return field?.matches('input:not([type=checkbox], [type=radio]), textarea') ? field : null;
}

function put(field, text, from, to) {
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
