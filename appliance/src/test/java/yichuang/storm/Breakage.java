package yichuang.storm;

import java.util.Optional;
import yichuang.hall.Entry;
import yichuang.hall.LostClaim;
import yichuang.hall.codec.Codec;
import yichuang.log.Machine;

/** The machine of a variant that is broken between the log and the hall. */
record Breakage(Variant variant, Machine sound) implements Machine {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    static Machine of(Variant variant, Machine sound) {
        return switch (variant) {
            case FORGET_IDEMPOTENCY, SNAPSHOT_LOSES_A_CLAIM -> new Breakage(variant, sound);
            case SOUND,
                    SKIP_FSYNC,
                    ACKNOWLEDGE_BEFORE_MAJORITY,
                    STALE_LEADER_READS,
                    LATE_MEMBER_KEEPS_AN_OLD_DISPLAY,
                    ISLAND_REUSES_MAIN_NUMBERS,
                    HEALING_DROPS_A_TICKET,
                    HEALING_TWICE,
                    MAIN_HALL_TAKES_OVER ->
                    sound;
        };
    }

    @Override
    public Object apply(long index, byte[] command) {
        return sound.apply(
                index, variant == Variant.FORGET_IDEMPOTENCY ? withoutKey(command) : command);
    }

    private static byte[] withoutKey(byte[] command) {
        Entry entry = ENTRIES.decode(command);
        return ENTRIES.encode(new Entry(entry.at(), entry.by(), Optional.empty(), entry.command()));
    }

    @Override
    public byte[] snapshot() {
        byte[] whole = sound.snapshot();
        return variant == Variant.SNAPSHOT_LOSES_A_CLAIM ? LostClaim.in(whole) : whole;
    }

    @Override
    public void restore(long index, byte[] snapshot) {
        sound.restore(index, snapshot);
    }

    @Override
    public void caughtUp(long index) {
        sound.caughtUp(index);
    }
}
