package yichuang.devices;

import java.util.ArrayList;
import java.util.List;

/** How a call is spoken 叫号. Never a name: the number, and where to go. */
final class CallText {
    private static final int TIMES = 2;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private CallText() {}

    /** {@return the sentences of one call: Chinese twice, then English twice for who reads it} */
    static List<String> sentences(
            String number, String windowName, String windowId, String language) {
        List<String> sentences = new ArrayList<>();
        String chinese =
                DeviceWords.CHINESE.say("call.say", spelled(number), spokenName(windowName));
        for (int i = 0; i < TIMES; i++) {
            sentences.add(chinese);
        }
        if (DeviceWords.wantsEnglish(language)) {
            String english =
                    DeviceWords.ENGLISH.say(
                            "call.say", String.join(" ", number.split("")), "window " + windowId);
            for (int i = 0; i < TIMES; i++) {
                sentences.add(english);
            }
        }
        return sentences;
    }

    /** {@code A0012} → {@code A 零 零 一 二 号}: one by one, so that nobody hears twelve for twenty. */
    private static String spelled(String number) {
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char each = number.charAt(i);
            spoken.append(Character.isDigit(each) ? DIGITS.charAt(each - '0') : each).append(' ');
        }
        return spoken.append('号').toString();
    }

    /** {@code 31号出件窗口} → {@code 三十一 号出件窗口}: a window's number is a number. */
    private static String spokenName(String windowName) {
        int digits = 0;
        while (digits < windowName.length() && Character.isDigit(windowName.charAt(digits))) {
            digits++;
        }
        String rest = windowName.substring(digits);
        return digits == 0 ? rest : counted(windowName.substring(0, digits)) + " " + rest;
    }

    private static String counted(String digits) {
        int value = digits.length() < 3 ? Integer.parseInt(digits) : HUNDRED;
        if (value >= HUNDRED) {
            StringBuilder each = new StringBuilder();
            digits.chars().forEach(digit -> each.append(DIGITS.charAt(digit - '0')));
            return each.toString();
        }
        if (value < TEN) {
            return String.valueOf(DIGITS.charAt(value));
        }
        String tens = value < 2 * TEN ? "" : String.valueOf(DIGITS.charAt(value / TEN));
        String ones = value % TEN == 0 ? "" : String.valueOf(DIGITS.charAt(value % TEN));
        return tens + "十" + ones;
    }
}
