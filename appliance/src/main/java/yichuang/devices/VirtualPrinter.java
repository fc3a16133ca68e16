package yichuang.devices;

final class VirtualPrinter extends VirtualDevice<Slip> implements Printer {
    @Override
    public void print(Slip slip) throws DeviceFault {
        done(slip);
    }
}
