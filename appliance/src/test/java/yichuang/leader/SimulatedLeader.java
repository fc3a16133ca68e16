package yichuang.leader;

import java.io.IOException;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import yichuang.hall.Hall;
import yichuang.log.CommandLog;
import yichuang.log.Machine;

/** Starts the shipped leader on a log that a simulation opens. */
public final class SimulatedLeader {
    private SimulatedLeader() {}

    /** How the log is opened with the hall's machine. */
    public interface Opening {
        CommandLog open(Machine machine, Supplier<Hall> hall) throws IOException;
    }

    public static void start(Leader leader, Opening opening) throws IOException {
        var unused = leader.start(machine -> opening.open(machine, ((HallMachine) machine)::hall));
    }

    /**
     * {@return the shipped watched clock on a simulated machine, whose wall clock the network keeps
     * right or not}
     */
    public static HallClock clock(Supplier<Instant> wall, LongSupplier nanos, boolean network) {
        return new RealClock(
                new RealClock.Machine() {
                    @Override
                    public Instant wall() {
                        return wall.get();
                    }

                    @Override
                    public long nanos() {
                        return nanos.getAsLong();
                    }

                    @Override
                    public boolean networkTime() {
                        return network;
                    }

                    @Override
                    public boolean ownClock() {
                        return true;
                    }
                });
    }
}
