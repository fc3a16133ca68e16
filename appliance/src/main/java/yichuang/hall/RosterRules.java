package yichuang.hall;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which controllers are the hall: they come by a one-time code, are known by their certificates,
 * and are believed no longer once they are retired.
 */
final class RosterRules {
    /** A sixth voter would make every promise slower and none safer. */
    static final int VOTERS_MAX = 5;

    /** More than anybody installs in a day; each one is a door. */
    static final int OPEN_CODES_MAX = 20;

    /** Codes remembered only to say why they are good no longer. */
    static final int CLOSED_CODES_MAX = 50;

    /** By then a certificate is over by itself: the hall signs none for longer than 400 days. */
    static final Duration REVOKED_FOR = Duration.ofDays(401);

    private RosterRules() {}

    static Answer invite(Command.InviteNode invite, Draft draft) {
        NodeCode code =
                new NodeCode(
                        invite.code(),
                        invite.proofKey(),
                        invite.node(),
                        invite.role(),
                        invite.until(),
                        Optional.empty());
        NodeCode same = draft.state().nodeCodes.get(code.id());
        if (code.equals(same)) {
            return draft.agreed(receipt(code, draft));
        }
        if (same != null) {
            // By chance, one in a million; a new request key makes a new code.
            throw new Refused(new Refusal.KeyReused(code.id()));
        }
        HallNode holder = draft.state().nodes.get(code.node());
        if (holder != null && !holder.isFenced()) {
            throw new Refused(new Refusal.NodeTaken(code.node()));
        }
        long open =
                draft.state().nodeCodes.values().stream()
                        .filter(one -> one.isOpen(draft.at()))
                        .count();
        if (open >= OPEN_CODES_MAX) {
            throw new Refused(new Refusal.NodeCodesFull(OPEN_CODES_MAX));
        }
        needsRoom(invite.role(), draft);
        draft.change(
                () -> {
                    forgetOldest(draft);
                    draft.state().nodeCodes.put(code.id(), code);
                });
        draft.happened(new Event.NodeInvited(draft.at(), code));
        return draft.agreed(receipt(code, draft));
    }

    private static Receipt receipt(NodeCode code, Draft draft) {
        return new Receipt.OfNode(code.node(), code.role(), draft.at());
    }

    private static void forgetOldest(Draft draft) {
        Map<String, NodeCode> codes = draft.state().nodeCodes;
        List<String> closed =
                codes.values().stream()
                        .filter(code -> !code.isOpen(draft.at()))
                        .map(NodeCode::id)
                        .toList();
        closed.stream().limit(Math.max(0, closed.size() - CLOSED_CODES_MAX)).forEach(codes::remove);
    }

    /**
     * With a code, or as the one that founds the hall. Asked again for the same certificate it is
     * the same admission: the node that let it in may have died before it could say so. A fenced
     * node is replaced by whoever comes by its name, and its certificates are revoked.
     */
    static Answer admit(Command.AdmitNode admit, Draft draft) {
        HallNode before = draft.state().nodes.get(admit.node());
        if (before != null && before.serial().equals(admit.serial())) {
            return draft.agreed(receipt(before, draft));
        }
        Optional<NodeCode> code = admit.code().map(id -> goodCode(id, admit, draft));
        if (code.isEmpty() && !draft.state().nodes.isEmpty()) {
            throw new Refused(new Refusal.NodeCodeNeeded(admit.node()));
        }
        if (before != null && !before.isFenced()) {
            throw new Refused(new Refusal.NodeTaken(admit.node()));
        }
        if (draft.state().nodes.isEmpty() && admit.role() != NodeRole.VOTER) {
            throw new Refused(new Refusal.NoVoterLeft(admit.node()));
        }
        needsRoom(admit.role(), draft);
        HallNode node =
                new HallNode(
                        admit.node(),
                        admit.role(),
                        admit.address(),
                        admit.serial(),
                        Optional.empty(),
                        draft.at(),
                        Optional.empty());
        if (before != null) {
            revoke(before, draft);
            draft.change(() -> draft.state().nodes.remove(before.id()));
        }
        code.ifPresent(
                one ->
                        draft.change(
                                () -> draft.state().nodeCodes.put(one.id(), one.used(draft.at()))));
        put(node, draft);
        draft.happened(new Event.NodeAdmitted(draft.at(), node));
        return draft.agreed(receipt(node, draft));
    }

