package yichuang.storm.disk;

/** The plug was pulled in the middle of this call. What ran on the machine never runs on. */
public final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut() {
        super("power cut", null, false, false);
    }
}
