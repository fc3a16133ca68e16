package standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Checks who sent a request and when, and opens what it carries. */
final class Locks {
    private static final Duration APART_MAX = Duration.ofMinutes(5);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BLOCK = 16;

    private final Envelope dialect;
    private final Keys keys;

    Locks(Envelope dialect, Keys keys) {
        this.dialect = dialect;
        this.keys = keys;
    }

    /** Refuses who is not the hall, and what was made minutes ago. */
    void admit(Map<String, String> values, Instant now) throws Refusal {
        if (!keys.appMark().equals(values.get("appMark"))) {
            throw new Refusal("应用标识不存在");
        }
        String text = dialect.text("sign", "text");
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replace("${" + each.getKey() + "}", each.getValue());
        }
        text = text.replace("${appWord}", keys.appWord());
        if (!signed(
                bytes(values.getOrDefault("sign", ""), dialect.text("sign", "as")),
                text.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal("签名错误");
        }
        Instant made;
        try {
            made =
                    LocalDateTime.parse(
                                    values.getOrDefault("time", ""),
                                    DateTimeFormatter.ofPattern(dialect.text("request", "time")))
                            .atZone(ZONE)
                            .toInstant();
        } catch (DateTimeException notOne) {
            throw new Refusal("时间戳格式错误");
        }
        if (Duration.between(made, now).abs().compareTo(APART_MAX) > 0) {
            throw new Refusal("时间戳超出允许范围");
        }
    }

    private boolean signed(byte[] sign, byte[] text) throws Refusal {
        return switch (dialect.text("sign", "method")) {
            case "sm2" -> {
                SM2Signer signer = new SM2Signer();
                signer.init(false, keys.halls());
                signer.update(text, 0, text.length);
                yield signer.verifySignature(sign);
            }
            case "sm2-cipher" -> MessageDigest.isEqual(text, decrypted(sign));
            case "sm3-hmac" -> MessageDigest.isEqual(hmac(new SM3Digest(), text), sign);
            case "hmac-sha256" ->
                    MessageDigest.isEqual(hmac(SHA256Digest.newInstance(), text), sign);
            default -> throw new IllegalStateException("no such signature");
        };
    }

    private byte[] hmac(Digest digest, byte[] text) {
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(keys.hmacKey().getBytes(StandardCharsets.UTF_8)));
        mac.update(text, 0, text.length);
        byte[] sum = new byte[mac.getMacSize()];
        mac.doFinal(sum, 0);
        return sum;
    }

    private byte[] decrypted(byte[] cipher) throws Refusal {
        SM2Engine engine =
                new SM2Engine(
                        SM2Engine.Mode.valueOf(dialect.text("seal", "order", "C1C3C2")));
        engine.init(false, keys.own());
        try {
            return engine.processBlock(cipher, 0, cipher.length);
        } catch (InvalidCipherTextException | RuntimeException damaged) {
            throw new Refusal("签名错误：解密失败");
        }
    }

    /** {@return the messages as text} */
    String opened(String data) throws Refusal {
        String method = dialect.text("seal", "method");
        if (method.equals("none")) {
            return data;
        }
        byte[] closed = bytes(data, dialect.text("seal", "as", "hex"));
        byte[] open =
                switch (method) {
                    case "sm2-cipher" -> decrypted(closed);
                    case "sm4-ecb" ->
                            padded(
                                    new PaddedBufferedBlockCipher(new SM4Engine()),
                                    new KeyParameter(keys.sm4Key()),
                                    closed);
                    case "sm4-cbc" -> chained(closed);
                    default -> throw new IllegalStateException("no such cipher");
                };
        return new String(open, StandardCharsets.UTF_8);
    }

    private byte[] chained(byte[] closed) throws Refusal {
        if (closed.length < 2 * BLOCK) {
            throw new Refusal("密文不完整");
        }
        return padded(
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine())),
                new ParametersWithIV(
                        new KeyParameter(keys.sm4Key()), Arrays.copyOf(closed, BLOCK)),
                Arrays.copyOfRange(closed, BLOCK, closed.length));
    }

    private static byte[] padded(
            PaddedBufferedBlockCipher cipher, CipherParameters key, byte[] closed) throws Refusal {
        cipher.init(false, key);
        byte[] out = new byte[cipher.getOutputSize(closed.length)];
        int length = cipher.processBytes(closed, 0, closed.length, out, 0);
        try {
            return Arrays.copyOf(out, length + cipher.doFinal(out, length));
        } catch (InvalidCipherTextException | RuntimeException damaged) {
            throw new Refusal("解密失败");
        }
    }

    private static byte[] bytes(String text, String form) throws Refusal {
        try {
            return form.equals("hex")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal("签名错误：编码不合法");
        }
    }
}
