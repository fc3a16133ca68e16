package yichuang.devices;

import yichuang.hall.Answer;

/** What came of a key. */
public sealed interface Press {
    /** The hall was asked for the rating; this is what it said. */
    record Asked(Answer answer) implements Press {}

    /** Nothing can be rated here just now: the keypad is dark. */
    record Dark(String device) implements Press {}

    /** The keypad has keys 1 to 5 only. */
    record UnknownKey(String key) implements Press {}

    /** There is no such device, or it has no keys. */
    record NoKeypad(String device) implements Press {}

    /** It hangs on another node, which cannot be asked now. */
    record Away(String device, String node) implements Press {}
}
