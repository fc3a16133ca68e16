package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.access.HallKey;
import yichuang.hall.NodeRole;

/** A node joins with a code, once, and nobody in between learns or gets anything. */
class JoiningTest {
    private static final String RELEASE = "1.0.0";
    @TempDir Path dir;
    private Nodes nodes;
    private Link voter;
    private List<Member> members;
    private final CodeBook codes = new CodeBook();

    @BeforeEach
    void found() throws IOException {
        nodes = new Nodes(dir.resolve("n1"));
        voter = nodes.start("n1");
        members = List.of(new Member("n1", NodeRole.VOTER, Nodes.at(voter)));
        voter.admit(
                new JoinDesk(
                        nodes.authority,
                        nodes.key,
                        RELEASE,
                        codes,
                        () -> members,
                        3,
                        InstantSource.system()));
    }

    @AfterEach
    void leave() {
        nodes.close();
    }

    private Path data() {
        return dir.resolve("new");
    }

    private Path keyFile() {
        return dir.resolve("new.key");
    }

    private Future<Membership> join(JoinCode code, String node) {
        return join(Nodes.at(voter), code, node, RELEASE);
    }

    private Future<Membership> join(Address at, JoinCode code, String node, String release) {
        return new Joining(at, code, node, release, Optional.empty(), 7400, data(), keyFile())
                .join(nodes.vertx);
    }

    private static JoinRefused refused(Future<Membership> joining, JoinRefusal why) {
        JoinRefused refused = assertInstanceOf(JoinRefused.class, Nodes.failure(joining));
        assertEquals(why, refused.why());
        return refused;
    }

    private void nothingWasKept() {
        assertFalse(Files.exists(data()) || Files.exists(keyFile()));
        assertEquals(List.of(), codes.joined);
    }

    @Test
    void a_voter_joins_with_a_code_and_speaks_to_the_hall() throws IOException {
        Membership joined = Nodes.await(join(codes.make("n2", NodeRole.VOTER), "n2"));
        assertEquals("n2", joined.identity().node());
        assertEquals(nodes.authority.hall(), joined.identity().hall());
        assertEquals(NodeRole.VOTER, joined.role());
        assertEquals(members, joined.members());
        assertEquals(
                List.of(new Member("n2", NodeRole.VOTER, new Address("127.0.0.1", 7400))),
                codes.joined);

        HallKey key = HallKey.open(keyFile());
        assertArrayEquals(nodes.key.derived("x"), key.derived("x"));
        Membership kept = Membership.find(data(), key).orElseThrow();
        assertEquals(joined, kept);
        assertEquals(nodes.authority.hall(), Authority.open(data(), key, Instant.now()).hall());

        Link two = nodes.start("n2", kept.identity(), Nodes.QUICK, 0);
        two.onRequest((from, _) -> Future.succeededFuture(Fields.utf8("for " + from)));
        nodes.introduce();
        assertEquals(
                "for n1",
                Fields.text(Nodes.await(voter.request("n2", new byte[0], Duration.ofSeconds(8)))));
    }

    @Test
    void a_satellite_gets_the_hall_key_but_not_the_authority() throws IOException {
        Membership joined = Nodes.await(join(codes.make("s1", NodeRole.SATELLITE), "s1"));
        assertEquals(NodeRole.SATELLITE, joined.role());
        assertFalse(Authority.isIn(data()));
        assertEquals(Optional.of(joined), Membership.find(data(), HallKey.open(keyFile())));
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        assertTrue(code.toString().matches("([A-Z2-9]{4}-){5}[A-Z2-9]{4}"), code.toString());
        assertEquals(code, JoinCode.of(code.toString().toLowerCase(java.util.Locale.ROOT)));
        assertEquals(code, JoinCode.of(" " + code.toString().replace('-', ' ')));
    }

