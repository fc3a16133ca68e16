package yichuang.dispatch;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every number of a policy must keep; the message names the setting and its value. */
final class Settings {
    static final double RATE_MAX = 100;
    static final int MINUTES_MAX = 600;
    static final int SHARE_MAX = 20;

    private Settings() {}

    static void within(String what, double value, double least, double most) {
        // Written so that NaN is outside.
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " is from " + least + " to " + most + ": " + value);
        }
    }

    static void minutes(String what, Duration value, int least) {
        within(what + " minutes", (double) value.toMinutes(), least, MINUTES_MAX);
    }

    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** {@return the value in whole thousandths} */
    static long thousandths(double value) {
        return Math.round(value * 1000);
    }
}
