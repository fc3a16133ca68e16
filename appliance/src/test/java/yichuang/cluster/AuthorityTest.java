package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.access.HallKey;

/** Who is a node of this hall: whom its own authority signed, not too long ago, and not revoked. */
class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    @TempDir Path dir;
    private HallKey key;
    private Authority authority;

    @BeforeEach
    void found() throws IOException {
        key = HallKey.open(dir.resolve("hall.key"));
        authority = Authority.open(dir.resolve("data"), key, NOW);
    }

    private NodeIdentity node(Authority by, String name, Instant at) throws Exception {
        KeyPair keys = NodeIdentity.newKeys();
        return NodeIdentity.of(
                keys.getPrivate(),
                by.sign(NodeIdentity.request(keys, name), name, at),
                by.certificate());
    }

    private static String refusal(Trust trust, X509Certificate certificate) {
        return assertThrows(CertificateException.class, () -> trust.node(certificate)).getMessage();
    }

    @Test
    void the_hall_keeps_its_authority_and_its_id_over_a_restart() throws IOException {
        Authority again = Authority.open(dir.resolve("data"), key, NOW.plusSeconds(60));
        assertEquals(authority.hall(), again.hall());
        assertEquals(authority.certificate(), again.certificate());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(dir.resolve("data/authority"))));
    }

    @Test
    void without_its_hall_key_a_stolen_data_directory_signs_nothing() throws IOException {
        HallKey other = HallKey.open(dir.resolve("other.key"));
        IOException refused =
                assertThrows(
                        IOException.class, () -> Authority.open(dir.resolve("data"), other, NOW));
        assertTrue(refused.getMessage().contains("Restore the key file"), refused.getMessage());
    }

    @Test
    void a_damaged_authority_is_refused_and_never_made_anew() throws IOException {
        Path file = dir.resolve("data/authority");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThrows(IOException.class, () -> Authority.open(dir.resolve("data"), key, NOW));
        }
        Files.write(file, whole);
        assertEquals(authority.hall(), Authority.open(dir.resolve("data"), key, NOW).hall());
    }

    @Test
    void a_later_release_s_file_says_who_can_read_it() throws IOException {
        Path file = dir.resolve("data/authority");
        byte[] bytes = Files.readAllBytes(file);
        assertEquals("YCCA", new String(bytes, 0, 4, StandardCharsets.US_ASCII));
        bytes[4] = 2;
        Files.write(file, bytes);
        IOException refused =
                assertThrows(
                        IOException.class, () -> Authority.open(dir.resolve("data"), key, NOW));
        assertTrue(refused.getMessage().contains("version 2"), refused.getMessage());
    }

    @Test
    void a_node_is_let_in_for_400_days_and_renews_after_200() throws Exception {
        NodeIdentity n2 = node(authority, "n2", NOW);
        assertEquals(NOW.plus(Duration.ofDays(200)), n2.renewFrom());
        assertEquals(authority.hall(), n2.hall());
        Instant end = NOW.plus(Duration.ofDays(400));
        assertEquals("n2", new Trust(n2, () -> end).node(n2.certificate()));
        String over = refusal(new Trust(n2, () -> end.plusSeconds(1)), n2.certificate());
        assertTrue(over.contains("n2 ended at 2027-04-06T08:00:00Z"), over);
    }

    @Test
    void a_node_whose_clock_is_behind_still_finds_its_hall() throws Exception {
        NodeIdentity n2 = node(authority, "n2", NOW);
        assertEquals("n2", new Trust(n2, () -> Instant.EPOCH).node(n2.certificate()));
    }

    @Test
    void a_revoked_node_is_not_let_in() throws Exception {
        NodeIdentity n2 = node(authority, "n2", NOW);
        NodeIdentity n3 = node(authority, "n3", NOW);
        Trust trust = new Trust(n2, InstantSource.fixed(NOW));
        trust.revoke(Set.of(n3.certificate().getSerialNumber()));
        assertTrue(refusal(trust, n3.certificate()).contains("n3 is revoked"));
        assertEquals("n2", trust.node(n2.certificate()));
    }

    @Test
    void another_hall_s_node_is_not_let_in_even_under_our_hall_s_id() throws Exception {
        HallKey otherKey = HallKey.open(dir.resolve("other.key"));
        Authority other = Authority.open(dir.resolve("other"), otherKey, NOW);
        assertNotEquals(authority.hall(), other.hall());
        NodeIdentity ours = node(authority, "n1", NOW);
        Trust trust = new Trust(ours, InstantSource.fixed(NOW));
        String foreign = refusal(trust, node(other, "n2", NOW).certificate());
        assertTrue(foreign.contains(other.hall()), foreign);

        byte[] forged =
                new org.bouncycastle.cert.X509v3CertificateBuilder(
                                Certificates.name("authority", authority.hall()),
                                Certificates.newSerial(),
                                java.util.Date.from(NOW),
                                java.util.Date.from(NOW.plusSeconds(3600)),
                                Certificates.name("n2", authority.hall()),
                                org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
                                        NodeIdentity.newKeys().getPublic().getEncoded()))
                        .build(Certificates.signer(NodeIdentity.newKeys().getPrivate()))
                        .getEncoded();
        String said = refusal(trust, Certificates.certificate(forged));
        assertTrue(said.contains("was not signed by this hall"), said);
    }

    @Test
    void the_authority_itself_is_no_node() throws Exception {
        Trust trust = new Trust(node(authority, "n1", NOW), InstantSource.fixed(NOW));
        assertTrue(refusal(trust, authority.certificate()).contains("not a node"));
    }

    @Test
    void the_name_is_the_hall_s_word_not_the_request_s() throws Exception {
        byte[] request = NodeIdentity.request(NodeIdentity.newKeys(), "n1, O=elsewhere");
        X509Certificate signed = authority.sign(request, "n7", NOW);
        assertEquals("n7", Certificates.node(signed));
        assertEquals(authority.hall(), Certificates.hall(signed));
    }

    @Test
    void a_request_that_is_none_or_has_another_kind_of_key_is_not_signed() throws Exception {
        byte[] good = NodeIdentity.request(NodeIdentity.newKeys(), "n2");
        byte[] changed = good.clone();
        changed[good.length - 1] ^= 1;
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        byte[] otherKind =
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=n2"), rsa.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(rsa.getPrivate()))
                        .getEncoded();
        for (byte[] bad : List.of(new byte[0], new byte[] {1, 2, 3}, changed, otherKind)) {
            assertThrows(IOException.class, () -> authority.sign(bad, "n2", NOW));
        }
    }

    @Test
    void a_voter_gets_the_authority_and_can_sign_with_it() throws Exception {
        Authority voters = Authority.ofVoter(authority.forVoter(), key);
        voters.keep(dir.resolve("voter"));
        Authority read = Authority.open(dir.resolve("voter"), key, NOW);
        NodeIdentity n5 = node(read, "n5", NOW);
        Trust trust = new Trust(node(authority, "n1", NOW), InstantSource.fixed(NOW));
        assertEquals("n5", trust.node(n5.certificate()));
        assertArrayEquals(authority.forVoter(), read.forVoter());
        assertFalse(Authority.isIn(dir.resolve("nowhere")));
    }
}
