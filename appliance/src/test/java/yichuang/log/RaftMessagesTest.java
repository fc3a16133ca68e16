package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.microraft.MembershipChangeMode;
import io.microraft.RaftEndpoint;
import io.microraft.model.RaftModelFactory;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.RaftMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * Raft's messages survive the wire, keep their bytes from release to release, and strange bytes are
 * refused without harm.
 */
class RaftMessagesTest {
    private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();
    private static final NodeName SENDER = new NodeName("大厅-1");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/log/messages-v1.txt");
    private static final List<RaftEndpoint> MEMBERS =
            List.of(SENDER, new NodeName("n2"), new NodeName("n3"), new NodeName("n4"));

    private static LogEntry entry(int term, long index, Object operation) {
        return MODEL.createLogEntryBuilder()
                .setTerm(term)
                .setIndex(index)
                .setOperation(operation)
                .build();
    }

    /** One of every kind. */
    private static Map<String, RaftMessage> each(int term, long at, boolean yes, byte[] bytes) {
        RaftGroupMembersView view =
                MODEL.createRaftGroupMembersViewBuilder()
                        .setLogIndex(at)
                        .setMembers(MEMBERS)
                        .setVotingMembers(MEMBERS.subList(0, 3))
                        .build();
        var change =
                MODEL.createUpdateRaftGroupMembersOpBuilder()
                        .setEndpoint(MEMBERS.getLast())
                        .setMode(MembershipChangeMode.ADD_LEARNER)
                        .setMembers(MEMBERS)
                        .setVotingMembers(MEMBERS.subList(0, 3))
                        .build();
        var snapshot =
                MODEL.createInstallSnapshotRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setSenderLeader(yes)
                        .setSnapshotTerm(term)
                        .setSnapshotIndex(at)
                        .setTotalSnapshotChunkCount(3)
                        .setSnapshottedMembers(MEMBERS.subList(0, 1))
                        .setGroupMembersView(view)
                        .setQuerySequenceNumber(at)
                        .setFlowControlSequenceNumber(at);
        if (yes) {
            snapshot.setSnapshotChunk(
                    MODEL.createSnapshotChunkBuilder()
                            .setIndex(at)
                            .setTerm(term)
                            .setSnapshotChunkIndex(2)
                            .setSnapshotChunkCount(3)
                            .setGroupMembersView(view)
                            .setOperation(SavedState.inMemory(bytes))
                            .build());
        }
        Map<String, RaftMessage> each = new LinkedHashMap<>();
        each.put(
                "append",
                MODEL.createAppendEntriesRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setPreviousLogTerm(term)
                        .setPreviousLogIndex(at)
                        .setCommitIndex(at)
                        .setQuerySequenceNumber(at)
                        .setFlowControlSequenceNumber(at)
                        .setLogEntries(
                                List.of(
                                        entry(term, at + 1, bytes),
                                        entry(term, at + 2, NewTerm.ENTRY),
                                        entry(term, at + 3, change)))
                        .build());
        each.put(
                "appended",
                MODEL.createAppendEntriesSuccessResponseBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setLastLogIndex(at)
                        .setQuerySequenceNumber(at)
                        .setFlowControlSequenceNumber(at)
                        .build());
        each.put(
                "not appended",
                MODEL.createAppendEntriesFailureResponseBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setExpectedNextIndex(at)
                        .setQuerySequenceNumber(at)
                        .setFlowControlSequenceNumber(at)
                        .build());
        each.put("snapshot", snapshot.build());
        each.put(
                "snapshot wanted",
                MODEL.createInstallSnapshotResponseBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setSnapshotIndex(at)
                        .setRequestedSnapshotChunkIndex(term)
                        .setQuerySequenceNumber(at)
                        .setFlowControlSequenceNumber(at)
                        .build());
        each.put(
                "pre-vote",
                MODEL.createPreVoteRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setLastLogTerm(term)
                        .setLastLogIndex(at)
                        .build());
        each.put(
                "pre-voted",
                MODEL.createPreVoteResponseBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setGranted(yes)
                        .build());
        each.put(
                "vote",
                MODEL.createVoteRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setLastLogTerm(term)
                        .setLastLogIndex(at)
                        .setSticky(yes)
                        .build());
        each.put(
                "voted",
                MODEL.createVoteResponseBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setGranted(yes)
                        .build());
        each.put(
                "lead",
                MODEL.createTriggerLeaderElectionRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(term)
                        .setLastLogTerm(term)
                        .setLastLogIndex(at)
                        .build());
        return each;
    }

