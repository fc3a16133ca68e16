package yichuang.log;

import io.microraft.MembershipChangeMode;
import io.microraft.RaftEndpoint;
import io.microraft.model.groupop.UpdateRaftGroupMembersOp;
import io.microraft.model.impl.groupop.DefaultUpdateRaftGroupMembersOpOrBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import yichuang.log.StoredEntry.Kind;

/**
 * What Raft orders, as bytes: the same in a segment and on the wire.
 *
 * <p>A command is itself. A new term has no bytes. A change of the voters is: what is done (1 a
 * learner is added, 2 a voter is added or promoted, 3 a member is removed), to whom, the members
 * and the voters afterwards; names in UTF-8 behind one byte of length, lists behind one byte of
 * count.
 */
final class Operations {
    private static final byte[] NOTHING = {};

    private Operations() {}

    static Kind kind(Object operation) {
        return switch (operation) {
            case byte[] command -> Kind.COMMAND;
            case NewTerm newTerm -> Kind.NEW_TERM;
            case UpdateRaftGroupMembersOp change -> Kind.VOTERS;
            case Object other ->
                    throw new IllegalArgumentException("not ordered here: " + other.getClass());
        };
    }

    static byte[] body(Object operation) {
        return switch (operation) {
            case byte[] command -> command;
            case UpdateRaftGroupMembersOp change -> change(change);
            case Object noBody -> NOTHING;
        };
    }

    static Object operation(Kind kind, byte[] body) throws IOException {
        return switch (kind) {
            case COMMAND -> body;
            case NEW_TERM -> NewTerm.ENTRY;
            case VOTERS -> change(new Bytes(body));
            case CUT, SKIP -> throw new IOException("no operation: " + kind);
        };
    }

    private static byte[] change(UpdateRaftGroupMembersOp change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                switch (change.getMode()) {
                    case ADD_LEARNER -> 1;
                    case ADD_OR_PROMOTE_TO_FOLLOWER -> 2;
                    case REMOVE_MEMBER -> 3;
                });
        out.writeBytes(Bytes.of((NodeName) change.getEndpoint()));
        out.writeBytes(Bytes.of(names(change.getMembers())));
        out.writeBytes(Bytes.of(names(change.getVotingMembers())));
        return out.toByteArray();
    }

    private static UpdateRaftGroupMembersOp change(Bytes in) throws IOException {
        int number = in.oneByte();
        MembershipChangeMode mode =
                switch (number) {
                    case 1 -> MembershipChangeMode.ADD_LEARNER;
                    case 2 -> MembershipChangeMode.ADD_OR_PROMOTE_TO_FOLLOWER;
                    case 3 -> MembershipChangeMode.REMOVE_MEMBER;
                    default -> throw new IOException("no change of voters: " + number);
                };
        NodeName whom = in.name();
        Collection<RaftEndpoint> members = new LinkedHashSet<>(in.names());
        Collection<RaftEndpoint> voters = new LinkedHashSet<>(in.names());
        in.end();
        return new DefaultUpdateRaftGroupMembersOpOrBuilder()
                .setMode(mode)
                .setEndpoint(whom)
                .setMembers(members)
                .setVotingMembers(voters)
                .build();
    }

    static List<NodeName> names(Collection<RaftEndpoint> endpoints) {
        return endpoints.stream().map(NodeName.class::cast).toList();
    }
}
