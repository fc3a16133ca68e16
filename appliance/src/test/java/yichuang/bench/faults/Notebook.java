package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yichuang.bench.day.Act;

/**
 * Writes down what the clients asked and heard, in memory and as JSON lines on disk, as it happens:
 * every sending in {@code attempts.jsonl}, every request with what became of it in {@code
 * clients.jsonl}, every fault in {@code rounds.jsonl}.
 */
final class Notebook implements AutoCloseable {
    private final Writer attemptLines;
    private final Writer actLines;
    private final Writer roundLines;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    Notebook(Path out) throws IOException {
        attemptLines = Files.newBufferedWriter(out.resolve("attempts.jsonl"));
        actLines = Files.newBufferedWriter(out.resolve("clients.jsonl"));
        roundLines = Files.newBufferedWriter(out.resolve("rounds.jsonl"));
    }

    synchronized void add(Attempt attempt) {
        attempts.add(attempt);
        write(attemptLines, attempt.json());
    }

    synchronized void add(Act act) {
        acts.add(act);
        write(actLines, act.json());
    }

    synchronized void add(Round round) {
        rounds.add(round);
        write(roundLines, round.json());
    }

    /** What happened in a round of another kind. */
    synchronized void add(JsonObject round) {
        write(roundLines, round);
    }

    /** Somebody gave up: whether this was done is not known. */
    synchronized void unanswered(String request) {
        unanswered.add(request);
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    synchronized List<Round> rounds() {
        return List.copyOf(rounds);
    }

    synchronized List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    private static void write(Writer to, JsonObject line) {
        try {
            to.write(line.encode());
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        attemptLines.close();
        actLines.close();
        roundLines.close();
    }
}
