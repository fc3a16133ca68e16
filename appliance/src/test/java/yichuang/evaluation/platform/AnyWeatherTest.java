package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import yichuang.evaluation.sending.Verdict;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.records.Letter;

/**
 * Whatever the platform does and however often the leader changes: in the end it has each message
 * once, a visit's in their order, and every voter knows.
 */
class AnyWeatherTest {
    private static final int STEPS = 60;

    /** A platform that keeps its own book, and whose answers get lost. */
    private static final class Weather {
        private final Random random;
        private final Map<String, JsonObject> book = new LinkedHashMap<>();
        private boolean fair;

        private Weather(Random random) {
            this.random = random;
        }

        private static String key(JsonObject message) {
            return message.getString("projectNo")
                    + " "
                    + message.getString("serviceNumber")
                    + " "
                    + message.getString("assessNumber", "0");
        }

        private Verdict answer(List<JsonObject> messages) {
            int weather = fair ? 99 : random.nextInt(100);
            if (weather < 15) {
                return new Verdict.Later("cut before", Optional.empty());
            }
            Verdict verdict = taken(messages);
            return weather < 30 ? new Verdict.Later("cut after", Optional.empty()) : verdict;
        }

        /** All of them or none. */
        private Verdict taken(List<JsonObject> messages) {
            for (JsonObject message : messages) {
                int assess = Integer.parseInt(message.getString("assessNumber", "0"));
                if (book.containsKey(key(message))) {
                    return new Verdict.Already("不可重复");
                }
                JsonObject before =
                        message.copy().put("assessNumber", Integer.toString(assess - 1));
                if (assess > 0 && !book.containsKey(key(before))) {
                    return new Verdict.Refused("服务对象不存在");
                }
                if (!fair && random.nextInt(40) == 0) {
                    return new Verdict.Refused("看不惯");
                }
            }
            messages.forEach(message -> book.put(key(message), message));
            return new Verdict.Taken("ok");
        }
    }

    @Property(tries = 12)
    void each_message_arrives_once_and_in_its_order(@ForAll long seed) throws IOException {
        Path dir = Files.createTempDirectory("weather");
        Random random = new Random(seed);
        Weather weather = new Weather(random);
        Settings settings = Dialects.small(dir.resolve("config"));
        try (PlayedHall hall = new PlayedHall(dir.resolve("records"))) {
            Sender sender = sender(settings, hall, weather, seed);
            List<String> owed = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> visit(hall, "V" + step, random, owed);
                    case 2 -> hall.takesNothing(random.nextInt(3) == 0);
                    case 3 -> sender = sender(settings, hall, weather, seed + step);
                    case 4 ->
                            hall.later(
                                    Duration.ofMinutes(random.nextInt(15))); // it stays a morning
                    default -> {
                        hall.later(Duration.ofMinutes(1));
                        sender.pass();
                    }
                }
            }
            hall.takesNothing(false);
            weather.fair = true;
            for (int pass = 0; pass < 10; pass++) {
                mend(hall);
                hall.later(Duration.ofHours(2));
                sender.pass();
            }
            assertEquals(0, hall.outbox().counts().waiting());
            assertEquals(owed.size(), hall.outbox().counts().delivered());
            assertEquals(owed.size(), weather.book.size());
            assertTrue(weather.book.keySet().containsAll(owed), owed::toString);
        } finally {
            delete(dir);
        }
    }

    private static Sender sender(Settings settings, PlayedHall hall, Weather weather, long seed) {
        return new Sender(
                settings,
                hall,
                what -> weather.answer(what.messages()),
                new PlatformTime(InstantSource.system()),
                new SplittableRandom(seed));
    }

    private static void visit(PlayedHall hall, String name, Random random, List<String> owed) {
        hall.serves(name, name);
        owed.add("37" + name + " 1 0");
        if (random.nextInt(3) > 0) {
            hall.rates(name, 3 + random.nextInt(3), Channel.QR, List.of(), "");
            owed.add("37" + name + " 1 1");
        }
    }

    /** A person looks at what was set aside and sends it again. */
    private static void mend(PlayedHall hall) {
        for (Letter letter : hall.outbox().letters(Letter.State.DEAD, 1_000)) {
            hall.says(new Command.ResendLetter(letter.key(), List.of()));
        }
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
