package yichuang.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a benchmark was asked.
 *
 * @param home the folder of the project
 * @param seed the same seed plans the same run
 * @param scale 1 is the run as documented; 0.1 a tenth of it, to see that it works
 * @param cases a file of cases, for the benchmarks that read one; for {@code day} the folder of an
 *     earlier run, to judge it again
 * @param out where the data, the logs and the raw histories go
 * @param kills how many times {@code day} kills the process
 * @param rate how many times faster than the sun the clock of {@code day} runs
 */
public record Options(
        Path home,
        long seed,
        double scale,
        Optional<Path> cases,
        Path out,
        int kills,
        double rate) {
    public Options {
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("--scale is more than 0, up to 100: " + scale);
        }
        if (kills < 0 || kills > 1000) {
            throw new IllegalArgumentException("--kills is 0 to 1000: " + kills);
        }
        if (!(rate >= 1 && rate <= 1000)) {
            throw new IllegalArgumentException("--rate is 1 to 1000: " + rate);
        }
    }

    /** {@return so many of them at this scale, at least {@code least}} */
    public int scaled(int full, int least) {
        return Math.max(least, (int) Math.round(full * scale));
    }

    static Options parse(Path home, String name, String[] arguments) {
        long seed = 1;
        double scale = 1;
        Optional<Path> cases = Optional.empty();
        Path out = home.resolve("appliance/target/bench").resolve(name);
        int kills = 0;
        double rate = 120;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--seed" -> seed = Long.parseLong(value);
                case "--scale" -> scale = Double.parseDouble(value);
                case "--cases" -> cases = Optional.of(Path.of(value));
                case "--out" -> out = Path.of(value);
                case "--kills" -> kills = Integer.parseInt(value);
                case "--rate" -> rate = Double.parseDouble(value);
                default ->
                        throw new IllegalArgumentException(
                                arguments[i]
                                        + " is unknown; there are --seed --scale --cases --out"
                                        + " --kills --rate");
            }
        }
        return new Options(home, seed, scale, cases, out.toAbsolutePath(), kills, rate);
    }
}
