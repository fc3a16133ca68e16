package yichuang.evaluation.sending;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What only this hall and the other side know: names and their values. It never shows itself in a
 * log or a message.
 */
public final class Secrets {
    /** Who we are to the platform. */
    public static final String APP_MARK = "appMark";

    /** The word that goes with it. */
    public static final String APP_WORD = "appWord";

    /** The platform's SM2 public key: 04 and both coordinates, in hexadecimal. */
    public static final String PLATFORM_KEY = "platformKey";

    /** Our own SM2 private key, in hexadecimal. */
    public static final String OWN_KEY = "ownKey";

    /** For HMACs, as text. */
    public static final String HMAC_KEY = "hmacKey";

    /** 128 bits in hexadecimal. */
    public static final String SM4_KEY = "sm4Key";

    private final Map<String, String> values;

    public Secrets(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("checked at the start: " + name));
    }

    @Override
    public String toString() {
        return "secrets named " + values.keySet();
    }
}
