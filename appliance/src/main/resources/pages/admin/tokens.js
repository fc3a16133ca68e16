/** <yc-tokens>: the credentials there are, never their secrets; each can be revoked. Method: look(). */

import { get, remove } from '../parts/api.js';
import { Part, html, nothing } from '../parts/part.js';
import { say } from '../parts/words.js';

const COLUMNS = ['id', 'role', 'for', 'label', 'granted'];

class Tokens extends Part {
  static properties = { tokens: { state: true }, sure: { state: true } };

  constructor() {
    super();
    this.tokens = null;
    this.sure = null;
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
      <div class="table" tabindex="0" role="region" aria-label=${say('admin.tokens')}>
        ${this.tokens === null ? html`<p class="empty">${say('loading')}</p>` : html`
          <table>
            <thead><tr>${COLUMNS.map((name) => html`<th>${say(`admin.token.${name}`)}</th>`)}<td></td></tr></thead>
            <tbody>${this.tokens.map((token) => this.#row(token))}</tbody>
          </table>`}
      </div>`;
  }

  #row(token) {
    return html`
      <tr>
        <td>${token.id}</td>
        <td>${say(`role.${token.role}`)}</td>
        <td>${token.window ?? token.device ?? ''}</td>
        <td>${token.label ?? ''}${token.browser ? html`<span class="tag ok">${say('admin.browser')}</span>` : nothing}</td>
        <td>${(token.grantedAt ?? '').slice(0, 16).replace('T', ' ')}</td>
        <td><button class="danger" @click=${() => this.#revoke(token)}>
          ${say(this.sure === token.id ? 'admin.revoke.sure' : 'admin.revoke')}</button></td>
      </tr>`;
  }
}

customElements.define('yc-tokens', Tokens);
