package yichuang.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import yichuang.access.HallKey;
import yichuang.access.Sealed;
import yichuang.access.Secrets;

/**
 * The hall's own certificate authority: it alone says who is a node of this hall. Made at the first
 * start of the first node; every voter keeps it, since any of them may have to let a node in. Its
 * private key lies in the data directory under the hall key, so a stolen disk signs nothing.
 *
 * <p>It is good for {@link #YEARS} years, longer than the machines: to make a new one is to found
 * the hall's cluster again. Certificates of nodes end after {@link #NODE_DAYS} days.
 */
public final class Authority {
    /** How long a node's certificate is good. */
    public static final int NODE_DAYS = 400;

    private static final int YEARS = 30;
    private static final Duration OF_A_NODE = Duration.ofDays(NODE_DAYS);
    private static final String PURPOSE = "authority";

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final String hall;
    private final byte[] sealedKey;

    private Authority(X509Certificate certificate, byte[] sealedKey, HallKey hallKey)
            throws IOException {
        this.certificate = certificate;
        this.sealedKey = sealedKey.clone();
        try {
            this.hall = Certificates.hall(certificate);
            this.key =
                    Certificates.privateKey(Sealed.open(hallKey.derived(PURPOSE), this.sealedKey));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The hall's certificate authority was made under another hall key."
                            + " Restore the key file that belongs to this data directory.",
                    e);
        }
    }

    /**
     * Reads the authority of a data directory, or makes it, and with it the id of the hall. Durable
     * on return.
     */
    public static Authority open(Path data, HallKey key, Instant now) throws IOException {
        return Files.exists(file(data).file()) ? read(data, key) : make(data, key, now);
    }

    /** {@return whether a data directory has an authority: that of a satellite has none} */
    public static boolean isIn(Path data) {
        return Files.exists(file(data).file());
    }

    private static Authority read(Path data, HallKey key) throws IOException {
        List<byte[]> fields = file(data).read(2);
        return of(fields.get(0), fields.get(1), key);
    }

    private static Authority of(byte[] certificate, byte[] sealedKey, HallKey key)
            throws IOException {
        try {
            return new Authority(Certificates.certificate(certificate), sealedKey, key);
        } catch (CertificateException e) {
            throw new IOException("The certificate of the hall's authority is damaged.", e);
        }
    }

    private static Authority make(Path data, HallKey hallKey, Instant now) throws IOException {
        KeyPair keys = Certificates.newKeys();
        String hall = Secrets.id();
        X500Name name = Certificates.name("authority", hall);
        X509v3CertificateBuilder certificate =
                new X509v3CertificateBuilder(
                        name,
                        Certificates.newSerial(),
                        Date.from(now),
                        Date.from(now.plus(Duration.ofDays(YEARS * 365L))),
                        name,
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        byte[] der = certificate.build(Certificates.signer(keys.getPrivate())).getEncoded();
        byte[] sealed = Sealed.seal(hallKey.derived(PURPOSE), keys.getPrivate().getEncoded());
        Authority made = of(der, sealed, hallKey);
        made.keep(data);
        return made;
    }

    /** Reads what {@link #forVoter} gave, under the same hall key. */
    public static Authority ofVoter(byte[] given, HallKey key) throws IOException {
        List<byte[]> fields = Fields.split(given, 2);
        return of(fields.get(0), fields.get(1), key);
    }

    /** Writes the authority into the data directory of a voter; durable on return. */
    public void keep(Path data) throws IOException {
        Files.createDirectories(data);
        file(data).write(Certificates.encoded(certificate), sealedKey);
    }

    /** {@return certificate and sealed key, for a node that has to let others in one day} */
    public byte[] forVoter() {
        return Fields.of(Certificates.encoded(certificate), sealedKey);
    }

    /** {@return the hall's id: 16 letters, made with the authority and never changed} */
    public String hall() {
        return hall;
    }

    /** {@return what every node of the hall trusts} */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Signs a node's certificate: P-256, {@link #NODE_DAYS} days. The name is the hall's word for
     * the node; what the request calls itself is not looked at.
     *
     * @param request PKCS#10, as {@link NodeIdentity#request} makes it
     * @throws IOException when the request is none, is not signed by its own key, or its key is not
     *     on P-256
     */
    public X509Certificate sign(byte[] request, String node, Instant now) throws IOException {
        SubjectPublicKeyInfo publicKey = publicKey(request);
        X509v3CertificateBuilder signed =
                new X509v3CertificateBuilder(
                        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                        Certificates.newSerial(),
                        Date.from(now),
                        Date.from(now.plus(OF_A_NODE)),
                        Certificates.name(node, hall),
                        publicKey);
        signed.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        signed.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        signed.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                        new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }));
        try {
            return Certificates.certificate(signed.build(Certificates.signer(key)).getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("what was just made can be read", e);
        }
    }

    /**
     * {@return the node that a request calls itself}
     *
     * @throws IOException when it is no request, or names none or several
     */
    static String wanted(byte[] request) throws IOException {
        RDN[] names = new PKCS10CertificationRequest(request).getSubject().getRDNs(BCStyle.CN);
        if (names.length != 1) {
            throw new IOException("The request for a certificate names no node.");
        }
        return IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    private static SubjectPublicKeyInfo publicKey(byte[] request) throws IOException {
        PKCS10CertificationRequest asked = new PKCS10CertificationRequest(request);
        SubjectPublicKeyInfo publicKey = asked.getSubjectPublicKeyInfo();
        if (!X9ObjectIdentifiers.id_ecPublicKey.equals(publicKey.getAlgorithm().getAlgorithm())
                || !SECObjectIdentifiers.secp256r1.equals(
                        publicKey.getAlgorithm().getParameters())) {
            throw new IOException("A node's key is on P-256, this one is not.");
        }
        try {
            if (asked.isSignatureValid(new JcaContentVerifierProviderBuilder().build(publicKey))) {
                return publicKey;
            }
        } catch (PKCSException | OperatorCreationException e) {
            throw new IOException("The request for a certificate cannot be read.", e);
        }
        throw new IOException("The request for a certificate is not signed by its own key.");
    }

    private static KeptFile file(Path data) {
        return new KeptFile(data.resolve("authority"), "YCCA", 1);
    }
}
