package yichuang.evaluation.platform;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Keys on the curve of SM2 (GB/T 32918.5), from hexadecimal. */
final class Sm2Keys {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

    private Sm2Keys() {}

    /**
     * {@return the public key}
     *
     * @throws IllegalArgumentException when it is no point of the curve
     */
    static ECPublicKeyParameters publicKey(String hex) {
        return new ECPublicKeyParameters(
                DOMAIN.getCurve().decodePoint(HexFormat.of().parseHex(hex)), DOMAIN);
    }

    /**
     * {@return the private key}
     *
     * @throws IllegalArgumentException when it is out of range
     */
    static ECPrivateKeyParameters privateKey(String hex) {
        return new ECPrivateKeyParameters(new BigInteger(1, HexFormat.of().parseHex(hex)), DOMAIN);
    }
}
