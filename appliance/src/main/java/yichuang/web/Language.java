package yichuang.web;

import java.util.Locale;
import java.util.Map;

/** The languages the hall speaks. Chinese unless somebody asks for English. */
enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /**
     * {@return the language of an {@code Accept-Language} header; {@code null} means it was absent}
     */
    static Language of(String header) {
        if (header == null) {
            return ZH;
        }
        double zh = weight(header, "zh");
        double en = weight(header, "en");
        return en > zh ? EN : ZH;
    }

    /**
     * The greatest q of the language's ranges (RFC 9110, 12.5.4); of two equal ones Chinese wins
     * unless later.
     */
    private static double weight(String header, String language) {
        double greatest = 0;
        int place = 0;
        for (String range : header.toLowerCase(Locale.ROOT).split(",", 20)) {
            String[] parts = range.trim().split(";", 3);
            if (parts[0].equals(language) || parts[0].startsWith(language + "-")) {
                greatest = Math.max(greatest, quality(parts) - place * 1e-6);
            }
            place++;
        }
        return greatest;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            if (part.trim().startsWith("q=")) {
                try {
                    return Double.parseDouble(part.trim().substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    String code() {
        return code;
    }

    String sentence(String key, Map<String, Object> facts) {
        return switch (this) {
            case ZH -> Words.CHINESE.sentence(key, facts);
            case EN -> Words.ENGLISH.sentence(key, facts);
        };
    }
}
