package yichuang.devices;

final class VirtualSpeaker extends VirtualDevice<String> implements Speaker {
    @Override
    public void say(String sentence) throws DeviceFault {
        done(sentence);
    }
}
