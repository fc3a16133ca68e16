package yichuang.evaluation.platform;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import yichuang.evaluation.sending.Secrets;

/** Closes messages as the dialect says. */
@FunctionalInterface
interface Sealing {
    int SM4_BYTES = 16;

    byte[] seal(byte[] text);

    /**
     * {@return the sealing of a dialect; none is asked of it when the dialect has none}
     *
     * @throws IllegalArgumentException when a key is none
     */
    static Sealing of(Dialect dialect, Secrets secrets) {
        return switch (dialect.seal()) {
            case SM2_CIPHER ->
                    new Sm2Cipher(
                                    Sm2Keys.publicKey(secrets.get(Secrets.PLATFORM_KEY)),
                                    dialect.order())
                            ::encrypt;
            case SM4_ECB -> {
                KeyParameter key = sm4(secrets);
                yield text -> padded(new PaddedBufferedBlockCipher(new SM4Engine()), key, text);
            }
            case SM4_CBC -> {
                KeyParameter key = sm4(secrets);
                SecureRandom random = new SecureRandom();
                yield text -> {
                    byte[] first = new byte[SM4_BYTES];
                    random.nextBytes(first);
                    byte[] rest =
                            padded(
                                    new PaddedBufferedBlockCipher(
                                            CBCBlockCipher.newInstance(new SM4Engine())),
                                    new ParametersWithIV(key, first),
                                    text);
                    byte[] both = Arrays.copyOf(first, first.length + rest.length);
                    System.arraycopy(rest, 0, both, first.length, rest.length);
                    return both;
                };
            }
            case NONE -> text -> text;
        };
    }

    private static KeyParameter sm4(Secrets secrets) {
        byte[] key = HexFormat.of().parseHex(secrets.get(Secrets.SM4_KEY));
        if (key.length != SM4_BYTES) {
            throw new IllegalArgumentException("an SM4 key has 16 bytes");
        }
        return new KeyParameter(key);
    }

    private static byte[] padded(
            PaddedBufferedBlockCipher cipher, CipherParameters key, byte[] text) {
        cipher.init(true, key);
        byte[] out = new byte[cipher.getOutputSize(text.length)];
        int length = cipher.processBytes(text, 0, text.length, out, 0);
        try {
            length += cipher.doFinal(out, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting makes the ciphertext", e);
        }
        return Arrays.copyOf(out, length);
    }
}
