// "Called now", for a phone in a hand or in a pocket: it vibrates, rings and flashes the title. A browser rings only after a
// touch on the page, so the person is asked for one; and it stays awake only while it may.

const RINGS = 3;
const FLASH_MS = 1_000;

export class Bell {
  #audio = null;
  #flash = null;
  #plainTitle = '';

  get armed() {
    return this.#audio !== null;
  }

  /** In a touch: from now on it may ring, and the screen stays on. */
  async arm() {
    this.#audio = new AudioContext();
    await this.#audio.resume();
    const awake = () => navigator.wakeLock?.request('screen').catch(() => {});
    awake();
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && awake());
  }

  /** So that a person hears what will ring. */
  sample() {
    this.#tone(this.#audio.currentTime, 0.08);
  }

  ring(title) {
    this.hush();
    // Before the first touch a browser refuses to vibrate, and says so in its console.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([600, 200, 600, 200, 600]);
    for (let i = 0; this.#audio && i < RINGS; i += 1) {
      this.#tone(this.#audio.currentTime + i * 0.7, 0.35);
    }
    this.#plainTitle = document.title;
    let on = false;
    this.#flash = setInterval(() => {
      on = !on;
      document.title = on ? title : this.#plainTitle;
    }, FLASH_MS);
  }

  /** No longer called. */
  hush() {
    if (this.#flash === null) return;
    clearInterval(this.#flash);
    [this.#flash, document.title] = [null, this.#plainTitle];
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(0);
  }

  #tone(at, seconds) {
    const tone = this.#audio.createOscillator();
    const volume = this.#audio.createGain();
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.4, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
  }
}
