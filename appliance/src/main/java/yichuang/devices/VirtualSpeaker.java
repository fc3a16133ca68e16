package yichuang.devices;

import java.util.List;

final class VirtualSpeaker extends VirtualDevice<String> implements Speaker {
    @Override
    public void say(List<String> sentences) throws DeviceFault {
        for (String sentence : sentences) {
            done(sentence);
        }
    }
}
