package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hall of a voter and two satellites, whose voter dies, and comes back. */
class EpochTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final NodeId VOTER = new NodeId("n1");
    private static final NodeId STAND_BY = new NodeId("s1");
    private static final NodeId OTHER = new NodeId("s2");
    private static final Command.TakeOver TAKE_OVER =
            new Command.TakeOver(STAND_BY, 2, List.of(VOTER), 7, 480);
    private final Hall hall = new Hall();

    @BeforeEach
    void found() {
        agreed(
                new Command.AdmitNode(
                        Optional.empty(), VOTER, NodeRole.VOTER, "n1:7400", "serial of n1"));
        joins(STAND_BY, "serial of s1", NodeRole.SATELLITE);
        joins(OTHER, "serial of s2", NodeRole.SATELLITE);
    }

    private void joins(NodeId node, String serial, NodeRole role) {
        String code = "code for " + serial;
        agreed(new Command.InviteNode(code, "key", node, role, NINE.plusSeconds(60)));
        agreed(new Command.AdmitNode(Optional.of(code), node, role, node + ":7400", serial));
    }

    private Answer ask(Command command) {
        return hall.apply(new Entry(NINE, new TokenId("admin"), Optional.empty(), command));
    }

    private List<Event> agreed(Command command) {
        return assertInstanceOf(Answer.Agreed.class, ask(command)).events();
    }

    private void refused(Refusal why, Command command) {
        assertEquals(new Answer.Refused(why), ask(command));
    }

    private HallNode node(NodeId id) {
        return hall.findNode(id).orElseThrow();
    }

    @Test
    void a_new_hall_is_in_its_first_epoch() {
        assertEquals(Epoch.FIRST, hall.epoch());
    }

    @Test
    void the_node_that_takes_over_votes_and_the_others_are_fenced() {
        Event.HallTakenOver taken =
                assertInstanceOf(Event.HallTakenOver.class, agreed(TAKE_OVER).getFirst());
        assertEquals(List.of(VOTER), taken.fenced().stream().map(HallNode::id).toList());
        assertEquals(new Epoch(2, Optional.of(STAND_BY), 7, 480), hall.epoch());
        assertEquals(NodeRole.VOTER, node(STAND_BY).role());
        assertEquals(Optional.of(NINE), node(VOTER).fenced());
        assertEquals(NodeRole.SATELLITE, node(VOTER).role(), "it has no vote any more");
        assertFalse(node(OTHER).isFenced(), "a satellite has nothing of its own to fear");
        assertEquals(List.of(), hall.revokedSerials(), "it can be told");
        assertEquals(STAND_BY, hall.firstNode().orElseThrow().id(), "and owns nothing");
        assertTrue(agreed(TAKE_OVER).isEmpty(), "asked again it is the same");
    }

    @Test
    void who_takes_over_names_every_other_voter() {
        joins(new NodeId("n3"), "serial of n3", NodeRole.VOTER);
        List<NodeId> both = List.of(VOTER, new NodeId("n3"));
        refused(new Refusal.OtherVoters(both), TAKE_OVER);
        refused(
                new Refusal.OtherVoters(both),
                new Command.TakeOver(STAND_BY, 2, List.of(VOTER, OTHER), 7, 480));
        agreed(
                new Command.TakeOver(
                        STAND_BY, 2, List.of(new NodeId("n3"), new NodeId("n1")), 7, 480));
        assertTrue(node(new NodeId("n3")).isFenced());
    }

    @Test
    void an_epoch_comes_once_and_after_the_one_before() {
        refused(
                new Refusal.EpochOver(1),
                new Command.TakeOver(STAND_BY, 3, List.of(VOTER), 7, 480));
        agreed(TAKE_OVER);
        refused(
                new Refusal.EpochOver(2),
                new Command.TakeOver(OTHER, 2, List.of(STAND_BY), 7, 480));
        agreed(new Command.TakeOver(OTHER, 3, List.of(STAND_BY), 9, 500));
        refused(
                new Refusal.NodeFenced(VOTER),
                new Command.TakeOver(VOTER, 4, List.of(OTHER), 9, 500));
    }

    @Test
    void a_fenced_node_votes_only_after_it_has_rejoined() {
        agreed(TAKE_OVER);
        refused(new Refusal.NodeFenced(VOTER), new Command.PromoteNode(VOTER));
        agreed(new Command.RejoinNode(VOTER));
        assertFalse(node(VOTER).isFenced());
        assertEquals(NodeRole.SATELLITE, node(VOTER).role());
        assertTrue(agreed(new Command.RejoinNode(VOTER)).isEmpty(), "asked again it is the same");
        agreed(new Command.PromoteNode(VOTER));
        assertEquals(NodeRole.VOTER, node(VOTER).role());
    }

    @Test
    void a_new_machine_may_come_by_a_fenced_nodes_name() {
        agreed(TAKE_OVER);
        joins(VOTER, "serial of the new n1", NodeRole.VOTER);
        assertFalse(node(VOTER).isFenced());
        assertEquals(List.of("serial of n1"), hall.revokedSerials());
        assertEquals(VOTER, hall.nodes().getLast().id(), "it came last");
    }

    @Test
    void a_fenced_node_may_be_retired() {
        agreed(TAKE_OVER);
        agreed(new Command.RetireNode(VOTER));
        assertEquals(List.of("serial of n1"), hall.revokedSerials());
    }

    @Test
    void a_retired_name_may_come_again_by_a_new_code() {
        agreed(new Command.RetireNode(OTHER));
        joins(OTHER, "another serial of s2", NodeRole.SATELLITE);
        assertEquals("another serial of s2", node(OTHER).serial());
        assertEquals(List.of("serial of s2"), hall.revokedSerials());
    }

    @Test
    void the_epoch_is_part_of_the_state() {
        agreed(TAKE_OVER);
        assertEquals(hall.epoch(), Hall.of(hall.snapshot()).epoch());
    }

    @Test
    void of_two_epochs_of_one_number_every_node_chooses_the_same() {
        Epoch more = new Epoch(2, Optional.of(STAND_BY), 7, 481);
        Epoch less = new Epoch(2, Optional.of(OTHER), 7, 480);
        assertTrue(more.compareTo(less) > 0);
        assertTrue(new Epoch(3, Optional.of(OTHER), 7, 10).compareTo(more) > 0);
    }
}
