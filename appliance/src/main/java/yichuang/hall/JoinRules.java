package yichuang.hall;

import java.util.List;

/** An island joins the hall, batch by batch: what has joined before is passed over. */
final class JoinRules {
    private JoinRules() {}

    static Answer join(Command.JoinIsland join, Draft draft) {
        State state = draft.state();
        JoinedIsland before = state.islands.get(join.node());
        if (before != null && join.epoch() < before.epoch()) {
            return draft.agreed(PartRules.receipt(join.node(), draft));
        }
        boolean first = before == null || join.epoch() > before.epoch();
        long next = first ? 1 : before.sequence() + 1;
        List<IslandEntry> news =
                join.entries().stream().filter(entry -> entry.sequence() >= next).toList();
        for (int i = 0; i < news.size(); i++) {
            if (news.get(i).sequence() != next + i) {
                throw new Refused(new Refusal.IslandGap(join.node(), join.epoch(), next + i));
            }
        }
        if (news.isEmpty()) {
            return draft.agreed(PartRules.receipt(join.node(), draft));
        }
        JoinedIsland island = first ? begun(news.getFirst(), join) : before;
        State scratch = state.forJoining();
        Joining joining = new Joining(scratch, island, state.memory, draft);
        joining.cutOff();
        news.forEach(joining::take);
        JoinedIsland after = island.upTo(news.getLast().sequence());
        scratch.islands.put(join.node(), after);
        draft.change(() -> state.joined(scratch));
        draft.happened(new Event.IslandJoined(draft.at(), after));
        return draft.agreed(
                new Receipt.OfPart(after.node(), after.epoch(), after.sequence(), draft.at()));
    }

    private static JoinedIsland begun(IslandEntry entry, Command.JoinIsland join) {
        if (entry.event() instanceof Event.IslandBegun begun
                && begun.island().node().equals(join.node())
                && begun.island().epoch() == join.epoch()) {
            return new JoinedIsland(
                    join.node(), join.epoch(), begun.at(), begun.island().knew(), 0);
        }
        throw new Refused(new Refusal.IslandGap(join.node(), join.epoch(), 1));
    }
}
