package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who the controllers of the hall are: known to all of them, and by one code only once. */
class RosterTest {
    private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private final Hall hall = new Hall();
    private Instant at = EIGHT;

    private Answer ask(Command command) {
        return hall.apply(new Entry(at, new TokenId("admin"), Optional.empty(), command));
    }

    private List<Event> agreed(Command command) {
        return assertInstanceOf(Answer.Agreed.class, ask(command)).events();
    }

    private void refused(Refusal why, Command command) {
        assertEquals(new Answer.Refused(why), ask(command));
    }

    private static NodeId node(String name) {
        return new NodeId(name);
    }

    private Command.InviteNode invite(String code, String node, NodeRole role) {
        return new Command.InviteNode(
                code, "key of " + code, node(node), role, at.plus(HALF_AN_HOUR));
    }

    private static Command.AdmitNode admit(String code, String node, NodeRole role) {
        return new Command.AdmitNode(
                Optional.of(code), node(node), role, node + ":7400", node + "-1");
    }

    private void found() {
        agreed(founder());
    }

    private static Command.AdmitNode founder() {
        return new Command.AdmitNode(
                Optional.empty(), node("n1"), NodeRole.VOTER, "n1:7400", "n1-1");
    }

    private void joins(String node, NodeRole role) {
        agreed(invite("code-" + node, node, role));
        agreed(admit("code-" + node, node, role));
    }

    private List<String> names() {
        return hall.nodes().stream().map(one -> one.id().value()).toList();
    }

    @Test
    void the_first_node_founds_the_hall_and_all_others_need_a_code() {
        found();
        assertEquals("n1", hall.firstNode().orElseThrow().id().value());
        refused(
                new Refusal.NodeCodeNeeded(node("n2")),
                new Command.AdmitNode(
                        Optional.empty(), node("n2"), NodeRole.VOTER, "n2:7400", "n2-1"));
    }

    @Test
    void a_satellite_founds_no_hall() {
        refused(
                new Refusal.NoVoterLeft(node("s1")),
                new Command.AdmitNode(
                        Optional.empty(), node("s1"), NodeRole.SATELLITE, "s1:7400", "s1-1"));
    }

    @Test
    void a_code_lets_its_node_in_once() {
        found();
        agreed(invite("abcd", "n2", NodeRole.VOTER));
        agreed(admit("abcd", "n2", NodeRole.VOTER));
        assertEquals(List.of("n1", "n2"), names());
        refused(
                new Refusal.NodeCodeUsed("abcd", at),
                new Command.AdmitNode(
                        Optional.of("abcd"), node("n2"), NodeRole.VOTER, "thief:7400", "other"));
        assertEquals(Optional.of(at), hall.findNodeCode("abcd").orElseThrow().used());
    }

    @Test
    void asked_again_for_the_same_certificate_it_is_the_same_admission() {
        found();
        agreed(invite("abcd", "n2", NodeRole.VOTER));
        agreed(admit("abcd", "n2", NodeRole.VOTER));
        assertTrue(agreed(admit("abcd", "n2", NodeRole.VOTER)).isEmpty());
        assertTrue(agreed(founder()).isEmpty());
        assertEquals(List.of("n1", "n2"), names());
    }

    @Test
    void a_code_is_good_for_its_node_in_its_role_until_its_time() {
        found();
        agreed(invite("abcd", "n2", NodeRole.VOTER));
        Refusal other = new Refusal.NodeCodeForOther("abcd", node("n2"), NodeRole.VOTER);
        refused(other, admit("abcd", "n3", NodeRole.VOTER));
        refused(other, admit("abcd", "n2", NodeRole.SATELLITE));
        refused(new Refusal.Unknown("node-code", "none"), admit("none", "n2", NodeRole.VOTER));
        Instant until = at.plus(HALF_AN_HOUR);
        at = until;
        refused(new Refusal.NodeCodeOver("abcd", until), admit("abcd", "n2", NodeRole.VOTER));
    }

    @Test
    void a_name_is_one_members_and_an_id_one_codes() {
        found();
        refused(new Refusal.NodeTaken(node("n1")), invite("abcd", "n1", NodeRole.VOTER));
        agreed(invite("abcd", "n2", NodeRole.VOTER));
        assertTrue(agreed(invite("abcd", "n2", NodeRole.VOTER)).isEmpty(), "a retry");
        refused(new Refusal.KeyReused("abcd"), invite("abcd", "n3", NodeRole.VOTER));
        agreed(invite("efgh", "n2", NodeRole.VOTER));
        agreed(admit("abcd", "n2", NodeRole.VOTER));
        refused(
                new Refusal.NodeTaken(node("n2")),
                new Command.AdmitNode(
                        Optional.of("efgh"), node("n2"), NodeRole.VOTER, "x:7400", "other"));
    }

