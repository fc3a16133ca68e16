package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.bench.day.Verdict;

/**
 * A key is answered in one way. Whoever is told that it was done is told the same; and what is sent
 * after such an answer came is not told anything else. (A refusal is not remembered: a request that
 * was refused may be done when it is sent again, and two at the same time may be told one each.)
 */
final class Keys {
    /** What of an answer says what was done; the rest tells how things stand now. */
    private static final List<String> SAID = List.of("id", "number", "level", "link", "window");

    private Keys() {}

    static Verdict judge(List<Attempt> attempts) {
        Map<String, List<Attempt>> byKey = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            if (attempt.known()) {
                byKey.computeIfAbsent(attempt.key(), any -> new ArrayList<>()).add(attempt);
            }
        }
        List<String> doubled = new ArrayList<>();
        byKey.forEach((key, answers) -> judge(key, answers).ifPresent(doubled::add));
        return new Verdict(List.of(), doubled, List.of());
    }

    private static Optional<String> judge(String key, List<Attempt> answers) {
        List<Attempt> done = answers.stream().filter(Attempt::done).toList();
        if (done.isEmpty()) {
            return Optional.empty();
        }
        long first = done.stream().mapToLong(Attempt::answeredNanos).min().orElseThrow();
        List<String> told =
                answers.stream()
                        .filter(answer -> answer.done() || answer.sentNanos() > first)
                        .map(Keys::what)
                        .distinct()
                        .toList();
        return told.size() == 1
                ? Optional.empty()
                : Optional.of(
                        key
                                + ", "
                                + done.getFirst().request()
                                + ", was answered in different ways: "
                                + String.join(" and ", told));
    }

    private static String what(Attempt attempt) {
        if (!attempt.done()) {
            return attempt.status() + " " + attempt.said();
        }
        JsonObject answer = new JsonObject(attempt.said());
        JsonObject what = new JsonObject();
        SAID.forEach(name -> what.put(name, answer.getValue(name)));
        Object ticket = answer.getValue("ticket");
        what.put("ticket", ticket instanceof JsonObject one ? one.getString("id") : ticket);
        return attempt.status() + " " + what.encode();
    }
}
