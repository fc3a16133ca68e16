package yichuang.evaluation.platform;

import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** Encryption under the platform's SM2 public key (GB/T 32918.4). */
final class Sm2Cipher {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ECPublicKeyParameters key;
    private final SM2Engine.Mode mode;

    Sm2Cipher(ECPublicKeyParameters key, Dialect.CipherOrder order) {
        this.key = key;
        this.mode =
                switch (order) {
                    case C1C3C2 -> SM2Engine.Mode.C1C3C2;
                    case C1C2C3 -> SM2Engine.Mode.C1C2C3;
                };
    }

    byte[] encrypt(byte[] plain) {
        SM2Engine engine = new SM2Engine(mode);
        engine.init(true, new ParametersWithRandom(key, RANDOM));
        try {
            return engine.processBlock(plain, 0, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting makes the ciphertext", e);
        }
    }
}
