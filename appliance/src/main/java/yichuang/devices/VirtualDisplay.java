package yichuang.devices;

final class VirtualDisplay extends VirtualDevice<Face> implements Display {
    @Override
    public void show(Face face) throws DeviceFault {
        done(face);
    }
}
