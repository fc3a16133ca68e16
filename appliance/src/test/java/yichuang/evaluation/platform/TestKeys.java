package yichuang.evaluation.platform;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;

/** Keys that are good for nothing but tests: the platform's private key is 2, ours 3. */
final class TestKeys {
    private static final String TWO = "00".repeat(31) + "02";
    static final String OURS = "00".repeat(31) + "03";

    private TestKeys() {}

    static String secrets() {
        return "appMark = zichuan\nappWord = word\nplatformKey = "
                + publicKey(2)
                + "\nownKey = "
                + OURS
                + "\nhmacKey = key\nsm4Key = 0123456789abcdeffedcba9876543210\n";
    }

    static String publicKey(long secret) {
        return HexFormat.of()
                .formatHex(
                        CustomNamedCurves.getByName("sm2p256v1")
                                .getG()
                                .multiply(BigInteger.valueOf(secret))
                                .getEncoded(false));
    }

    /** As the platform opens what was closed under its key. */
    static byte[] opened(byte[] closed, SM2Engine.Mode mode) {
        SM2Engine engine = new SM2Engine(mode);
        engine.init(false, Sm2Keys.privateKey(TWO));
        try {
            return engine.processBlock(closed, 0, closed.length);
        } catch (InvalidCipherTextException e) {
            throw new AssertionError("not under the platform's key", e);
        }
    }
}
