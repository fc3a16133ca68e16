/** <yc-report>: the day report as CSV, of today as it stands or of a day that is over. Which days there are, the hall knows. */

import { Problem } from '../parts/api.js';
import { LivePart, html, live } from '../parts/live-part.js';
import '../parts/note.js';
import { day } from '../parts/time.js';
import { say } from '../parts/words.js';

class Report extends LivePart {
  async #fetch(date) {
    const note = this.querySelector('yc-note');
    if (!live.online) {
      note.warn(say('manager.offline'));
      return;
    }
    note.clear();
    try {
      const response = await fetch(`/api/reports/day/${date}.csv`, { headers: { 'Accept-Language': document.documentElement.lang } });
      if (!response.ok) throw new Problem(response.status, await response.json());
      save(await response.blob(), `${date}.csv`);
    } catch (failure) {
      note.show(failure);
    }
  }

  #chosen(event) {
    event.preventDefault();
    this.#fetch(event.target.elements.date.value);
  }

  render() {
    const today = live.hall.day;
    return html`
      <h2>${say('manager.report')}</h2>
      <yc-note></yc-note>
      <form class="row" @submit=${this.#chosen}>
        ${today ? html`<button type="button" aria-disabled=${!live.online} @click=${() => this.#fetch(today)}>${say('manager.report.today')}</button>` : ''}
        <label class="grow">${say('manager.report.day')} <input type="date" name="date" required max=${day(live.now())}></label>
        <button aria-disabled=${!live.online}>${say('manager.report.do')}</button>
      </form>`;
  }
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

customElements.define('yc-report', Report);
