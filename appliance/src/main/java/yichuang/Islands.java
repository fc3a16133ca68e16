package yichuang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yichuang.cluster.IslandMark;
import yichuang.cluster.IslandMark.Phase;

/**
 * This node's islands as its disk has them: a directory for each epoch, with the island's log and
 * records, and the mark of the one that the hall has not got yet. What the hall has got is kept for
 * a month, for people who look something up.
 */
final class Islands {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path directory;
    private volatile Optional<IslandMark> mark;

    private Islands(Path directory, Optional<IslandMark> mark) {
        this.directory = directory;
        this.mark = mark;
    }

    /** Reads the data directory, and forgets islands that came home long ago. */
    static Islands open(Path data) throws IOException {
        Path directory = data.resolve("island");
        Islands islands = new Islands(directory, IslandMark.find(directory));
        islands.forget(Instant.now().minus(KEPT));
        return islands;
    }

    /** {@return the island that this node is, or whose log it still has to bring home} */
    Optional<IslandMark> mark() {
        return mark;
    }

    /** {@return whether this node is an island} */
    boolean alone() {
        return mark.filter(one -> one.phase() == Phase.ALONE).isPresent();
    }

    /** {@return whether this node has to bring home what it did as an island} */
    boolean homeward() {
        return mark.filter(one -> one.phase() == Phase.HOMEWARD).isPresent();
    }

    /** {@return where the log of an island is} */
    Path log(long epoch) {
        return of(epoch).resolve("log");
    }

    /** {@return where the records of an island are} */
    Path records(long epoch) {
        return of(epoch).resolve("records");
    }

    private Path of(long epoch) {
        return directory.resolve(Long.toString(epoch));
    }

    /** Its log is whole: from here on this node is an island; durable on return. */
    void begin(IslandMark island) throws IOException {
        Files.createDirectories(directory);
        keep(island);
    }

    /** The island takes no more commands, and goes home; durable on return. */
    void goHome() throws IOException {
        keep(mark.orElseThrow().homeward());
    }

    /** Nobody was there: the same island goes on; durable on return. */
    void goOn() throws IOException {
        keep(mark.orElseThrow().aloneAgain());
    }

    private void keep(IslandMark island) throws IOException {
        island.keep(directory);
        mark = Optional.of(island);
    }

    /** The hall has all of it; durable on return. */
    void end() throws IOException {
        IslandMark.lift(directory);
        mark = Optional.empty();
    }

    private void forget(Instant before) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> all = Files.list(directory)) {
            old = all.filter(Files::isDirectory).filter(one -> isOld(one, before)).toList();
        }
        for (Path one : old) {
            remove(one);
        }
    }

    private boolean isOld(Path island, Instant before) {
        String open = mark.map(one -> Long.toString(one.epoch())).orElse("");
        try {
            return !island.getFileName().toString().equals(open)
                    && Files.getLastModifiedTime(island.resolve("log"))
                            .toInstant()
                            .isBefore(before);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void remove(Path island) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(island)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
