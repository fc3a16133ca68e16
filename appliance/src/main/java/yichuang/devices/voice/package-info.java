/**
 * Calls spoken by espeak-ng 语音播报: Mandarin twice, then English for who asked for it. {@code
 * EspeakSpeaker} makes one wave file of a call and plays it; that no two overlap is the queue of
 * the speaker's line, and that no two speakers are one sound card is checked with the devices file.
 *
 * <p>The ugly cases: espeak-ng or the player is not installed (NOT_INSTALLED, seen at the first
 * check), no sound card, a player that hangs, a full disk.
 */
package yichuang.devices.voice;
