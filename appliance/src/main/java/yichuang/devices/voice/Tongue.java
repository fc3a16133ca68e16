package yichuang.devices.voice;

/**
 * Which of espeak-ng's voices speaks a sentence.
 *
 * <p>Mandarin is {@code cmn-latn-pinyin} and not {@code cmn}: with version 1.51, which Debian 12
 * has, {@code cmn} looks up the pinyin of a character and then reads it out as English, "qing
 * three" for 请 (espeak-ng issue 1236).
 */
enum Tongue {
    MANDARIN("cmn-latn-pinyin"),
    ENGLISH("en-gb");

    private final String voice;

    Tongue(String voice) {
        this.voice = voice;
    }

    String voice() {
        return voice;
    }

    static Tongue of(String sentence) {
        boolean chinese =
                sentence.codePoints()
                        .anyMatch(
                                each ->
                                        Character.UnicodeScript.of(each)
                                                == Character.UnicodeScript.HAN);
        return chinese ? MANDARIN : ENGLISH;
    }
}
