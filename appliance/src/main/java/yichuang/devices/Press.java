package yichuang.devices;

import yichuang.hall.Answer;

/** What came of a key. */
public sealed interface Press {
    /** The hall was asked for the rating; this is what it said. */
    record Asked(Answer answer) implements Press {}

    /** The next was asked for, and nobody waits for this window. */
    record NobodyWaits() implements Press {}

    /** Nothing can be rated here just now: the keypad is dark. */
    record Dark(String device) implements Press {}

    /** The device has no such key. */
    record UnknownKey(String key) implements Press {}

    /** There is no such device, or it has no keys. */
    record NoKeypad(String device) implements Press {}

    /** It hangs on another node, which cannot be asked now. */
    record Away(String device, String node) implements Press {}
}
