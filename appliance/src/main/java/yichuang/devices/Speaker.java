package yichuang.devices;

/** Says sentences 音箱, one after the other. */
public interface Speaker extends Device {
    /** Returns when it has been said. At most {@link SpeakerLine#SAY_SECONDS_MAX} seconds. */
    void say(String sentence) throws DeviceFault, InterruptedException;
}
