package yichuang.devices.driver;

import java.util.List;

/**
 * One setting that a driver or bus takes.
 *
 * @param chinese what to give, as the end of a sentence, for instance {@code 总线上的地址，1 到 32}
 */
public record Field(String key, Form form, boolean required, String chinese, String english) {
    /** What a setting must look like. */
    public sealed interface Form {}

    /** Words that fit the whole pattern. */
    public record Words(String pattern) implements Form {}

    /** A whole number. */
    public record Whole(int min, int max) implements Form {}

    /** {@code true} or {@code false}. */
    public record Flag() implements Form {}

    public record OneOf(List<String> words) implements Form {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** The id of a bus of one of these kinds. */
    public record OfBus(List<String> kinds) implements Form {
        public OfBus {
            kinds = List.copyOf(kinds);
        }
    }

    /** A list of whole numbers, none twice. */
    public record Wholes(int min, int max, int countMin, int countMax) implements Form {}

    /** A list of words that each fit the whole pattern. */
    public record Texts(String pattern, int countMin, int countMax) implements Form {}

    public static Field required(String key, Form form, String chinese, String english) {
        return new Field(key, form, true, chinese, english);
    }

    public static Field optional(String key, Form form, String chinese, String english) {
        return new Field(key, form, false, chinese, english);
    }

    /** A GPIO pin of the 40-pin header, by its BCM number 0–27. */
    public static Form pin() {
        return new Whole(0, Claim.PIN_MAX);
    }
}
