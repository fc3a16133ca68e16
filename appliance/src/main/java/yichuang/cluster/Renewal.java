package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/**
 * How a node gets a new key and a certificate for it: its request goes to a voter, which signs for
 * the name that it knows the asking node by ({@link RenewalDesk}).
 *
 * <p>The node goes on with what it has until the new certificate is in its hands, is for its name
 * and its new key, and is good for longer. Whatever is lost on the way, the hall believes the
 * certificate that this was asked with until the renewal after next.
 */
public final class Renewal {
    private final NodeIdentity before;
    private final KeyPair keys = NodeIdentity.newKeys();

    public Renewal(NodeIdentity before) {
        this.before = before;
    }

    /** {@return what a voter is asked for: the public key, and which certificate asks} */
    public Errand.Sign errand() {
        return new Errand.Sign(
                before.certificate().getSerialNumber(),
                Buffer.buffer(NodeIdentity.request(keys, before.node())));
    }

    /** {@return who this node is from now on, once it is kept} */
    public Future<NodeIdentity> by(Function<Errand.Sign, Future<byte[]>> voter) {
        return voter.apply(errand())
                .compose(
                        signed -> {
                            try {
                                return Future.succeededFuture(renewed(signed));
                            } catch (IOException | GeneralSecurityException e) {
                                return Future.failedFuture(e);
                            }
                        });
    }

    private NodeIdentity renewed(byte[] signed) throws IOException, GeneralSecurityException {
        X509Certificate certificate = Certificates.certificate(signed);
        NodeIdentity after = NodeIdentity.of(keys.getPrivate(), certificate, before.authority());
        boolean own =
                after.node().equals(before.node())
                        && after.hall().equals(before.hall())
                        && Arrays.equals(
                                certificate.getPublicKey().getEncoded(),
                                keys.getPublic().getEncoded());
        if (!own) {
            throw new IOException("The certificate that came is for another node or another key.");
        }
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(before.certificate().getNotAfter().toInstant())) {
            throw new IOException(
                    "The new certificate would end at %s, before the old one. Check the clock of the voter that signed it."
                            .formatted(end));
        }
        return after;
    }

    /** {@return the serial of a certificate as the hall's books have it} */
    static String hex(BigInteger serial) {
        return serial.toString(16);
    }
}
