package yichuang.leader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Which clock a controller goes by. */
public final class Clocks {
    private Clocks() {}

    /**
     * The test clock when one is asked for or the data directory was written on one, else the
     * machine's.
     *
     * @param asked {@code ISO} or {@code ISOxRATE}
     * @param zone the hall's; a time without an offset is the hall's own
     * @throws IllegalArgumentException when it is not such a time; the message says what one looks
     *     like
     */
    public static HallClock open(Path data, Optional<String> asked, ZoneId zone)
            throws IOException {
        Optional<TestClock> test = TestClock.open(data, asked, zone);
        return test.isPresent() ? test.get() : RealClock.ofThisMachine();
    }
}
