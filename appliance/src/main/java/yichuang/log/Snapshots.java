package yichuang.log;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The generations of snapshots in a directory. Two are kept at least, so that a damaged newest one
 * costs a longer replay and nothing else; and one that the records have not passed yet, so that
 * they can be brought up from it.
 */
final class Snapshots {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    private final Path directory;
    private final NavigableMap<Long, Path> sound = new TreeMap<>();
    private final NavigableMap<Long, Path> damaged = new TreeMap<>();

    private Snapshots(Path directory) {
        this.directory = directory;
    }

    /**
     * Finds a directory's snapshots. One that was received counts once the log says so: then it has
     * taken the place of entries, and a crash came before its file had its last name.
     */
    static Snapshots open(Path directory, Chain.Skip skip) throws IOException {
        Snapshots snapshots = new Snapshots(directory);
        find(directory, "snapshot-", snapshots.sound);
        NavigableMap<Long, Path> received = new TreeMap<>();
        find(directory, "received-", received);
        if (received.containsKey(skip.index())) {
            snapshots.sound.putIfAbsent(skip.index(), received.get(skip.index()));
        }
        return snapshots;
    }

    private static void find(Path directory, String prefix, NavigableMap<Long, Path> into)
            throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches(prefix + "\\d{19}")) {
                    into.put(Long.parseLong(name.substring(prefix.length())), file);
                }
            }
        }
    }

    /** Gives received snapshots that count their last name, and forgets the others. */
    void settle() throws IOException {
        NavigableMap<Long, Path> received = new TreeMap<>();
        find(directory, "received-", received);
        for (var each : received.entrySet()) {
            if (each.getValue().equals(sound.get(each.getKey()))) {
                adopt(each.getKey());
            } else {
                Files.delete(each.getValue());
            }
        }
    }

    /** Makes a leader's snapshot durable, for the time being under a name of its own. */
    void receive(Snapshot snapshot) throws IOException {
        snapshot.write(received(snapshot.index()));
    }

    /** A received snapshot takes its place among the others. */
    Path adopt(long index) throws IOException {
        Path file = Snapshot.file(directory, index);
        Files.move(received(index), file, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.syncDirectory(directory.toAbsolutePath());
        damaged.remove(index);
        sound.put(index, file);
        return file;
    }

    private Path received(long index) {
        return directory.resolve("received-%019d".formatted(index));
    }

    /** {@return the newest whole snapshot that holds nothing beyond an index} */
    Optional<Snapshot> newestUpTo(long index) throws IOException {
        for (var at = sound.floorEntry(index); at != null; at = sound.lowerEntry(at.getKey())) {
            try {
                return Optional.of(Snapshot.read(at.getValue()));
            } catch (LogDamaged | EOFException broken) {
                if (broken instanceof LogDamaged known && known.newer()) {
                    throw known;
                }
                JOURNAL.log(
                        Level.WARNING,
                        "快照 {0} 已损坏，改用较早的一份。 Snapshot {0} is damaged, an older one is used.",
                        at.getValue());
                damaged.put(at.getKey(), at.getValue());
                sound.remove(at.getKey());
            }
        }
        return Optional.empty();
    }

    /** Makes a snapshot durable. */
    Path write(Snapshot snapshot) throws IOException {
        Path file = Snapshot.file(directory, snapshot.index());
        snapshot.write(file);
        damaged.remove(snapshot.index());
        sound.put(snapshot.index(), file);
        return file;
    }

    /**
     * Removes the generations that nobody needs.
     *
     * @param followedTo index that the records have on disk
     * @return the index from which, exclusive, the log's entries must stay
     */
    long prune(long followedTo) throws IOException {
        NavigableSet<Long> keep = new TreeSet<>();
        sound.descendingKeySet().stream().limit(2).forEach(keep::add);
        Optional<Long> followed = Optional.ofNullable(sound.floorKey(followedTo));
        followed.ifPresent(keep::add);
        for (Path file : damaged.values()) {
            Files.deleteIfExists(file);
        }
        damaged.clear();
        for (long index : new TreeSet<>(sound.keySet())) {
            if (!keep.contains(index)) {
                Files.deleteIfExists(sound.remove(index));
            }
        }
        return keep.size() < 2 || followed.isEmpty() ? 0 : keep.first();
    }
}
