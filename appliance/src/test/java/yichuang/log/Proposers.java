package yichuang.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ways to propose that the tests share. */
final class Proposers {
    private Proposers() {}

    /** Proposes commands one after the other; each is durable before the next is proposed. */
    static void each(CommandLog log, List<String> lines) {
        for (String line : lines) {
            Object unused = log.propose(Ledger.command(line)).join();
        }
    }

    /** Proposes commands in one task of the log's thread, so that they go out as one batch. */
    static List<CompletableFuture<Object>> together(CommandLog log, List<String> lines) {
        CompletableFuture<List<CompletableFuture<Object>>> proposed = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            List<CompletableFuture<Object>> answers = new ArrayList<>();
                            lines.forEach(line -> answers.add(log.propose(Ledger.command(line))));
                            proposed.complete(answers);
                        });
        return proposed.join();
    }

    /** {@return numbered lines} */
    static List<String> lines(String name, int count) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            lines.add(name + at);
        }
        return lines;
    }
}
