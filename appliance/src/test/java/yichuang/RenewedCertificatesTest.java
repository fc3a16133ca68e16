package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.access.HallKey;
import yichuang.cluster.Membership;
import yichuang.cluster.NodeIdentity;

/** Certificates of running controllers: renewed when an administrator says so, and by their age. */
class RenewedCertificatesTest {
    @TempDir Path dir;

    private ManyControllers hall;

    @AfterEach
    void stop() {
        hall.close();
    }

    @Test
    void a_voter_and_a_satellite_get_new_ones_while_they_work_and_start_with_them()
            throws Exception {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
        hall.found("n1");
        assertEquals(409, renew("n1", "r0").status(), "a hall of one has none");
        hall.join("n1", "n2", "satellite");
        ManyControllers.until("n2 said how it is", () -> node("n2").containsKey("lag"));
        assertTrue(isInAYear("n1") && isInAYear("n2"));
        NodeIdentity first = kept("n2");
        assertTrue(Renewals.isDue(first, Instant.now().plus(Duration.ofDays(201))));
        assertTrue(!Renewals.isDue(first, Instant.now().plus(Duration.ofDays(199))));

        assertEquals(200, renew("n2", "r1").status());
        BigInteger second = serial("n2");
        assertNotEquals(first.certificate().getSerialNumber(), second);
        assertEquals(200, renew("n2", "r1").status());
        assertEquals(second, serial("n2"), "the same key, the same renewal");
        assertEquals("up", node("n2").getString("state"), "and nothing was hung up");
        BigInteger founders = serial("n1");
        assertEquals(200, renew("n1", "r2").status());
        assertNotEquals(founders, serial("n1"), "a voter signs for itself");

        assertEquals(200, renew("n2", "r3").status());
        ManyControllers.until("its first one is revoked, its third good", this::isUp);
        hall.stop("n2");
        ManyControllers.until("it is missed", () -> !isUp());
        ManyControllers.Got refused = renew("n2", "r4");
        assertEquals(409, refused.status());
        assertTrue(refused.body().getString("detail").contains("n2"), refused.body()::encode);
        hall.again("n2");
        ManyControllers.until("it starts with its third one", this::isUp);
        assertEquals(404, renew("n9", "r5").status());
    }

    private ManyControllers.Got renew(String node, String key) {
        return hall.post("n1", "admin", "/api/nodes/" + node + "/renew", key, new JsonObject());
    }

    private boolean isUp() {
        return node("n2").getString("state").equals("up");
    }

    private boolean isInAYear(String node) {
        Instant until = OffsetDateTime.parse(node(node).getString("certificateUntil")).toInstant();
        return until.isAfter(Instant.now().plus(Duration.ofDays(399)));
    }

    private JsonObject node(String id) {
        return hall.get("n1", "admin", "/api/nodes").body().getJsonArray("nodes").stream()
                .map(JsonObject.class::cast)
                .filter(node -> node.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private BigInteger serial(String node) throws IOException {
        return kept(node).certificate().getSerialNumber();
    }

    private NodeIdentity kept(String node) throws IOException {
        HallKey key = HallKey.open(dir.resolve(node + ".key"));
        return Membership.find(dir.resolve(node), key).orElseThrow().identity();
    }
}
