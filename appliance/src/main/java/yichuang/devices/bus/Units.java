package yichuang.devices.bus;

import yichuang.devices.DeviceFault;

/** Single acts on a unit, for whoever waits for them. */
final class Units {
    private Units() {}

    /** Asks the unit and throws what it refuses. */
    static Reply act(BusMaster bus, int address, Ask ask, byte[] payload)
            throws DeviceFault, InterruptedException {
        Reply reply =
                bus.call(
                        talking ->
                                talking.ask(address, ask, payload, Talking.REPEATS_MAX)
                                        .orElseThrow(
                                                () -> new DeviceFault(DeviceFault.Kind.NO_ANSWER)));
        if (!reply.done()) {
            throw new DeviceFault(DeviceFault.Kind.BROKEN);
        }
        return reply;
    }
}
