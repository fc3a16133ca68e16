package yichuang.devices;

final class VirtualKeypad extends VirtualDevice<KeypadLine.Lamp> implements Keypad {
    @Override
    public void light() throws DeviceFault {
        done(KeypadLine.Lamp.LIT);
    }

    @Override
    public void thank() throws DeviceFault {
        done(KeypadLine.Lamp.THANKS);
    }

    @Override
    public void darken() throws DeviceFault {
        done(KeypadLine.Lamp.DARK);
    }
}
