/**
 * <yc-tokens>: the credentials there are, newest first, never their secrets; each can be revoked. A hall has a hundred of them after
 * some years, so a word finds the one whose browser was lost. Method: look().
 */

import { get, remove } from '../parts/api.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

const LISTED_MAX = 200;
const COLUMNS = ['id', 'role', 'for', 'label', 'granted'];

class Tokens extends Part {
  static properties = { tokens: { state: true }, sure: { state: true }, wanted: { state: true } };

  constructor() {
    super();
    this.tokens = null;
    this.sure = null; // whose revocation was pressed once
    this.wanted = '';
  }

  firstUpdated() {
    this.look();
  }

  async look() {
    try {
      this.tokens = (await get('/api/tokens')).tokens;
      this.querySelector('yc-note').clear();
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  /** Asked twice: whoever holds it is locked out at once. */
  async #revoke(token) {
    if (this.sure !== token.id) {
      this.sure = token.id;
      return;
    }
    try {
      await remove(`/api/tokens/${encodeURIComponent(token.id)}`);
      await this.look();
    } catch (failure) {
      this.querySelector('yc-note').show(failure);
    }
  }

  render() {
    return html`
      <h2>${say('admin.tokens')}</h2>
      <yc-note></yc-note>
      ${this.tokens === null ? html`<p class="empty">${say('loading')}</p>` : this.#list()}`;
  }

  #list() {
    const found = this.tokens.filter((token) => wordsOf(token).includes(this.wanted.trim().toLowerCase()));
    found.sort((a, b) => (b.grantedAt ?? '').localeCompare(a.grantedAt ?? ''));
    return html`
      <label>${say('admin.find')} <input type="search" autocomplete="off" @input=${({ target }) => (this.wanted = target.value)}></label>
      <p role="status">${say('admin.found', { n: found.length, all: this.tokens.length })}${found.length > LISTED_MAX ? say('admin.found.first', { n: LISTED_MAX }) : ''}</p>
      <table class="tokens">
        <thead><tr>${COLUMNS.map((name) => html`<th scope="col">${say(`admin.token.${name}`)}</th>`)}<td></td></tr></thead>
        <tbody>${found.slice(0, LISTED_MAX).map((token) => this.#row(token))}</tbody>
      </table>`;
  }

  #row(token) {
    return html`
      <tr>
        <td>${token.id}</td>
        <td>${say(`role.${token.role}`)}</td>
        <td>${token.window ?? token.device ?? ''}</td>
        <td>${token.label ?? ''}${token.browser ? html`<span class="tag ok">${say('admin.browser')}</span>` : nothing}</td>
        <td>${(token.grantedAt ?? '').slice(0, 16).replace('T', ' ')}</td>
        <td><button class="danger" @click=${() => this.#revoke(token)} @blur=${() => (this.sure = null)}>
          ${say(this.sure === token.id ? 'admin.revoke.sure' : 'admin.revoke')}</button></td>
      </tr>`;
  }
}

/** All that is shown of a token, to be searched. */
function wordsOf(token) {
  return [token.id, say(`role.${token.role}`), token.window, token.device, token.label].filter(Boolean).join(' ').toLowerCase();
}

customElements.define('yc-tokens', Tokens);
