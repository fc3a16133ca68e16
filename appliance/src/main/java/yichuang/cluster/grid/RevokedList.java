package yichuang.cluster.grid;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * The hall's revoked certificates in the form in which the event bus takes them: a revocation list
 * (RFC 5280, 5.1) of the hall's authority. It never leaves the process and nobody looks at its
 * signature, so it has none: most nodes have not the authority's key.
 */
final class RevokedList {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTC_TIME = 0x17;
    private static final int LONG_FORM = 0x80;

    /** ecdsa-with-SHA256 */
    private static final byte[] ALGORITHM = {
        0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };

    /** Since when does not matter. */
    private static final byte[] ONCE =
            tagged(UTC_TIME, "200101000000Z".getBytes(StandardCharsets.US_ASCII));

    private RevokedList() {}

    /** {@return the list in DER; of at least one serial} */
    static byte[] of(X509Certificate authority, Set<BigInteger> serials) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (BigInteger serial : serials) {
            entries.writeBytes(tagged(SEQUENCE, join(tagged(INTEGER, serial.toByteArray()), ONCE)));
        }
        byte[] said =
                tagged(
                        SEQUENCE,
                        join(
                                tagged(INTEGER, new byte[] {1}),
                                ALGORITHM,
                                authority.getSubjectX500Principal().getEncoded(),
                                ONCE,
                                tagged(SEQUENCE, entries.toByteArray())));
        return tagged(SEQUENCE, join(said, ALGORITHM, tagged(BIT_STRING, new byte[] {0})));
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < LONG_FORM) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(LONG_FORM | (length.length - from));
            out.write(length, from, length.length - from);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