    private static NodeCode goodCode(String id, Command.AdmitNode admit, Draft draft) {
        NodeCode code =
                Optional.ofNullable(draft.state().nodeCodes.get(id))
                        .orElseThrow(() -> new Refused(new Refusal.Unknown("node-code", id)));
        code.used()
                .ifPresent(
                        used -> {
                            throw new Refused(new Refusal.NodeCodeUsed(id, used));
                        });
        if (!code.isOpen(draft.at())) {
            throw new Refused(new Refusal.NodeCodeOver(id, code.until()));
        }
        if (!code.node().equals(admit.node()) || code.role() != admit.role()) {
            throw new Refused(new Refusal.NodeCodeForOther(id, code.node(), code.role()));
        }
        return code;
    }

    /**
     * Another address, or a renewed certificate. The certificate before stays good until the next
     * renewal; the one before that is revoked.
     */
    static Answer move(Command.MoveNode move, Draft draft) {
        HallNode before = member(move.node(), draft);
        HallNode after = before.moved(move.address(), move.serial());
        if (after.equals(before)) {
            return draft.agreed(receipt(before, draft));
        }
        if (!after.formerSerial().equals(before.formerSerial())) {
            revoke(
                    before.formerSerial().stream()
                            .filter(serial -> !serial.equals(after.serial()))
                            .toList(),
                    draft);
        }
        put(after, draft);
        draft.happened(new Event.NodeMoved(draft.at(), after));
        return draft.agreed(receipt(after, draft));
    }

    static Answer retire(Command.RetireNode retire, Draft draft) {
        HallNode node = member(retire.node(), draft);
        if (node.role() == NodeRole.VOTER && voters(draft).size() == 1) {
            throw new Refused(new Refusal.NoVoterLeft(node.id()));
        }
        revoke(node, draft);
        draft.change(() -> draft.state().nodes.remove(node.id()));
        draft.happened(new Event.NodeRetired(draft.at(), node));
        PartRules.giveUp(node.id(), draft);
        return draft.agreed(receipt(node, draft));
    }

    static Answer promote(Command.PromoteNode promote, Draft draft) {
        HallNode before = member(promote.node(), draft);
        if (before.role() == NodeRole.VOTER) {
            return draft.agreed(receipt(before, draft));
        }
        if (before.isFenced()) {
            throw new Refused(new Refusal.NodeFenced(before.id()));
        }
        needsRoom(NodeRole.VOTER, draft);
        HallNode after = before.promoted();
        put(after, draft);
        draft.happened(new Event.NodePromoted(draft.at(), after));
        return draft.agreed(receipt(after, draft));
    }

    private static void revoke(HallNode node, Draft draft) {
        revoke(
                Stream.concat(node.formerSerial().stream(), Stream.of(node.serial())).toList(),
                draft);
    }

    private static void revoke(List<String> serials, Draft draft) {
        draft.change(
                () -> {
                    Map<String, RevokedSerial> revoked = draft.state().revoked;
                    revoked.values()
                            .removeIf(one -> one.since().plus(REVOKED_FOR).isBefore(draft.at()));
                    serials.forEach(
                            serial -> revoked.put(serial, new RevokedSerial(serial, draft.at())));
                });
    }

    static HallNode member(NodeId id, Draft draft) {
        return Optional.ofNullable(draft.state().nodes.get(id))
                .orElseThrow(() -> new Refused(new Refusal.Unknown("node", id.value())));
    }

    private static void needsRoom(NodeRole role, Draft draft) {
        if (role == NodeRole.VOTER && voters(draft).size() >= VOTERS_MAX) {
            throw new Refused(new Refusal.VotersFull(VOTERS_MAX));
        }
    }

    static List<HallNode> voters(Draft draft) {
        return draft.state().nodes.values().stream()
                .filter(node -> node.role() == NodeRole.VOTER)
                .toList();
    }

    static void put(HallNode node, Draft draft) {
        draft.change(() -> draft.state().nodes.put(node.id(), node));
    }

    static Receipt receipt(HallNode node, Draft draft) {
        return new Receipt.OfNode(node.id(), node.role(), draft.at());
    }
}
