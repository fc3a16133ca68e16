package yichuang.cluster;

import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Who is let in: a certificate that this hall's authority signed itself, that is not over and not
 * revoked. There are no chains and no other authorities, so the rule is four lines.
 *
 * <p>A certificate that is not good <em>yet</em> is let in: a Pi without a battery clock boots in
 * the past, and must find its hall before it can know the time. Only the authority could have made
 * such a certificate.
 */
public final class Trust {
    private final X509Certificate authority;
    private final String hall;
    private final InstantSource clock;
    private volatile Set<BigInteger> revoked = Set.of();

    /**
     * @param clock the machine's, never a hall's test clock
     */
    public Trust(NodeIdentity identity, InstantSource clock) {
        this.authority = identity.authority();
        this.hall = identity.hall();
        this.clock = clock;
    }

    /** From now on, certificates with these serials are nobody's; replaces the earlier list. */
    public void revoke(Set<BigInteger> serials) {
        revoked = Set.copyOf(serials);
    }

    /**
     * {@return the node that a certificate is good for}
     *
     * @throws CertificateException with a line that says why it is not, and what to do
     */
    public String node(X509Certificate certificate) throws CertificateException {
        String from = Certificates.hall(certificate);
        if (!from.equals(hall)) {
            throw new CertificateException(
                    "The node belongs to hall %s, this is hall %s. Start it with an empty data directory and a code of this hall."
                            .formatted(from, hall));
        }
        try {
            certificate.verify(authority.getPublicKey());
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException(
                    "The certificate of %s was not signed by this hall."
                            .formatted(Certificates.node(certificate)),
                    e);
        }
        if (certificate.getBasicConstraints() >= 0) {
            throw new CertificateException("An authority is not a node.");
        }
        return standing(certificate);
    }

    /**
     * {@return the node of a certificate that was let in before and is still good}
     *
     * @throws CertificateException when it is over or revoked by now
     */
    String standing(X509Certificate certificate) throws CertificateException {
        String node = Certificates.node(certificate);
        Instant end = certificate.getNotAfter().toInstant();
        if (clock.instant().isAfter(end)) {
            throw new CertificateException(
                    "The certificate of %s ended at %s. Check the clocks; if they are right, join the node anew."
                            .formatted(node, end));
        }
        if (revoked.contains(certificate.getSerialNumber())) {
            throw new CertificateException(
                    "The certificate of %s is revoked. Join the node anew with a code."
                            .formatted(node));
        }
        return node;
    }

    /** {@return the same rule in the form TLS asks for} */
    X509ExtendedTrustManager manager() {
        return new Manager(this);
    }

    /** No host names are compared: a node may move, its name is in its certificate. */
    private static final class Manager extends X509ExtendedTrustManager {
        private final Trust trust;

        Manager(Trust trust) {
            this.trust = trust;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length != 1) {
                throw new CertificateException(
                        "One certificate was expected, not " + Arrays.toString(chain));
            }
            trust.node(chain[0]);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {trust.authority};
        }
    }
}
