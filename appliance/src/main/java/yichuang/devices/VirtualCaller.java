package yichuang.devices;

final class VirtualCaller extends VirtualDevice<Caller.Counter> implements Caller {
    @Override
    public void show(Counter counter) throws DeviceFault {
        done(counter);
    }
}
