/**
 * <yc-ease>: the page made easier to read: large type, high contrast, the other language. Kept in this browser for staff
 * (`remember`); the kiosk calls plainAgain() when a person has left. The address may ask as well: ?size=large&contrast=high.
 *
 * @property {boolean} remember keeps the choice in this browser
 */

import { Part, html } from './part.js';
import { languageNow, say, useLanguage } from './words.js';

const KEPT = 'yichuang-ease';
const root = document.documentElement;

/** How a page looks when nobody asked for anything else. */
export async function plainAgain() {
  delete root.dataset.size;
  delete root.dataset.contrast;
  if (languageNow() !== 'zh') await useLanguage('zh');
}

function asked() {
  const address = new URLSearchParams(location.search);
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  return { size: address.get('size') ?? kept.size, contrast: address.get('contrast') ?? kept.contrast };
}

class Ease extends Part {
  static properties = { remember: { type: Boolean } };

  connectedCallback() {
    super.connectedCallback();
    Object.entries(asked()).forEach(([name, value]) => value && (root.dataset[name] = value));
  }

  #turn(name, value) {
    if (root.dataset[name] === value) delete root.dataset[name];
    else root.dataset[name] = value;
    if (this.remember) localStorage.setItem(KEPT, JSON.stringify({ ...root.dataset }));
    this.requestUpdate();
  }

  render() {
    const other = languageNow() === 'zh' ? 'en' : 'zh';
    return html`
      <div class="ease" role="group" aria-label=${say('ease')}>
        <button aria-pressed=${root.dataset.size === 'large'} @click=${() => this.#turn('size', 'large')}>${say('ease.large')}</button>
        <button aria-pressed=${root.dataset.contrast === 'high'} @click=${() => this.#turn('contrast', 'high')}>${say('ease.contrast')}</button>
        <button lang=${other} @click=${() => useLanguage(other)}>${other === 'en' ? 'English' : '中文'}</button>
      </div>`;
  }
}

customElements.define('yc-ease', Ease);
