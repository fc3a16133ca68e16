// The browser's own voice. It says one sentence at a time, knows whether it may (a browser wants one touch first, unless it was
// started with --autoplay-policy=no-user-gesture-required), and whether this machine has a Chinese voice at all: Debian's Chromium
// finds none without --enable-speech-dispatcher.

const LOST_MS = 15_000; // a sentence whose end the browser forgot to tell
const CHINESE = /^(zh|cmn)\b/i;
const ENGLISH = /^en\b/i;

export class Speech {
  /** 'unknown' until the first try; then 'ready', 'touch' or 'no-voice'. */
  state = 'unknown';
  #engine = globalThis.speechSynthesis;
  #voices = new Map(); // pattern of a language → its voice; speech-dispatcher lists thousands, so they are looked through once
  #told;

  /** @param {() => void} told after the state changed */
  constructor(told) {
    this.#told = told;
  }

  /** Finds out what this browser can do, now and whenever voices come or somebody touches the screen; gives back how to stop. */
  start() {
    const again = () => this.#tryOut();
    const voices = () => {
      this.#voices.clear();
      again();
    };
    this.#engine?.addEventListener('voiceschanged', voices);
    addEventListener('pointerdown', again);
    addEventListener('keydown', again);
    again();
    return () => {
      this.#engine?.removeEventListener('voiceschanged', voices);
      removeEventListener('pointerdown', again);
      removeEventListener('keydown', again);
      this.#engine?.cancel();
    };
  }

  async #tryOut() {
    if (this.state === 'ready') return;
    if (!this.#voice(CHINESE)) this.#be('no-voice');
    else await this.#utter('。', CHINESE, 0);
  }

  /** Says it; ends when it was said, or could not be. */
  async say(text, language) {
    await this.#utter(text, language === 'en' ? ENGLISH : CHINESE, 1);
  }

  #voice(of) {
    if (this.#voices.has(of)) return this.#voices.get(of);
    const found = this.#engine?.getVoices().find(({ lang }) => of.test(lang)) ?? null;
    if (found) this.#voices.set(of, found);
    return found;
  }

  #utter(text, of, volume) {
    return new Promise((done) => {
      const one = Object.assign(new SpeechSynthesisUtterance(text), { voice: this.#voice(of), lang: of === ENGLISH ? 'en-GB' : 'zh-CN', rate: 0.9, volume });
      const lost = setTimeout(() => {
        this.#engine.cancel();
        done();
      }, LOST_MS);
      one.onstart = () => this.#be('ready');
      const end = (state) => {
        clearTimeout(lost);
        if (state) this.#be(state);
        done();
      };
      one.onend = () => end('ready');
      one.onerror = ({ error }) => end(error === 'not-allowed' ? 'touch' : null);
      this.#engine.speak(one);
    });
  }

  #be(state) {
    if (this.state === state) return;
    this.state = state;
    this.#told();
  }
}
