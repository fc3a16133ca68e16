package yichuang.hall;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a hall whose voters are gone goes on at another node, and how they come back. A voter that is
 * gone may only be cut off: it is fenced, so that whatever it goes on to write is never taken for
 * the hall's, and believed again when it has put its log aside.
 */
final class EpochRules {
    private EpochRules() {}

    static Answer takeOver(Command.TakeOver take, Draft draft) {
        HallNode node = RosterRules.member(take.node(), draft);
        Epoch now = draft.state().epoch;
        Epoch next = new Epoch(take.epoch(), Optional.of(node.id()), take.term(), take.index());
        if (next.equals(now)) {
            return draft.agreed(RosterRules.receipt(node, draft));
        }
        if (next.number() != now.number() + 1) {
            throw new Refused(new Refusal.EpochOver(now.number()));
        }
        if (node.isFenced()) {
            throw new Refused(new Refusal.NodeFenced(node.id()));
        }
        List<HallNode> others =
                RosterRules.voters(draft).stream().filter(voter -> !voter.equals(node)).toList();
        List<NodeId> named = others.stream().map(HallNode::id).toList();
        if (!new LinkedHashSet<>(named).equals(new LinkedHashSet<>(take.without()))) {
            throw new Refused(new Refusal.OtherVoters(named));
        }
        List<HallNode> fenced = others.stream().map(voter -> voter.fencedAt(draft.at())).toList();
        HallNode after = node.promoted();
        RosterRules.put(after, draft);
        fenced.forEach(voter -> RosterRules.put(voter, draft));
        draft.change(() -> draft.state().epoch = next);
        draft.happened(new Event.HallTakenOver(draft.at(), next, fenced));
        fenced.forEach(voter -> PartRules.giveUp(voter.id(), draft));
        return draft.agreed(RosterRules.receipt(after, draft));
    }

    /** As a satellite: an administrator gives it a vote again. */
    static Answer rejoin(Command.RejoinNode rejoin, Draft draft) {
        HallNode before = RosterRules.member(rejoin.node(), draft);
        if (!before.isFenced()) {
            return draft.agreed(RosterRules.receipt(before, draft));
        }
        HallNode after = before.rejoined();
        RosterRules.put(after, draft);
        draft.happened(new Event.NodeRejoined(draft.at(), after));
        return draft.agreed(RosterRules.receipt(after, draft));
    }
}
