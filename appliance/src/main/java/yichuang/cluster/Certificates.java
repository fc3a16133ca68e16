package yichuang.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Keys, names and requests of certificates: EC P-256, CN = node, O = hall. */
final class Certificates {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BYTES = 16;

    private Certificates() {}

    static KeyPair newKeys() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** {@return a request for a certificate: the public key, signed by its private one} */
    static byte[] request(KeyPair keys, String node) {
        try {
            X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, node).build();
            return new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
                    .build(signer(keys.getPrivate()))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request fits into memory", e);
        }
    }

    static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(SIGNATURE).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    /** {@return a serial nobody can guess, positive, at most 127 bits} */
    static BigInteger newSerial() {
        return new BigInteger(SERIAL_BYTES * Byte.SIZE - 1, RANDOM);
    }

    static X500Name name(String common, String hall) {
        return new X500NameBuilder().addRDN(BCStyle.CN, common).addRDN(BCStyle.O, hall).build();
    }

    /**
     * {@return the node a certificate names}
     *
     * @throws CertificateException when it names none or several
     */
    static String node(X509Certificate certificate) throws CertificateException {
        return one(certificate, "CN");
    }

    /**
     * {@return the hall a certificate names}
     *
     * @throws CertificateException when it names none or several
     */
    static String hall(X509Certificate certificate) throws CertificateException {
        return one(certificate, "O");
    }

    /** By the JDK's own reader: it runs at every start and for every connection. */
    private static String one(X509Certificate certificate, String attribute)
            throws CertificateException {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            List<String> found =
                    new LdapName(subject)
                            .getRdns().stream()
                                    .filter(part -> part.getType().equalsIgnoreCase(attribute))
                                    .map(part -> String.valueOf(part.getValue()))
                                    .toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
        } catch (InvalidNameException e) {
            throw new CertificateException(subject + " is not the name of a node", e);
        }
        throw new CertificateException(subject + " is not the name of one node of one hall");
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** {@return SHA-256 of a certificate as it travels} */
    static byte[] fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(encoded(certificate));
    }
}
