package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.cluster.NodeIdentity;

/** Java reads the list as it was meant. */
class RevokedListTest {
    @TempDir Path dir;

    @Test
    void names_exactly_the_revoked_ones() throws Exception {
        try (Grids grids = new Grids(dir, 0)) {
            NodeIdentity good = grids.identity("n1");
            NodeIdentity bad = grids.identity("n2");
            Set<BigInteger> serials = new LinkedHashSet<>();
            serials.add(bad.certificate().getSerialNumber());
            for (int i = 0; i < 40; i++) { // long enough for lengths of three bytes
                serials.add(BigInteger.ONE.shiftLeft(100).add(BigInteger.valueOf(i)));
            }
            X509CRL list =
                    (X509CRL)
                            CertificateFactory.getInstance("X.509")
                                    .generateCRL(
                                            new ByteArrayInputStream(
                                                    RevokedList.of(good.authority(), serials)));
            assertEquals(41, list.getRevokedCertificates().size());
            assertTrue(list.isRevoked(bad.certificate()));
            assertFalse(list.isRevoked(good.certificate()));
        }
    }
}
