package yichuang.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yichuang.access.HallKey;
import yichuang.access.Sealed;
import yichuang.hall.Epoch;
import yichuang.hall.NodeRole;

/**
 * That this node belongs to a hall: who it is, what it is, and where the others were last. Kept in
 * the data directory; written last of all, so a node that has it has joined.
 *
 * @param epoch the number of the epoch in which this node came to its role: a voter's log is of
 *     that one for as long as it lives
 */
public record Membership(NodeIdentity identity, NodeRole role, List<Member> members, long epoch) {
    private static final String PURPOSE = "node key";

    public Membership {
        members = List.copyOf(members);
    }

    /**
     * Reads the membership of a data directory.
     *
     * @return empty when the node has joined nothing and founded nothing yet
     * @throws IOException also when it was written under another hall key
     */
    public static Optional<Membership> find(Path data, HallKey key) throws IOException {
        if (!Files.exists(file(data).file())) {
            return Optional.empty();
        }
        List<byte[]> fields = file(data).read(6);
        try {
            return Optional.of(
                    new Membership(
                            NodeIdentity.of(
                                    Certificates.privateKey(
                                            Sealed.open(key.derived(PURPOSE), fields.get(0))),
                                    Certificates.certificate(fields.get(1)),
                                    Certificates.certificate(fields.get(2))),
                            NodeRole.of(Fields.text(fields.get(3))),
                            Member.decode(fields.get(4)),
                            Long.parseLong(Fields.text(fields.get(5)))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file(data).file()
                            + " does not belong to this hall key. Restore the key file that"
                            + " belongs to this data directory.",
                    e);
        }
    }

    /** Makes the first node of a hall: its authority signs its own node. Durable on return. */
    public static Membership found(Path data, HallKey key, Member first, Instant now)
            throws IOException {
        Authority authority = Authority.open(data, key, now);
        KeyPair keys = NodeIdentity.newKeys();
        X509Certificate signed =
                authority.sign(NodeIdentity.request(keys, first.node()), first.node(), now);
        try {
            Membership founded =
                    new Membership(
                            NodeIdentity.of(keys.getPrivate(), signed, authority.certificate()),
                            first.role(),
                            List.of(first),
                            Epoch.FIRST.number());
            founded.keep(data, key);
            return founded;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was just signed is signed", e);
        }
    }

    /** {@return the same node with a renewed certificate} */
    public Membership with(NodeIdentity renewed) {
        return new Membership(renewed, role, members, epoch);
    }

    /** {@return the same node with the members as they are now} */
    public Membership with(List<Member> now) {
        return new Membership(identity, role, now, epoch);
    }

    /** {@return the same node with a vote from now on, beside the other voters} */
    public Membership voting(long now) {
        return new Membership(
                identity,
                NodeRole.VOTER,
                members.stream()
                        .map(member -> isSelf(member) ? member.as(NodeRole.VOTER) : member)
                        .toList(),
                now);
    }

    /** {@return the same node as the only voter of a new epoch, without those before it} */
    public Membership takingOver(long next) {
        return new Membership(
                identity,
                NodeRole.VOTER,
                members.stream()
                        .filter(member -> isSelf(member) || member.role() == NodeRole.SATELLITE)
                        .map(member -> isSelf(member) ? member.as(NodeRole.VOTER) : member)
                        .toList(),
                next);
    }

    /** {@return the same node as a satellite of the hall that went on without it} */
    public Membership rejoined(Fence fence) {
        return new Membership(
                identity, NodeRole.SATELLITE, ledBy(fence.node()), fence.epoch().number());
    }

    private List<Member> ledBy(String voter) {
        return members.stream()
                .map(
                        member ->
                                member.as(
                                        member.node().equals(voter)
                                                ? NodeRole.VOTER
                                                : NodeRole.SATELLITE))
                .toList();
    }

    private boolean isSelf(Member member) {
        return member.node().equals(identity.node());
    }

    /** Writes it into the data directory; durable on return. */
    public void keep(Path data, HallKey key) throws IOException {
        Files.createDirectories(data);
        file(data)
                .write(
                        Sealed.seal(key.derived(PURPOSE), identity.key().getEncoded()),
                        Certificates.encoded(identity.certificate()),
                        Certificates.encoded(identity.authority()),
                        Fields.utf8(role.word()),
                        Member.encode(members),
                        Fields.utf8(Long.toString(epoch)));
    }

    /**
     * Looks whether a node may join with this data directory and key file.
     *
     * @throws JoinRefused when either holds something: it might be a hall's only copy
     */
    static void requireEmpty(Path data, Path keyFile) throws IOException {
        if (Files.exists(file(data).file())) {
            List<byte[]> fields = file(data).read(6);
            try {
                String hall = Certificates.hall(Certificates.certificate(fields.get(1)));
                throw new JoinRefused(JoinRefusal.OTHER_HALL, hall);
            } catch (GeneralSecurityException e) {
                throw new JoinRefused(JoinRefusal.NOT_EMPTY, data.toString());
            }
        }
        if (Files.exists(keyFile)) {
            throw new JoinRefused(JoinRefusal.NOT_EMPTY, keyFile.toString());
        }
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new JoinRefused(JoinRefusal.NOT_EMPTY, data.toString());
                }
            }
        }
    }

    private static KeptFile file(Path data) {
        return new KeptFile(data.resolve("membership"), "YCNM", 1);
    }
}
