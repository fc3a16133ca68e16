package yichuang.storm;

import java.util.function.Supplier;
import yichuang.hall.Answer;
import yichuang.hall.Hall;
import yichuang.log.Machine;

/** The shipped machine with the judge looking at each command. */
record WatchedMachine(
        Machine machine,
        Supplier<Hall> hall,
        Judge judge,
        String part,
        String node,
        Runnable installed)
        implements Machine {
    @Override
    public Object apply(long index, byte[] command) {
        Object result = machine.apply(index, command);
        judge.applied(part, node, index, command, hall.get(), (Answer) result);
        return result;
    }

    @Override
    public byte[] snapshot() {
        return machine.snapshot();
    }

    @Override
    public void restore(long index, byte[] snapshot) {
        installed.run();
        machine.restore(index, snapshot);
    }

    @Override
    public void caughtUp(long index) {
        machine.caughtUp(index);
    }
}
