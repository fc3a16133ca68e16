package yichuang.storm;

import java.util.logging.Level;
import java.util.logging.Logger;

/** A storm makes the log and MicroRaft write thousands of lines that nobody reads. */
final class Quiet {
    private static final Logger PRODUCT = Logger.getLogger("yichuang");
    private static final Logger RAFT = Logger.getLogger("io.microraft");

    private Quiet() {}

    static void begin() {
        PRODUCT.setLevel(Level.OFF);
        RAFT.setLevel(Level.OFF);
    }
}
