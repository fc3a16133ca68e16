package yichuang.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import yichuang.hall.NodeRole;

/** A node of the hall and where it listens. */
public record Member(String node, NodeRole role, Address address) {
    Member as(NodeRole other) {
        return new Member(node, other, address);
    }

    static byte[] encode(List<Member> members) {
        List<byte[]> fields = new ArrayList<>();
        for (Member member : members) {
            fields.add(Fields.utf8(member.node));
            fields.add(Fields.utf8(member.role.word()));
            fields.add(Fields.utf8(member.address.toString()));
        }
        return Fields.of(fields);
    }

    static List<Member> decode(byte[] bytes) throws IOException {
        List<byte[]> fields = Fields.split(bytes);
        if (fields.size() % 3 != 0) {
            throw new IOException("a member has three fields");
        }
        List<Member> members = new ArrayList<>();
        try {
            for (int at = 0; at < fields.size(); at += 3) {
                members.add(
                        new Member(
                                Fields.text(fields.get(at)),
                                NodeRole.of(Fields.text(fields.get(at + 1))),
                                Address.of(Fields.text(fields.get(at + 2)))));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a list of members: " + e.getMessage(), e);
        }
        return List.copyOf(members);
    }
}
