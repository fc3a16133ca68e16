package yichuang.log;

import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Who this node is, who voted at the start, in which term it is and whom it voted for: the few
 * bytes that Raft must never forget. They change at a start and at an election only, so the file is
 * written anew each time.
 *
 * <p>Format 1: header, then name, voting (0 or 1), the first voters, term, vote; then CRC-32C of
 * all that follows the header. Names are in Java's modified UTF-8 behind two bytes of length; an
 * empty vote is no vote.
 */
final class NodeFile {
    private final Path file;
    private Contents contents;

    /** What the file says; {@code voters} is empty until Raft told them. */
    record Contents(NodeName node, boolean voting, List<NodeName> voters, int term, String vote) {
        RaftEndpointPersistentState endpoint() {
            return new DefaultRaftEndpointPersistentStateOrBuilder()
                    .setLocalEndpoint(node)
                    .setVoting(voting)
                    .build();
        }

        RaftTermPersistentState termState() {
            return new DefaultRaftTermPersistentStateOrBuilder()
                    .setTerm(term)
                    .setVotedFor(vote.isEmpty() ? null : new NodeName(vote))
                    .build();
        }
    }

    private NodeFile(Path file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** Reads what the directory remembers, or starts with a node that nobody knows yet. */
    static NodeFile open(Path directory, String node) throws IOException {
        Path file = directory.resolve("node");
        Contents known =
                read(file).orElse(new Contents(new NodeName(node), true, List.of(), 0, ""));
        if (!known.node.name().equals(node)) {
            throw LogDamaged.otherNode(directory, known.node.name(), node);
        }
        return new NodeFile(file, known);
    }

    /** {@return what is durable} */
    Contents contents() {
        return contents;
    }

    void endpoint(NodeName node, boolean voting) throws IOException {
        write(new Contents(node, voting, contents.voters, contents.term, contents.vote));
    }

    void voters(List<NodeName> voters) throws IOException {
        write(new Contents(contents.node, contents.voting, voters, contents.term, contents.vote));
    }

    void term(int term, String vote) throws IOException {
        write(new Contents(contents.node, contents.voting, contents.voters, term, vote));
    }

    private void write(Contents next) throws IOException {
        if (next.equals(contents) && Files.exists(file)) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(next.node.name());
        out.writeByte(next.voting ? 1 : 0);
        out.writeShort(next.voters.size());
        for (NodeName voter : next.voters) {
            out.writeUTF(voter.name());
        }
        out.writeInt(next.term);
        out.writeUTF(next.vote);
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        out.writeInt((int) crc.getValue());
        byte[] header = new FileHeader(FileHeader.Kind.NODE, 0).encode();
        WholeFile.write(file, List.of(header, bytes.toByteArray()));
        contents = next;
    }

    private static Optional<Contents> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        FileHeader.check(file, FileHeader.Kind.NODE, bytes);
        int end = bytes.length - Integer.BYTES;
        if (end <= FileHeader.BYTES) {
            throw LogDamaged.at(file, bytes.length, "too short");
        }
        byte[] body = Arrays.copyOfRange(bytes, FileHeader.BYTES, end);
        CRC32C crc = new CRC32C();
        crc.update(body);
        if (ByteBuffer.wrap(bytes).getInt(end) != (int) crc.getValue()) {
            throw LogDamaged.at(file, FileHeader.BYTES, "checksum");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        NodeName node = new NodeName(in.readUTF());
        boolean voting = in.readByte() == 1;
        NodeName[] voters = new NodeName[in.readShort()];
        for (int at = 0; at < voters.length; at++) {
            voters[at] = new NodeName(in.readUTF());
        }
        return Optional.of(new Contents(node, voting, List.of(voters), in.readInt(), in.readUTF()));
    }
}
