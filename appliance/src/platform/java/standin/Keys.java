package standin;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * The secrets of a hall and its platform, made at the first start: {@code platform.keys} is the
 * platform's half, {@code hall.secrets} what it would hand to the district on paper.
 */
record Keys(
        String appMark,
        String appWord,
        String hmacKey,
        byte[] sm4Key,
        ECPrivateKeyParameters own,
        ECPublicKeyParameters halls) {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int SM4_BYTES = 16;

    static Keys open(Path data) throws IOException {
        Path file = data.resolve("platform.keys");
        if (!Files.exists(file)) {
            make(data, file);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return new Keys(
                values.get("appMark"),
                values.get("appWord"),
                values.get("hmacKey"),
                HexFormat.of().parseHex(values.get("sm4Key")),
                new ECPrivateKeyParameters(new BigInteger(values.get("own"), 16), DOMAIN),
                new ECPublicKeyParameters(
                        CURVE.getCurve().decodePoint(HexFormat.of().parseHex(values.get("halls"))),
                        DOMAIN));
    }

    private static void make(Path data, Path file) throws IOException {
        String common =
                "appMark = zichuan-hall\nappWord = "
                        + random(SM4_BYTES)
                        + "\nhmacKey = "
                        + random(KEY_BYTES)
                        + "\nsm4Key = "
                        + random(SM4_BYTES)
                        + "\n";
        String own = scalar();
        String halls = scalar();
        write(file, common + "own = " + own + "\nhalls = " + point(halls) + "\n");
        write(
                data.resolve("hall.secrets"),
                common + "platformKey = " + point(own) + "\nownKey = " + halls + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String scalar() {
        BigInteger number = new BigInteger(random(KEY_BYTES), 16);
        BigInteger scalar = number.mod(CURVE.getN().subtract(BigInteger.TWO)).add(BigInteger.ONE);
        String hex = scalar.toString(16);
        return "0".repeat(2 * KEY_BYTES - hex.length()) + hex;
    }

    private static String point(String scalar) {
        return HexFormat.of()
                .formatHex(CURVE.getG().multiply(new BigInteger(scalar, 16)).getEncoded(false));
    }
}
