/** <yc-enrol>: turns a one-time code into this browser's cookie, then goes to the page it is for. The code comes from /admin. */

import { newKey, post } from '../parts/api.js';
import { begin } from '../parts/begin.js';
import '../parts/ease.js';
import '../parts/help-line.js';
import '../parts/note.js';
import { Part, html } from '../parts/part.js';
import { say } from '../parts/words.js';

const PAGE = /^\/(kiosk|board|manager|guide|devices|admin|window\/[\w-]+)$/; // nowhere else, whatever the address says

class Enrol extends Part {
  #key = newKey(); // the same for every press with the same code

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #enrol(event) {
    event.preventDefault();
    const note = this.querySelector('yc-note');
    note.clear();
    try {
      const token = await post('/api/enrol', { code: event.target.elements.code.value.trim() }, this.#key);
      const asked = PAGE.test(location.pathname) ? location.pathname : new URLSearchParams(location.search).get('to') ?? '';
      location.assign(PAGE.test(asked) && mayOpen(token, asked) ? asked : pageOf(token));
    } catch (failure) {
      note.show(failure);
    }
  }

  render() {
    return html`
      <header class="head"><h1>${say('enrol.title')}</h1><yc-ease></yc-ease></header>
      <main class="enrol-main">
        <form class="card" @submit=${this.#enrol}>
          <p>${say('enrol.why')}</p>
          <label>${say('enrol.code')}
            <input name="code" required autocomplete="off" autocapitalize="off" spellcheck="false"
              .value=${new URLSearchParams(location.search).get('code') ?? ''} @input=${() => (this.#key = newKey())}>
          </label>
          <yc-note></yc-note>
          <button class="primary">${say('enrol.do')}</button>
        </form>
        <yc-help-line page="enrol"></yc-help-line>
      </main>`;
  }
}

function pageOf(token) {
  switch (token.role) {
    case 'kiosk': return '/kiosk';
    case 'window': return token.window ? `/window/${token.window}` : '/board';
    case 'helper': return '/guide';
    case 'admin': return '/admin';
    case 'manager': case 'officer': return '/manager';
    default: return '/board';
  }
}

/** A page that this token is turned away from would ask for a code again. */
function mayOpen(token, page) {
  return page === pageOf(token) || token.role === 'manager' || (page === '/board');
}

customElements.define('yc-enrol', Enrol);
await begin('yc-enrol', { follow: false });
