/**
 * <yc-window>: the console of one window: who is here, what can be done with them, who waits and why. Keyboard first: every act
 * is one key, and what the hall refuses is said with what to do instead.
 */

import { begin } from '../parts/begin.js';
import { divisionOf } from '../parts/division.js';
import '../parts/ease.js';
import '../parts/head.js';
import '../parts/help-line.js';
import { LivePart, html, live, nothing } from '../parts/live-part.js';
import '../parts/note.js';
import { clock } from '../parts/time.js';
import { say } from '../parts/words.js';
import { ACTS, actNamed, actOf, undoable, whyNot } from './acts.js';
import './aid.js';
import './call.js';
import './finish.js';
import { Here } from './here.js';
import './sign-on.js';
import './transfer.js';
import './visitor.js';
import './waiting.js';

const FIELD = 'input:not([type=checkbox]), select, textarea';

class WindowPage extends LivePart {
  static properties = { form: { state: true }, said: { state: true } };

  #here = new Here(decodeURIComponent(location.pathname.split('/').pop()), () => this.requestUpdate());

  constructor() {
    super();
    [this.form, this.said] = ['', ''];
  }

  connectedCallback() {
    super.connectedCallback();
    this.while(this.#here.start());
    this.every(1000, () => this.#here.view && this.requestUpdate());
    const key = (event) => this.#key(event);
    document.addEventListener('keydown', key);
    this.while(() => document.removeEventListener('keydown', key));
    this.addEventListener('wish', ({ detail }) => (detail.why ? this.#note.tell(detail.why) : this.#do(actNamed(detail.name), detail.body)));
    this.addEventListener('leave', () => this.#leave());
  }

  get #note() {
    return this.querySelector('.acts-note');
  }

  #key(event) {
    if (event.key === 'Escape') return this.#leave();
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || event.target.closest(FIELD)) return undefined;
    if (!this.#here.window || (this.form && event.target.closest('.side'))) return undefined;
    const act = actOf(event);
    const key = event.key.toLowerCase();
    if (act) this.#press(act);
    else if (event.key === '?' || event.key === '？') this.#show('aid');
    else if (key === 'e') this.#show('staff');
    else if (key === 'y') this.querySelector('yc-aid').answerFirst();
    else return undefined;
    return event.preventDefault();
  }

  #whyNot(act) {
    if (!live.hall) return say('mark.connecting');
    if (this.#here.act) return say(this.#here.act.away ? 'window.away' : 'window.busy', { act: say(`act.${this.#here.act.name}`) });
    return whyNot(act, this.#here.window, this.#here.view, live.now());
  }

  #press(act) {
    const reason = this.#whyNot(act);
    if (reason) this.#note.tell(reason);
    else if (act.form) this.#show(act.name);
    else if (act.name === 'open' && this.#here.window.state === 'closed' && this.#here.staff.length) this.#show('staff');
    else this.#do(act, act.body ?? {});
  }

  #show(form) {
    this.#note.clear();
    this.form = form;
  }

  /** Back to where the keys work: nothing is focused that would swallow them. */
  #leave() {
    this.form = '';
    this.said = '';
    document.activeElement?.blur();
  }

  async #do(act, body) {
    if (this.#here.act) return;
    const before = this.#here.window.ticket?.number;
    this.#note.clear();
    try {
      const answer = await this.#here.do(act.sends ?? act.name, body);
      this.#leave();
      this.said = answer ? say(`said.${act.name}`, { number: answer.ticket?.number ?? before ?? '' }) : '';
      if (!answer) this.#note.tell(say('window.nobody'));
    } catch (failure) {
      this.#note.show(failure);
    }
  }

  render() {
    const here = this.#here;
    const { window } = here;
    return html`
      <yc-head .title=${window?.name ?? say('window.title', { id: here.id })} .extra=${this.#tools(window)}></yc-head>
      ${live.hall && (here.trouble || !window) ? this.#unknown() : window ? this.#console(window) : html`<main><p class="empty" role="status">${say('loading')}</p></main>`}
      <yc-help-line page="window"></yc-help-line>`;
  }

  #tools(window) {
    const name = this.#here.staff.find((one) => one.id === window?.staff)?.name ?? window?.staff;
    return html`
      <div class="tools">
        ${window ? html`
          <span class="who">${name ?? say('staff.nobody')}</span>
          <button @click=${() => this.#show('staff')}>${say('staff.change')} <kbd>E</kbd></button>
          <button @click=${() => this.#show(this.form === 'aid' ? '' : 'aid')}>${say('aid')} <kbd>?</kbd></button>` : nothing}
        <yc-ease remember></yc-ease>
      </div>`;
  }

  #unknown() {
    const { trouble, id } = this.#here;
    return html`
      <main class="narrow"><section class="card" role="alert">
        <h2>${trouble?.message ?? say('window.unknown', { id })}</h2>
        <p>${trouble?.detail ?? ''}</p>
        <p class="hint">${trouble?.hint ?? say('window.unknown.hint')}</p>
      </section></main>`;
  }

  #console(window) {
    const here = this.#here;
    const callWhy = this.#whyNot(actNamed('call'));
    return html`
      <main class="window-main ${this.form && this.form !== 'aid' ? 'with-form' : ''}">
        <div class="left">
          ${divided(window)}
          <yc-visitor .here=${here} .version=${here.version}></yc-visitor>
          <yc-note class="acts-note"></yc-note>
          ${this.#undo()}
          <div class="acts" role="toolbar" aria-label=${say('window.acts')} aria-busy=${Boolean(here.act)}>${ACTS.map((act) => this.#button(act, window))}</div>
          <p class="sr" role="status">${this.said}</p>
        </div>
        <div class="side">
          <yc-aid .window=${here.id} .asking=${this.form === 'aid'}></yc-aid>
          ${this.#form()}
          <yc-waiting .line=${here.line} .items=${here.items} .groups=${here.groups} .why=${callWhy}></yc-waiting>
        </div>
      </main>`;
  }

  #form() {
    switch (this.form) {
      case 'finish': return html`<yc-finish .here=${this.#here} .version=${this.#here.version}></yc-finish>`;
      case 'transfer': return html`<yc-transfer .here=${this.#here} .version=${this.#here.version}></yc-transfer>`;
      case 'call': return html`<yc-call .here=${this.#here} .version=${this.#here.version}></yc-call>`;
      case 'staff': return html`<yc-sign-on .here=${this.#here} .version=${this.#here.version}></yc-sign-on>`;
      default: return nothing;
    }
  }

  #button(act, window) {
    const reason = this.#whyNot(act);
    const main = act.main?.includes(window.state) ? 'primary' : '';
    const under = this.#here.act?.name === (act.sends ?? act.name) && !act.form;
    return html`
      <button class=${main} data-act=${act.name} aria-disabled=${Boolean(reason)} aria-busy=${under} title=${reason || nothing} aria-keyshortcuts=${act.key.toUpperCase()}
        @click=${() => this.#press(act)}>${say(`act.${act.name}`)} <kbd>${act.key.toUpperCase()}</kbd></button>`;
  }

  /** What undo would take back, counting down; and an act that is slow on its way. */
  #undo() {
    const { act, view } = this.#here;
    if (act?.away) return html`<p class="strip away" role="status">${say('window.away', { act: say(`act.${act.name}`) })}</p>`;
    const last = view ? undoable(view, live.now()) : null;
    return html`<p class="strip">${last ? html`<kbd>U</kbd> ${say('undo.takes', { act: say(`undo.${last.act}`), number: last.number ?? '', s: last.left })}` : nothing}</p>`;
  }
}

/** What the cut of a divided hall means at this window. */
function divided(window) {
  const division = divisionOf(live.hall);
  if (!division) return nothing;
  if (window.cutOff) return html`<div class="note bad" role="status"><strong>${say('window.cutOff')}</strong><p>${say(division.alone ? 'window.cutOff.there' : 'window.cutOff.what')}</p></div>`;
  if (!division.alone) return nothing;
  return html`
    <div class="note alone" role="status">
      <strong>${say('window.alone', { at: clock(Date.parse(division.since)) })}</strong>
      <p>${say('window.alone.can', { letter: division.letter })}</p>
      <p>${say('window.alone.cannot')}</p>
    </div>`;
}

customElements.define('yc-window', WindowPage);
await begin('yc-window');