    @Test
    void a_wrong_code_is_refused_and_harms_the_right_one_in_nothing() {
        JoinCode right = codes.make("n2", NodeRole.VOTER);
        JoinCode wrong = new JoinCode(right.id(), JoinCode.make().secret());
        JoinRefused refused = refused(join(wrong, "n2"), JoinRefusal.WRONG_CODE);
        assertTrue(refused.getMessage().contains("Check the code"), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("入网码不对"), refused.getMessage());
        refused(join(JoinCode.make(), "n2"), JoinRefusal.WRONG_CODE);
        nothingWasKept();
        Nodes.await(join(right, "n2"));
    }

    @Test
    void a_used_code_is_refused() throws IOException {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        Nodes.await(join(code, "n2"));
        Joining again =
                new Joining(
                        Nodes.at(voter),
                        code,
                        "n2",
                        RELEASE,
                        Optional.empty(),
                        7400,
                        dir.resolve("again"),
                        dir.resolve("again.key"));
        refused(again.join(nodes.vertx), JoinRefusal.USED_CODE);
        assertEquals(1, codes.joined.size());
    }

    @Test
    void of_two_who_use_a_code_at_once_one_joins() {
        JoinCode code = codes.make("n2", NodeRole.SATELLITE);
        List<Future<Membership>> both =
                List.of("a", "b").stream()
                        .map(
                                where ->
                                        new Joining(
                                                        Nodes.at(voter),
                                                        code,
                                                        "n2",
                                                        RELEASE,
                                                        Optional.empty(),
                                                        7400,
                                                        dir.resolve(where),
                                                        dir.resolve(where + ".key"))
                                                .join(nodes.vertx))
                        .toList();
        both.forEach(joining -> Nodes.await(joining.<Object>map(it -> it).otherwise("refused")));
        assertEquals(1, both.stream().filter(Future::succeeded).count());
        assertEquals(1, codes.joined.size());
    }

    @Test
    void an_expired_code_is_refused() {
        JoinCode code = codes.make("n2", NodeRole.VOTER, Instant.now().minusSeconds(1));
        refused(join(code, "n2"), JoinRefusal.EXPIRED_CODE);
        nothingWasKept();
    }

    @Test
    void a_code_is_good_for_the_node_it_was_made_for() {
        JoinRefused refused =
                refused(join(codes.make("n2", NodeRole.VOTER), "n3"), JoinRefusal.OTHER_NAME);
        assertTrue(refused.getMessage().contains("--node n2"), refused.getMessage());
        nothingWasKept();
    }

    @Test
    void the_name_of_a_running_node_is_taken() {
        refused(join(codes.make("n1", NodeRole.VOTER), "n1"), JoinRefusal.NAME_TAKEN);
        nodes.start("n2");
        nodes.introduce();
        refused(join(codes.make("n2", NodeRole.VOTER), "n2"), JoinRefusal.NAME_TAKEN);
        nothingWasKept();
    }

    @Test
    void another_release_is_refused_by_its_number() {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        JoinRefused refused =
                refused(join(Nodes.at(voter), code, "n2", "0.9.0"), JoinRefusal.OTHER_RELEASE);
        assertTrue(refused.getMessage().contains("release 1.0.0"), refused.getMessage());
        nothingWasKept();
    }

    @Test
    void a_data_directory_that_holds_something_is_left_as_it_is() throws IOException {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        Files.createDirectories(data());
        Path file = Files.writeString(data().resolve("segment-1"), "a hall");
        refused(join(code, "n2"), JoinRefusal.NOT_EMPTY);
        assertEquals("a hall", Files.readString(file));
        Files.delete(file);
        Files.writeString(keyFile(), "a key");
        refused(join(code, "n2"), JoinRefusal.NOT_EMPTY);
        assertEquals("a key", Files.readString(keyFile()));
        assertEquals(List.of(), codes.joined);
    }

