package yichuang.devices;

import java.util.List;

/** Says calls 音箱, one after the other. */
public interface Speaker extends Device {
    /**
     * Says the sentences of one call. Returns when they have been said: at most {@link
     * SpeakerLine#SENTENCE_SECONDS_MAX} seconds for each.
     */
    void say(List<String> sentences) throws DeviceFault, InterruptedException;

    @Override
    default void test() throws DeviceFault, InterruptedException {
        say(List.of(DeviceWords.CHINESE.say("test.say")));
    }
}