    /** MicroRaft's own words for a message, without the identity of arrays in them. */
    private static String described(RaftMessage message) {
        return message.toString().replaceAll("(\\[B|SavedState|OrBuilder)@[0-9a-f]+", "");
    }

    @Property(tries = 200)
    void every_message_comes_back_as_it_was_sent(
            @ForAll @IntRange(min = 0) int term,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long at,
            @ForAll boolean yes,
            @ForAll byte[] bytes)
            throws IOException {
        for (RaftMessage message : each(term, at, yes, bytes).values()) {
            byte[] sent = RaftMessages.encode(message);
            RaftMessage back = RaftMessages.decode(SENDER, sent);
            assertEquals(SENDER, back.getSender());
            assertEquals(RaftMessages.GROUP, back.getGroupId());
            assertEquals(message.getClass(), back.getClass());
            assertEquals(described(message), described(back));
            assertArrayEquals(sent, RaftMessages.encode(back));
        }
    }

    @Test
    void the_bytes_are_those_of_version_1() throws IOException {
        List<String> now = new ArrayList<>();
        byte[] bytes = "take A0001 社保".getBytes(StandardCharsets.UTF_8);
        for (var each : each(7, 1_000, true, bytes).entrySet()) {
            byte[] sent = RaftMessages.encode(each.getValue());
            now.add(each.getKey() + " = " + HexFormat.of().formatHex(sent));
        }
        assertEquals(Files.readAllLines(GOLDEN), now);
    }

    @Test
    void a_message_cut_short_or_drawn_out_is_refused() throws IOException {
        for (RaftMessage message : each(7, 1_000, true, new byte[] {1, 2, 3}).values()) {
            byte[] whole = RaftMessages.encode(message);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThrows(IOException.class, () -> RaftMessages.decode(SENDER, cut));
            }
            byte[] longer = Arrays.copyOf(whole, whole.length + 1);
            assertThrows(IOException.class, () -> RaftMessages.decode(SENDER, longer));
        }
    }

    @Test
    void changed_bytes_are_another_message_or_refused_and_nothing_else() throws IOException {
        Random random = new Random(20_190_056);
        for (int round = 0; round < 2_000; round++) {
            for (RaftMessage message : each(7, 1_000, true, new byte[9]).values()) {
                byte[] bytes = RaftMessages.encode(message);
                for (int left = 1 + random.nextInt(4); left > 0; left--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                try {
                    assertInstanceOf(RaftMessage.class, RaftMessages.decode(SENDER, bytes));
                } catch (IOException refused) {
                    assertTrue(!refused.getMessage().isEmpty());
                }
            }
        }
    }

    @Test
    void a_length_is_believed_only_if_the_bytes_are_there() throws IOException {
        byte[] append = RaftMessages.encode(each(7, 0, true, new byte[0]).get("append"));
        int firstBody = 2 + 4 + 4 + 4 * 8 + 4 + 4 + 1;
        ByteBuffer.wrap(append).putInt(firstBody, Integer.MAX_VALUE);
        IOException refused =
                assertThrows(IOException.class, () -> RaftMessages.decode(SENDER, append));
        assertTrue(refused.getMessage().contains("early"), refused.getMessage());
    }

    @Test
    void a_newer_version_is_refused_by_its_first_byte() throws IOException {
        byte[] vote = RaftMessages.encode(each(7, 0, true, new byte[0]).get("vote"));
        vote[0] = 2;
        IOException refused =
                assertThrows(IOException.class, () -> RaftMessages.decode(SENDER, vote));
        assertEquals("version 2, known is 1", refused.getMessage());
    }

    @Test
    void entries_that_would_outgrow_a_frame_stay_behind() throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (int at = 1; at <= 10; at++) {
            entries.add(entry(1, at, new byte[1 << 20]));
        }
        AppendEntriesRequest request =
                MODEL.createAppendEntriesRequestBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setSender(SENDER)
                        .setTerm(1)
                        .setLogEntries(entries)
                        .build();
        byte[] sent = RaftMessages.encode(request);
        AppendEntriesRequest back =
                assertInstanceOf(AppendEntriesRequest.class, RaftMessages.decode(SENDER, sent));
        assertEquals(3, back.getLogEntries().size());
        assertTrue(sent.length < RaftMessages.BYTES_MAX);
    }
}
