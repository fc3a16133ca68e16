package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures and ciphers, against the standards' own examples or opened again. */
class CryptoTest {
    private static final byte[] TEXT = "一窗".getBytes(StandardCharsets.UTF_8);

    @TempDir Path dir;

    private Settings with(String sign, String seal) throws Exception {
        String shandong = Files.readString(Dialects.SHIPPED.resolve("shandong.yaml"));
        String changed =
                shandong.replaceFirst(
                                "(?m)^sign:.*$",
                                "sign: {method: " + sign + ", text: \"\\${time}\", as: hex}")
                        .replaceFirst("(?m)^seal:.*$", "seal: {method: " + seal + "}");
        Path file = dir.resolve("changed.yaml");
        Files.writeString(file, changed);
        return Dialects.of(dir.resolve("hall"), file, TestKeys.secrets());
    }

    private static Signing signing(Settings settings) {
        return Signing.of(settings.dialect(), settings.secrets());
    }

    private static Sealing sealing(Settings settings) {
        return Sealing.of(settings.dialect(), settings.secrets());
    }

    @Test
    void a_signature_with_our_key_is_one_to_who_has_the_public_half() throws Exception {
        byte[] signature = signing(with("sm2", "none")).sign(TEXT);
        SM2Signer verifier = new SM2Signer();
        verifier.init(false, Sm2Keys.publicKey(TestKeys.publicKey(3)));
        verifier.update(TEXT, 0, TEXT.length);
        assertTrue(verifier.verifySignature(signature));
    }

    @Test
    void only_the_platform_opens_what_is_closed_under_its_key() throws Exception {
        Settings settings = with("sm2-cipher", "sm2-cipher");
        assertArrayEquals(
                TEXT, TestKeys.opened(sealing(settings).seal(TEXT), SM2Engine.Mode.C1C3C2));
        assertArrayEquals(
                TEXT, TestKeys.opened(signing(settings).sign(TEXT), SM2Engine.Mode.C1C3C2));
    }

    /** RFC 2104 over SHA-256: computed with openssl dgst -sha256 -hmac key. */
    @Test
    void hmac_sha256_is_the_one_everybody_computes() throws Exception {
        byte[] text =
                "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                HexFormat.of().formatHex(signing(with("hmac-sha256", "none")).sign(text)));
    }

    @Test
    void hmac_sm3_signs_the_same_text_the_same_way_and_another_otherwise() throws Exception {
        Signing signing = signing(with("sm3-hmac", "none"));
        String first = HexFormat.of().formatHex(signing.sign(TEXT));
        assertEquals(64, first.length());
        assertEquals(first, HexFormat.of().formatHex(signing.sign(TEXT)));
        assertFalse(first.equals(HexFormat.of().formatHex(signing.sign(new byte[] {1}))));
    }

    /** GB/T 32907-2016, appendix A.1: the key is its own first block. */
    @Test
    void sm4_is_the_standard_s() throws Exception {
        byte[] block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        byte[] sealed = sealing(with("hmac-sha256", "sm4-ecb")).seal(block);
        assertEquals(
                "681edf34d206965e86b3e94f536e4246",
                HexFormat.of().formatHex(sealed, 0, Sealing.SM4_BYTES));
        assertEquals(2 * Sealing.SM4_BYTES, sealed.length);
    }

    @Test
    void a_fresh_block_goes_before_what_sm4_closes_in_a_chain() throws Exception {
        Sealing sealing = sealing(with("hmac-sha256", "sm4-cbc"));
        byte[] once = sealing.seal(TEXT);
        assertEquals(2 * Sealing.SM4_BYTES, once.length);
        assertFalse(
                HexFormat.of()
                        .formatHex(once)
                        .equals(HexFormat.of().formatHex(sealing.seal(TEXT))));
    }

    @Test
    void secrets_never_show_themselves() {
        Settings settings = Dialects.shipped(dir, "shandong");
        assertFalse(settings.toString().contains("word"), settings.toString());
        assertFalse(settings.toString().contains(TestKeys.publicKey(2)));
    }
}
