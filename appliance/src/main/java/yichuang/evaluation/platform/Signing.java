package yichuang.evaluation.platform;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import yichuang.evaluation.sending.Secrets;

/** Signs requests as the dialect says. */
@FunctionalInterface
interface Signing {
    byte[] sign(byte[] text);

    /**
     * {@return the signing of a dialect}
     *
     * @throws IllegalArgumentException when a key is none
     */
    static Signing of(Dialect dialect, Secrets secrets) {
        return switch (dialect.sign()) {
            case SM2 -> {
                var key = Sm2Keys.privateKey(secrets.get(Secrets.OWN_KEY));
                SecureRandom random = new SecureRandom();
                yield text -> {
                    SM2Signer signer = new SM2Signer();
                    signer.init(true, new ParametersWithRandom(key, random));
                    signer.update(text, 0, text.length);
                    try {
                        return signer.generateSignature();
                    } catch (CryptoException e) {
                        throw new IllegalStateException("a private key signs", e);
                    }
                };
            }
            case SM2_CIPHER -> {
                var key = Sm2Keys.publicKey(secrets.get(Secrets.PLATFORM_KEY));
                yield new Sm2Cipher(key, dialect.order())::encrypt;
            }
            case SM3_HMAC -> hmac(secrets, new SM3Digest());
            case HMAC_SHA256 -> hmac(secrets, SHA256Digest.newInstance());
        };
    }

    /** Only the sender's one thread signs, so the digest may be kept. */
    private static Signing hmac(Secrets secrets, Digest digest) {
        HMac mac = new HMac(digest);
        byte[] key = secrets.get(Secrets.HMAC_KEY).getBytes(StandardCharsets.UTF_8);
        return text -> {
            mac.init(new KeyParameter(key));
            mac.update(text, 0, text.length);
            byte[] sum = new byte[mac.getMacSize()];
            int unused = mac.doFinal(sum, 0);
            return sum;
        };
    }
}
