package yichuang.hall;

import yichuang.hall.codec.Codec;

/** A snapshot that lacks the last right to rate: a fault for the storm to find. */
public final class LostClaim {
    private static final Codec<Snapshot> SNAPSHOTS = Codec.of(Snapshot.class);

    private LostClaim() {}

    /** {@return the snapshot without the last claim in it} */
    public static byte[] in(byte[] snapshot) {
        Snapshot whole = SNAPSHOTS.decode(snapshot);
        if (whole.claims().isEmpty()) {
            return snapshot;
        }
        return SNAPSHOTS.encode(
                new Snapshot(
                        whole.at(),
                        whole.setup(),
                        whole.day(),
                        whole.lastClosed(),
                        whole.closedWithDay(),
                        whole.numbers(),
                        whole.caseNumbers(),
                        whole.tickets(),
                        whole.windows(),
                        whole.claims().subList(0, whole.claims().size() - 1),
                        whole.rectifications(),
                        whole.returns(),
                        whole.duties(),
                        whole.help(),
                        whole.cases(),
                        whole.tokens(),
                        whole.codes(),
                        whole.nodes(),
                        whole.nodeCodes(),
                        whole.revoked(),
                        whole.epoch(),
                        whole.island(),
                        whole.cutOff(),
                        whole.islands(),
                        whole.inHands(),
                        whole.conflicts(),
                        whole.units(),
                        whole.remembered()));
    }
}
