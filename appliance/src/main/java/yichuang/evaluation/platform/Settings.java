package yichuang.evaluation.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import yichuang.evaluation.sending.Secrets;

/**
 * A hall's platform.
 *
 * @param url the dialect's paths come after it; no slash at its end
 * @param most messages in one request, at most those of the dialect
 * @param undo how long a window may take back a finish; nothing is sent before
 * @param eraseAfter names and numbers are erased so long after the platform has had them
 */
public record Settings(
        Dialect dialect,
        URI url,
        Secrets secrets,
        int most,
        District district,
        Duration undo,
        Duration eraseAfter) {
    private static final byte[] TRIED = "1".getBytes(StandardCharsets.US_ASCII);

    /** {@return names of the secrets that a dialect asks for} */
    public static Set<String> secretsOf(Dialect dialect) {
        Set<String> names = new TreeSet<>();
        names.add(Secrets.APP_MARK);
        if (dialect.signText().names().contains(Secrets.APP_WORD)) {
            names.add(Secrets.APP_WORD);
        }
        switch (dialect.sign()) {
            case SM2 -> names.add(Secrets.OWN_KEY);
            case SM2_CIPHER -> names.add(Secrets.PLATFORM_KEY);
            case SM3_HMAC, HMAC_SHA256 -> names.add(Secrets.HMAC_KEY);
        }
        switch (dialect.seal()) {
            case SM2_CIPHER -> names.add(Secrets.PLATFORM_KEY);
            case SM4_ECB, SM4_CBC -> names.add(Secrets.SM4_KEY);
            case NONE -> {}
        }
        return names;
    }

    /** {@return whether each key is one: a point of the curve, of the right length} */
    public static boolean fits(Dialect dialect, Secrets secrets) {
        try {
            byte[] signed = Signing.of(dialect, secrets).sign(TRIED);
            byte[] sealed = Sealing.of(dialect, secrets).seal(TRIED);
            return signed.length > 0 && sealed.length > 0;
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }
}
