package yichuang.cluster;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import yichuang.access.HallKey;

/**
 * What a voter needs to let nodes in.
 *
 * @param release this program's; nodes of one hall run the same
 * @param members the hall's nodes as they are now, this one included
 * @param epoch the number of the one that this voter's log is of
 * @param clock the machine's
 */
public record JoinDesk(
        Authority authority,
        HallKey hallKey,
        String release,
        Invitations invitations,
        Supplier<List<Member>> members,
        long epoch,
        InstantSource clock) {}
