package yichuang.log;

import io.microraft.RaftEndpoint;
import io.microraft.model.RaftModelFactory;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.message.AppendEntriesFailureResponse;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.AppendEntriesSuccessResponse;
import io.microraft.model.message.InstallSnapshotRequest;
import io.microraft.model.message.InstallSnapshotResponse;
import io.microraft.model.message.PreVoteRequest;
import io.microraft.model.message.PreVoteResponse;
import io.microraft.model.message.RaftMessage;
import io.microraft.model.message.TriggerLeaderElectionRequest;
import io.microraft.model.message.VoteRequest;
import io.microraft.model.message.VoteResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * MicroRaft's messages as bytes, version 1.
 *
 * <p>Version (1 byte), kind (1), term (4), then the fields of the kind in the order of {@link
 * #encode}. A message does not name its sender: the wire knows who that is, and a peer cannot
 * pretend. Nor do entries say their index: they follow the previous one.
 *
 * <p>Entries beyond 4 MiB stay behind (Raft lets a leader send fewer), so that no message outgrows
 * a frame of the link.
 */
final class RaftMessages {
    /** No message is longer. */
    static final int BYTES_MAX = 16 << 20;

    static final String GROUP = "hall";
    private static final int VERSION = 1;
    private static final int ENTRIES_BYTES_MAX = 4 << 20;
    private static final int ENTRIES_MAX = 1 << 16;
    private static final int PIECES_MAX = 64;
    private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();

    private static final int APPEND = 1;
    private static final int APPENDED = 2;
    private static final int NOT_APPENDED = 3;
    private static final int SNAPSHOT = 4;
    private static final int SNAPSHOT_WANTED = 5;
    private static final int PRE_VOTE = 6;
    private static final int PRE_VOTED = 7;
    private static final int VOTE = 8;
    private static final int VOTED = 9;
    private static final int LEAD = 10;

    private RaftMessages() {}

    /**
     * {@return the bytes of a message}
     *
     * @throws IOException when a snapshot's file cannot be read
     */
    static byte[] encode(RaftMessage message) throws IOException {
        MessageBytes out = new MessageBytes().oneByte(VERSION);
        switch (message) {
            case AppendEntriesRequest m -> append(begin(out, APPEND, m), m);
            case AppendEntriesSuccessResponse m ->
                    begin(out, APPENDED, m)
                            .number(m.getLastLogIndex())
                            .number(m.getQuerySequenceNumber())
                            .number(m.getFlowControlSequenceNumber());
            case AppendEntriesFailureResponse m ->
                    begin(out, NOT_APPENDED, m)
                            .number(m.getExpectedNextIndex())
                            .number(m.getQuerySequenceNumber())
                            .number(m.getFlowControlSequenceNumber());
            case InstallSnapshotRequest m -> snapshot(begin(out, SNAPSHOT, m), m);
            case InstallSnapshotResponse m ->
                    begin(out, SNAPSHOT_WANTED, m)
                            .number(m.getSnapshotIndex())
                            .natural(m.getRequestedSnapshotChunkIndex())
                            .number(m.getQuerySequenceNumber())
                            .number(m.getFlowControlSequenceNumber());
            case PreVoteRequest m ->
                    begin(out, PRE_VOTE, m).natural(m.getLastLogTerm()).number(m.getLastLogIndex());
            case PreVoteResponse m -> begin(out, PRE_VOTED, m).yes(m.isGranted());
            case VoteRequest m ->
                    begin(out, VOTE, m)
                            .natural(m.getLastLogTerm())
                            .number(m.getLastLogIndex())
                            .yes(m.isSticky());
            case VoteResponse m -> begin(out, VOTED, m).yes(m.isGranted());
            case TriggerLeaderElectionRequest m ->
                    begin(out, LEAD, m).natural(m.getLastLogTerm()).number(m.getLastLogIndex());
            case RaftMessage other ->
                    throw new IllegalArgumentException("not a message of 0.7: " + other.getClass());
        }
        return out.bytes();
    }

    private static MessageBytes begin(MessageBytes out, int kind, RaftMessage message) {
        return out.oneByte(kind).natural(message.getTerm());
    }

    private static void append(MessageBytes out, AppendEntriesRequest m) {
        List<LogEntry> entries = fitting(m.getLogEntries());
        out.natural(m.getPreviousLogTerm())
                .number(m.getPreviousLogIndex())
                .number(m.getCommitIndex())
                .number(m.getQuerySequenceNumber())
                .number(m.getFlowControlSequenceNumber())
                .natural(entries.size());
        for (LogEntry entry : entries) {
            out.natural(entry.getTerm())
                    .oneByte(Operations.kind(entry.getOperation()).number)
                    .block(Operations.body(entry.getOperation()));
        }
    }

    private static List<LogEntry> fitting(List<LogEntry> entries) {
        int bytes = 0;
        for (int at = 0; at < entries.size(); at++) {
            bytes += EntryFormat.HEADER_BYTES;
            bytes += Operations.body(entries.get(at).getOperation()).length;
            if (at > 0 && bytes > ENTRIES_BYTES_MAX) {
                return entries.subList(0, at);
            }
        }
        return entries;
    }

    private static void snapshot(MessageBytes out, InstallSnapshotRequest m) throws IOException {
        RaftGroupMembersView view = m.getGroupMembersView();
        out.yes(m.isSenderLeader())
                .natural(m.getSnapshotTerm())
                .number(m.getSnapshotIndex())
                .number(view.getLogIndex())
                .raw(Bytes.of(Operations.names(view.getMembers())))
                .raw(Bytes.of(Operations.names(view.getVotingMembers())))
                .raw(Bytes.of(Operations.names(m.getSnapshottedMembers())))
                .number(m.getQuerySequenceNumber())
                .number(m.getFlowControlSequenceNumber())
                .natural(m.getTotalSnapshotChunkCount());
        SnapshotChunk chunk = m.getSnapshotChunk();
        out.yes(chunk != null);
        if (chunk != null) {
            out.natural(chunk.getSnapshotChunkIndex())
                    .block(((SavedState) chunk.getOperation()).read());
        }
    }

    /**
     * {@return the message that somebody sent}
     *
     * @param sender as the wire knows him
     * @throws IOException when the bytes are not a message of this version; nothing has happened
     */
    static RaftMessage decode(NodeName sender, byte[] message) throws IOException {
        if (message.length > BYTES_MAX) {
            throw new IOException("a message of %d bytes".formatted(message.length));
        }
        Bytes in = new Bytes(message);
        int version = in.oneByte();
        if (version != VERSION) {
            throw new IOException("version %d, known is %d".formatted(version, VERSION));
        }
        RaftMessage decoded = decode(sender, in.oneByte(), in.natural(), in);
        in.end();
        return decoded;
    }

    private static RaftMessage decode(NodeName sender, int kind, int term, Bytes in)
            throws IOException {
        return switch (kind) {
            case APPEND -> append(sender, term, in);
            case APPENDED ->
                    MODEL.createAppendEntriesSuccessResponseBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setLastLogIndex(in.longNatural())
                            .setQuerySequenceNumber(in.longNatural())
                            .setFlowControlSequenceNumber(in.longNatural())
                            .build();
            case NOT_APPENDED ->
                    MODEL.createAppendEntriesFailureResponseBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setExpectedNextIndex(in.longNatural())
                            .setQuerySequenceNumber(in.longNatural())
                            .setFlowControlSequenceNumber(in.longNatural())
                            .build();
            case SNAPSHOT -> snapshot(sender, term, in);
            case SNAPSHOT_WANTED ->
                    MODEL.createInstallSnapshotResponseBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setSnapshotIndex(in.longNatural())
                            .setRequestedSnapshotChunkIndex(in.natural())
                            .setQuerySequenceNumber(in.longNatural())
                            .setFlowControlSequenceNumber(in.longNatural())
                            .build();
            case PRE_VOTE ->
                    MODEL.createPreVoteRequestBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setLastLogTerm(in.natural())
                            .setLastLogIndex(in.longNatural())
                            .build();
            case PRE_VOTED ->
                    MODEL.createPreVoteResponseBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setGranted(in.yes())
                            .build();
            case VOTE ->
                    MODEL.createVoteRequestBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setLastLogTerm(in.natural())
                            .setLastLogIndex(in.longNatural())
                            .setSticky(in.yes())
                            .build();
            case VOTED ->
                    MODEL.createVoteResponseBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setGranted(in.yes())
                            .build();
            case LEAD ->
                    MODEL.createTriggerLeaderElectionRequestBuilder()
                            .setGroupId(GROUP)
                            .setSender(sender)
                            .setTerm(term)
                            .setLastLogTerm(in.natural())
                            .setLastLogIndex(in.longNatural())
                            .build();
            default -> throw new IOException("no kind of message: " + kind);
        };
    }

    private static RaftMessage append(NodeName sender, int term, Bytes in) throws IOException {
        var request =
                MODEL.createAppendEntriesRequestBuilder()
                        .setGroupId(GROUP)
                        .setSender(sender)
                        .setTerm(term)
                        .setPreviousLogTerm(in.natural());
        long previous = in.longNatural();
        request.setPreviousLogIndex(previous)
                .setCommitIndex(in.longNatural())
                .setQuerySequenceNumber(in.longNatural())
                .setFlowControlSequenceNumber(in.longNatural());
        int count = in.natural();
        if (count > ENTRIES_MAX || previous > Long.MAX_VALUE - ENTRIES_MAX) {
            throw new IOException("%d entries behind %d".formatted(count, previous));
        }
        List<LogEntry> entries = new ArrayList<>();
        int lastTerm = 0;
        for (long index = previous + 1; index <= previous + count; index++) {
            int entryTerm = in.natural();
            if (entryTerm < lastTerm || entryTerm > term) {
                throw new IOException("term %d out of order".formatted(entryTerm));
            }
            lastTerm = entryTerm;
            StoredEntry.Kind kind = StoredEntry.Kind.of(in.oneByte());
            entries.add(
                    MODEL.createLogEntryBuilder()
                            .setIndex(index)
                            .setTerm(entryTerm)
                            .setOperation(Operations.operation(kind, in.block()))
                            .build());
        }
        return request.setLogEntries(entries).build();
    }

    private static RaftMessage snapshot(NodeName sender, int term, Bytes in) throws IOException {
        boolean leader = in.yes();
        int snapshotTerm = in.natural();
        long index = in.longNatural();
        RaftGroupMembersView view =
                MODEL.createRaftGroupMembersViewBuilder()
                        .setLogIndex(in.longNatural())
                        .setMembers(new LinkedHashSet<RaftEndpoint>(in.names()))
                        .setVotingMembers(new LinkedHashSet<RaftEndpoint>(in.names()))
                        .build();
        var request =
                MODEL.createInstallSnapshotRequestBuilder()
                        .setGroupId(GROUP)
                        .setSender(sender)
                        .setTerm(term)
                        .setSenderLeader(leader)
                        .setSnapshotTerm(snapshotTerm)
                        .setSnapshotIndex(index)
                        .setGroupMembersView(view)
                        .setSnapshottedMembers(List.copyOf(in.names()))
                        .setQuerySequenceNumber(in.longNatural())
                        .setFlowControlSequenceNumber(in.longNatural());
        int pieces = in.natural();
        if (pieces < 1 || pieces > PIECES_MAX) {
            throw new IOException("a snapshot in %d pieces".formatted(pieces));
        }
        request.setTotalSnapshotChunkCount(pieces);
        if (in.yes()) {
            int piece = in.natural();
            if (piece >= pieces) {
                throw new IOException("piece %d of %d".formatted(piece, pieces));
            }
            request.setSnapshotChunk(
                    MODEL.createSnapshotChunkBuilder()
                            .setIndex(index)
                            .setTerm(snapshotTerm)
                            .setSnapshotChunkIndex(piece)
                            .setSnapshotChunkCount(pieces)
                            .setGroupMembersView(view)
                            .setOperation(SavedState.received(in.block()))
                            .build());
        }
        return request.build();
    }
}
