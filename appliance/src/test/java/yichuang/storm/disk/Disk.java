package yichuang.storm.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One node's disk. It can be slow or full, fail a sync, and lose its power at any call: then each
 * call throws, until {@link #powerOn} shows what is left.
 */
public final class Disk {
    private static final long ROOM_BYTES = 1L << 30;
    private static final String LOG = "/log";
    private static final Duration SYNC = Duration.ofNanos(300_000);

    private final RandomGenerator random;
    private final Consumer<Duration> taken;
    private final DiskFileSystem files = new DiskFileSystem(this);
    private final List<Renaming> unsynced = new ArrayList<>();
    private final Set<String> folders = new TreeSet<>(Set.of("/", LOG));
    private Map<String, DiskFile> seen = new TreeMap<>();
    private Map<String, DiskFile> durable = new TreeMap<>();
    private boolean off;
    private boolean full;
    private int syncsUntilFailure = Integer.MAX_VALUE;
    private boolean forgetful;
    private Duration sync = SYNC;
    private int callsUntilCut = Integer.MAX_VALUE;
    private int tornTails;
    private int refusedForRoom;

    /** A change of names. */
    private interface Change {
        void on(Map<String, DiskFile> names);
    }

    /** One that no sync of its folder has covered. */
    private record Renaming(String folder, Change change) {}

    /**
     * An empty disk.
     *
     * @param taken told how long each sync takes, so that the caller's clock can go on by it
     */
    public Disk(RandomGenerator random, Consumer<Duration> taken) {
        this.random = random;
        this.taken = taken;
    }

    /** {@return the folder of the log} */
    public Path root() {
        return folder(LOG);
    }

    /**
     * {@return a folder by its whole name} Folders themselves need no sync: whoever makes one syncs
     * what is in it.
     */
    public Path folder(String name) {
        return new DiskPath(files, name);
    }

    // What happens to a disk.

    /** From now on a sync takes so long. */
    public void slow(Duration each) {
        sync = each;
    }

    /** No file can grow. */
    public void fill() {
        full = true;
    }

    /** A sync fails, the next one or a later one; what it was to write is lost, but can be read. */
    public void failSync(int fromNow) {
        syncsUntilFailure = fromNow;
    }

    /** Syncs report success and do nothing, for ever. */
    public void forgetSyncs() {
        forgetful = true;
    }

    /** All is well again. */
    public void heal() {
        full = false;
        syncsUntilFailure = Integer.MAX_VALUE;
        sync = SYNC;
        callsUntilCut = Integer.MAX_VALUE;
    }

    /** The power goes in the middle of a call, so many calls from now. */
    public void cutAfter(int calls) {
        callsUntilCut = calls;
    }

    /** The power goes now. */
    public void cut() {
        if (!off) {
            off = true;
            callsUntilCut = Integer.MAX_VALUE;
            int kept = random.nextInt(unsynced.size() + 1);
            unsynced.subList(0, kept).forEach(one -> one.change().on(durable));
            unsynced.clear();
            durable.forEach(this::cut);
            seen = new TreeMap<>(durable);
        }
    }

    private void cut(String name, DiskFile file) {
        if (file.cut(random) == DiskFile.Left.TORN && name.contains("segment-")) {
            tornTails++;
        }
    }

    /** The machine is switched on again. */
    public void powerOn() {
        off = false;
    }

    public boolean isOff() {
        return off;
    }

    /** {@return bytes that are free} */
    public long freeBytes() {
        return full ? 0 : ROOM_BYTES;
    }

    /** {@return how often a cut left a part of a batch in a segment} */
    public int tornTails() {
        return tornTails;
    }

    /** {@return how many writes were refused because the disk was full} */
    public int refusedForRoom() {
        return refusedForRoom;
    }

    /** Writes a little beside everything and syncs it; throws when the disk cannot. */
    public void tryWrite() throws IOException {
        DiskFile test = new DiskFile();
        write(test, 0, new byte[1]);
        sync(test);
    }

    // What the file system asks.

    /** Each call that reaches the disk comes by here. */
    void call() throws IOException {
        if (off) {
            throw new IOException("the machine is off");
        }
        if (--callsUntilCut <= 0) {
            cut();
            throw new PowerCut();
        }
    }

    DiskFile open(String name, boolean create, boolean empty) throws IOException {
        DiskFile file = seen.get(name);
        if (file == null || empty) {
            if (file == null && !create) {
                throw new NoSuchFileException(name);
            }
            call();
            DiskFile made = new DiskFile();
            change(name, names -> names.put(name, made));
            return made;
        }
        return file;
    }

    DiskFile find(String name) throws NoSuchFileException {
        DiskFile file = seen.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    boolean exists(String name) {
        return seen.containsKey(name);
    }

    boolean isFolder(String name) {
        return folders.contains(name);
    }

    /** With those above it. */
    void makeFolder(String name) {
        if (folders.add(name)) {
            makeFolder(folderOf(name));
        }
    }

    /** {@return the files and folders right in a folder} */
    List<String> namesIn(String folder) {
        return Stream.concat(seen.keySet().stream(), folders.stream())
                .filter(name -> !name.equals(folder) && folderOf(name).equals(folder))
                .toList();
    }

    private static String folderOf(String name) {
        return name.substring(0, Math.max(1, name.lastIndexOf('/')));
    }

    void write(DiskFile file, int offset, byte[] bytes) throws IOException {
        call();
        if (full && offset + bytes.length > file.size()) {
            refusedForRoom++;
            throw new IOException("No space left on device");
        }
        file.write(offset, bytes);
    }

    void sync(DiskFile file) throws IOException {
        call();
        taken.accept(sync);
        if (forgetful) {
            return;
        }
        if (--syncsUntilFailure <= 0) {
            syncsUntilFailure = Integer.MAX_VALUE;
            file.syncFailed();
            throw new IOException("Input/output error");
        }
        file.sync();
    }

    void syncNames(String folder) throws IOException {
        call();
        if (!forgetful) {
            unsynced.stream()
                    .filter(one -> one.folder().equals(folder))
                    .forEach(one -> one.change().on(durable));
            unsynced.removeIf(one -> one.folder().equals(folder));
        }
    }

    void move(String from, String to) throws IOException {
        call();
        if (!seen.containsKey(from)) {
            throw new FileNotFoundException(from);
        }
        change(
                to,
                names -> {
                    DiskFile moved = names.remove(from);
                    if (moved != null) {
                        names.put(to, moved);
                    }
                });
    }

    void delete(String name) throws IOException {
        if (folders.remove(name)) {
            return;
        }
        call();
        find(name);
        change(name, names -> names.remove(name));
    }

    private void change(String name, Change change) {
        change.on(seen);
        unsynced.add(new Renaming(folderOf(name), change));
    }
}