    @Test
    void twenty_codes_are_open_at_most_and_old_ones_make_room() {
        found();
        for (int i = 0; i < RosterRules.OPEN_CODES_MAX; i++) {
            agreed(invite("c" + i, "s" + i, NodeRole.SATELLITE));
        }
        refused(
                new Refusal.NodeCodesFull(RosterRules.OPEN_CODES_MAX),
                invite("more", "s99", NodeRole.SATELLITE));
        agreed(admit("c0", "s0", NodeRole.SATELLITE));
        agreed(invite("more", "s99", NodeRole.SATELLITE));
        at = at.plus(HALF_AN_HOUR);
        agreed(invite("later", "s98", NodeRole.SATELLITE));
    }

    @Test
    void codes_that_are_over_are_forgotten_one_day() {
        found();
        for (int i = 0; i < 200; i++) {
            agreed(invite("c" + i, "s1", NodeRole.SATELLITE));
            at = at.plus(HALF_AN_HOUR);
        }
        assertEquals(RosterRules.CLOSED_CODES_MAX + 1, hall.nodeCodes().size());
        assertTrue(hall.findNodeCode("c0").isEmpty());
        assertTrue(hall.findNodeCode("c198").isPresent());
    }

    @Test
    void a_hall_has_five_voters_and_any_number_of_satellites() {
        found();
        agreed(invite("early", "n6", NodeRole.VOTER));
        for (String name : List.of("n2", "n3", "n4", "n5")) {
            joins(name, NodeRole.VOTER);
        }
        Refusal full = new Refusal.VotersFull(5);
        refused(full, invite("abcd", "n7", NodeRole.VOTER));
        refused(full, admit("early", "n6", NodeRole.VOTER));
        joins("s1", NodeRole.SATELLITE);
        refused(full, new Command.PromoteNode(node("s1")));
        agreed(new Command.RetireNode(node("n3")));
        agreed(new Command.PromoteNode(node("s1")));
        assertEquals(NodeRole.VOTER, hall.findNode(node("s1")).orElseThrow().role());
        assertTrue(agreed(new Command.PromoteNode(node("s1"))).isEmpty(), "it is one already");
        assertEquals(List.of("n1", "n2", "n4", "n5", "s1"), names());
    }

    @Test
    void a_retired_node_is_believed_no_longer_and_its_name_is_free() {
        found();
        joins("n2", NodeRole.VOTER);
        agreed(new Command.RetireNode(node("n2")));
        assertEquals(List.of("n1"), names());
        assertEquals(List.of("n2-1"), hall.revokedSerials());
        agreed(invite("again", "n2", NodeRole.VOTER));
        refused(new Refusal.Unknown("node", "n2"), new Command.RetireNode(node("n2")));
    }

    @Test
    void the_last_voter_stays_and_when_the_first_node_goes_the_next_is_first() {
        found();
        joins("s1", NodeRole.SATELLITE);
        refused(new Refusal.NoVoterLeft(node("n1")), new Command.RetireNode(node("n1")));
        agreed(new Command.PromoteNode(node("s1")));
        agreed(new Command.RetireNode(node("n1")));
        assertEquals("s1", hall.firstNode().orElseThrow().id().value());
    }

    @Test
    void a_renewed_certificate_leaves_the_one_before_good_until_the_next() {
        found();
        agreed(new Command.MoveNode(node("n1"), "n1:7400", "n1-2"));
        assertEquals(List.of(), hall.revokedSerials());
        assertEquals(Optional.of("n1-1"), hall.firstNode().orElseThrow().formerSerial());
        agreed(new Command.MoveNode(node("n1"), "n1:7500", "n1-2"));
        assertEquals(List.of(), hall.revokedSerials(), "another address renews nothing");
        assertTrue(agreed(new Command.MoveNode(node("n1"), "n1:7500", "n1-2")).isEmpty());
        agreed(new Command.MoveNode(node("n1"), "n1:7500", "n1-3"));
        assertEquals(List.of("n1-1"), hall.revokedSerials());
    }

    @Test
    void a_revoked_certificate_is_forgotten_when_it_would_be_over_anyway() {
        found();
        joins("n2", NodeRole.VOTER);
        joins("n3", NodeRole.VOTER);
        agreed(new Command.RetireNode(node("n2")));
        at = at.plus(RosterRules.REVOKED_FOR).plusSeconds(1);
        agreed(new Command.RetireNode(node("n3")));
        assertEquals(List.of("n3-1"), hall.revokedSerials());
    }
}
