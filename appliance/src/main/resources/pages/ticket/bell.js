// "Called now", for a phone in a hand or in a pocket: it vibrates, rings and flashes the title. A browser rings only after a
// touch on the page, so the person is asked for one; and it stays awake only while it may.

const RINGS = 3;
const FLASH_MS = 1_000;

export class Bell {
  #audio = null;
  #flash = null;

  get armed() {
    return this.#audio !== null;
  }

  /** In a touch: from now on it may ring, and the screen stays on. */
  async arm() {
    this.#audio = new AudioContext();
    await this.#audio.resume();
    this.#tone(this.#audio.currentTime, 0.08); // so the person hears what will ring
    const awake = () => navigator.wakeLock?.request('screen').catch(() => {});
    awake();
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && awake());
  }

  ring(title) {
    navigator.vibrate?.([600, 200, 600, 200, 600]);
    for (let i = 0; this.#audio && i < RINGS; i += 1) {
      this.#tone(this.#audio.currentTime + i * 0.7, 0.35);
    }
    const plain = document.title;
    let on = false;
    this.hush();
    this.#flash = setInterval(() => {
      on = !on;
      document.title = on ? title : plain;
    }, FLASH_MS);
  }

  /** No longer called. */
  hush() {
    clearInterval(this.#flash);
    navigator.vibrate?.(0);
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