    @Test
    void a_data_directory_of_another_hall_says_whose_it_is() throws IOException {
        HallKey other = HallKey.open(keyFile());
        Member first = new Member("n2", NodeRole.VOTER, new Address("127.0.0.1", 7400));
        Membership founded = Membership.found(data(), other, first, Instant.now());
        assertNotEquals(nodes.authority.hall(), founded.identity().hall());
        JoinRefused refused =
                refused(join(codes.make("n2", NodeRole.VOTER), "n2"), JoinRefusal.OTHER_HALL);
        assertTrue(refused.getMessage().contains(founded.identity().hall()), refused.getMessage());
        assertEquals(Optional.of(founded), Membership.find(data(), other));
    }

    @Test
    void a_node_that_lets_nobody_in_says_so() {
        Link two = nodes.start("n2");
        JoinCode code = codes.make("n3", NodeRole.VOTER);
        refused(join(Nodes.at(two), code, "n3", RELEASE), JoinRefusal.NOT_A_DOOR);
    }

    @Test
    void without_a_leader_the_code_stays_good() {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        codes.away = Optional.of("no leader");
        refused(join(code, "n2"), JoinRefusal.TRY_AGAIN);
        nothingWasKept();
        codes.away = Optional.empty();
        Nodes.await(join(code, "n2"));
    }

    @Test
    void who_ends_tls_in_between_learns_nothing_and_the_code_stays_good() throws IOException {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        try (Nodes elsewhere = new Nodes(dir.resolve("elsewhere"))) {
            MiddleMan man =
                    MiddleMan.whoEndsTls(
                            nodes.vertx, elsewhere.identity("n1", Instant.now()), Nodes.at(voter));
            JoinRefused refused =
                    refused(join(man.address(), code, "n2", RELEASE), JoinRefusal.WRONG_CODE);
            assertTrue(
                    refused.getMessage().contains("somebody stands between"), refused.getMessage());
            String seen = man.seen().toString(StandardCharsets.ISO_8859_1);
            assertTrue(seen.contains("hello 1") && seen.contains("proof"), "he read it all");
            assertFalse(seen.contains(code.secret()) || seen.contains("welcome"));
        }
        nothingWasKept();
        Nodes.await(join(code, "n2"));
    }

    @Test
    void who_plays_the_hall_without_the_code_is_found_out() throws IOException {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        try (Nodes elsewhere = new Nodes(dir.resolve("elsewhere"))) {
            MiddleMan man =
                    MiddleMan.whoPlaysTheHall(nodes.vertx, elsewhere.identity("n1", Instant.now()));
            refused(join(man.address(), code, "n2", RELEASE), JoinRefusal.NOT_PROVEN);
            assertFalse(man.seen().toString(StandardCharsets.ISO_8859_1).contains(code.secret()));
        }
        nothingWasKept();
    }

    @Test
    void who_only_passes_bytes_on_sees_none_in_the_clear() {
        JoinCode code = codes.make("n2", NodeRole.VOTER);
        MiddleMan man = MiddleMan.whoPassesBytes(nodes.vertx, Nodes.at(voter));
        Nodes.await(join(man.address(), code, "n2", RELEASE));
        String seen = man.seen().toString(StandardCharsets.ISO_8859_1);
        assertFalse(seen.contains("hello 1") || seen.contains("welcome"));
    }

    @Test
    void who_has_no_certificate_is_heard_about_joining_only() throws Exception {
        for (Frame.Kind kind : List.of(Frame.Kind.RAFT, Frame.Kind.REQUEST, Frame.Kind.PING)) {
            try (Stranger stranger = Stranger.withoutCertificate(Nodes.at(voter))) {
                stranger.say(Frame.of(kind, 1, new byte[0]).getBytes());
                assertTrue(stranger.hungUp());
            }
        }
        try (Stranger stranger = Stranger.withoutCertificate(Nodes.at(voter))) {
            stranger.say(Frame.of(Frame.Kind.JOIN, new byte[JoinWords.FRAME_BYTES_MAX]).getBytes());
            assertTrue(stranger.hungUp());
        }
        nothingWasKept();
    }
}
