package yichuang.cluster;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * Who this node is to the others: its private key, its certificate, and the authority that signed
 * it. The private key never leaves the node.
 *
 * @param node the name the certificate says
 * @param hall the hall the certificate says
 */
public record NodeIdentity(
        String node,
        String hall,
        PrivateKey key,
        X509Certificate certificate,
        X509Certificate authority) {

    /**
     * Puts an identity together and looks whether its parts belong together.
     *
     * @throws GeneralSecurityException when the authority did not sign the certificate
     */
    public static NodeIdentity of(
            PrivateKey key, X509Certificate certificate, X509Certificate authority)
            throws GeneralSecurityException {
        certificate.verify(authority.getPublicKey());
        String hall = Certificates.hall(certificate);
        if (!hall.equals(Certificates.hall(authority))) {
            throw new CertificateException("the certificate is of hall " + hall);
        }
        return new NodeIdentity(Certificates.node(certificate), hall, key, certificate, authority);
    }

    /** {@return new keys, for a node that joins or renews its certificate} */
    public static KeyPair newKeys() {
        return Certificates.newKeys();
    }

    /** {@return what the authority signs: PKCS#10} */
    public static byte[] request(KeyPair keys, String node) {
        return Certificates.request(keys, node);
    }

    /** {@return from when on this certificate is to be renewed: the half of its life} */
    public Instant renewFrom() {
        Instant from = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
        return from.plus(life.dividedBy(2));
    }
}
