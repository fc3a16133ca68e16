package yichuang.records;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Halls;

/**
 * How fast tickets become rows: the queue filled at once, timed until the last is committed. Run by
 * hand: {@code java -Xmx512m … yichuang.records.RecordsRate DIR}.
 */
final class RecordsRate {
    private static final int TICKETS = 40_000;

    private RecordsRate() {}

    public static void main(String[] args) throws Exception {
        Story story = Story.begins();
        for (int i = 0; i < TICKETS; i++) {
            story.say(Story.take("t" + i, List.of(Halls.SOCIAL), Optional.empty()));
        }
        for (int round = 0; round < 3; round++) {
            Path dir = Files.createTempDirectory(Path.of(args[0]), "rate");
            try (Records records = Records.open(dir)) {
                records.awaitIndex(0).join();
                long start = System.nanoTime();
                story.goesInto(records);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%,.0f tickets/s, %,.0f rows/s%n",
                        TICKETS / seconds, 2 * TICKETS / seconds);
            }
        }
    }
}
