package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import yichuang.access.Sealed;
import yichuang.hall.NodeRole;

/**
 * What the two sides of a joining say, each one JOIN frame:
 *
 * <pre>
 *   joiner  hello 1    release, code id, node, role, port, nonce, certificate request
 *   hall    challenge  nonce
 *   joiner  proof      MAC of all of that and of the hall's certificate as the joiner saw it
 *   hall    welcome    under a key from the same: authority, certificate, hall key, role, members, epoch
 *           refused    {@link JoinRefusal}, one fact        (instead of challenge or welcome)
 * </pre>
 */
final class JoinWords {
    /** Bytes of one frame; a welcome of a hall with 500 members fits. */
    static final int FRAME_BYTES_MAX = 128 * 1024;

    static final int NONCE_BYTES = 32;
    private static final String HELLO = "hello 1";

    private JoinWords() {}

    /** The first word of a joiner; {@code role} is empty when it takes any. */
    record Hello(
            String release,
            String code,
            String node,
            String role,
            int port,
            Buffer nonce,
            Buffer request) {
        byte[] encode() {
            return Fields.of(
                    Fields.utf8(HELLO),
                    Fields.utf8(release),
                    Fields.utf8(code),
                    Fields.utf8(node),
                    Fields.utf8(role),
                    Fields.utf8(Integer.toString(port)),
                    nonce.getBytes(),
                    request.getBytes());
        }

        /** {@return whether this is a hello of the version we speak} */
        static boolean isOurs(byte[] bytes) throws IOException {
            List<byte[]> fields = Fields.split(bytes);
            return !fields.isEmpty() && Fields.text(fields.getFirst()).equals(HELLO);
        }

        static Hello decode(byte[] bytes) throws IOException {
            List<byte[]> fields = Fields.split(bytes, 8);
            String port = Fields.text(fields.get(5));
            if (!Fields.text(fields.get(0)).equals(HELLO)
                    || !port.matches("[1-9][0-9]{0,4}")
                    || Integer.parseInt(port) > Address.PORT_MAX
                    || fields.get(6).length != NONCE_BYTES) {
                throw new IOException("no hello");
            }
            return new Hello(
                    Fields.text(fields.get(1)),
                    Fields.text(fields.get(2)),
                    Fields.text(fields.get(3)),
                    Fields.text(fields.get(4)),
                    Integer.parseInt(port),
                    Buffer.buffer(fields.get(6)),
                    Buffer.buffer(fields.get(7)));
        }
    }

    /** What the hall gives to a node that joins; {@code authority} is empty for a satellite. */
    record Welcome(
            Buffer authorityCertificate,
            Buffer certificate,
            Buffer hallKey,
            NodeRole role,
            List<Member> members,
            long epoch,
            Buffer authority) {
        byte[] encode() {
            return Fields.of(
                    authorityCertificate.getBytes(),
                    certificate.getBytes(),
                    hallKey.getBytes(),
                    Fields.utf8(role.word()),
                    Member.encode(members),
                    Fields.utf8(Long.toString(epoch)),
                    authority.getBytes());
        }

        static Welcome decode(byte[] bytes) throws IOException {
            List<byte[]> fields = Fields.split(bytes, 7);
            return new Welcome(
                    Buffer.buffer(fields.get(0)),
                    Buffer.buffer(fields.get(1)),
                    Buffer.buffer(fields.get(2)),
                    NodeRole.of(Fields.text(fields.get(3))),
                    Member.decode(fields.get(4)),
                    Long.parseLong(Fields.text(fields.get(5))),
                    Buffer.buffer(fields.get(6)));
        }
    }

    /** All that was said, and the certificate of the hall's side of the TLS connection. */
    static byte[] transcript(byte[] hello, byte[] challenge, byte[] fingerprint) {
        return Fields.of(hello, challenge, fingerprint);
    }

    static byte[] proof(byte[] codeKey, byte[] transcript) {
        return Sealed.mac(codeKey, Fields.of(Fields.utf8("proof"), transcript));
    }

    static byte[] welcomeKey(byte[] codeKey, byte[] transcript) {
        return Sealed.mac(codeKey, Fields.of(Fields.utf8("welcome"), transcript));
    }

    static byte[] challenge(byte[] nonce) {
        return Fields.of(Fields.utf8("challenge"), nonce);
    }

    static byte[] proof(byte[] mac) {
        return Fields.of(Fields.utf8("proof"), mac);
    }

    static byte[] welcome(byte[] sealed) {
        return Fields.of(Fields.utf8("welcome"), sealed);
    }

    static byte[] refused(JoinRefusal why, String fact) {
        return Fields.of(Fields.utf8("refused"), Fields.utf8(why.name()), Fields.utf8(fact));
    }

    /**
     * {@return the one field behind an expected word}
     *
     * @throws JoinRefused when the hall refused instead
     * @throws IOException when it is neither
     */
    static byte[] expect(String word, byte[] said) throws IOException {
        List<byte[]> fields = Fields.split(said);
        if (fields.size() == 3 && Fields.text(fields.get(0)).equals("refused")) {
            for (JoinRefusal why : JoinRefusal.values()) {
                if (why.name().equals(Fields.text(fields.get(1)))) {
                    throw new JoinRefused(why, Fields.text(fields.get(2)));
                }
            }
        }
        if (fields.size() != 2 || !Fields.text(fields.get(0)).equals(word)) {
            throw new IOException("no " + word);
        }
        return fields.get(1);
    }
}
