package yichuang;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.HallKey;
import yichuang.cluster.Fence;
import yichuang.cluster.Membership;
import yichuang.hall.NodeRole;

/**
 * A voter that the hall has gone on without becomes a satellite of it, under its own name and
 * certificate. Its log stays where it is, as nobody opens a log of an earlier epoch; its records
 * are set aside, since they may tell of what never was. What the hall never heard of is written
 * down first of all.
 */
final class Rejoining {
    private static final Logger LOG = Logger.getLogger(Rejoining.class.getName());

    private Rejoining() {}

    /**
     * Rejoins, if this node is fenced. Each step may be done again: after a power cut the next
     * start with {@code --rejoin} does all of it once more.
     *
     * @return whether it was; before anything else of the data is opened
     */
    static boolean rejoin(Path data, HallKey key) throws IOException {
        Optional<Fence> fenced = Fence.find(data);
        Optional<Membership> member = Membership.find(data, key);
        if (fenced.isEmpty() || member.isEmpty()) {
            return false;
        }
        Fence fence = fenced.get();
        if (member.get().role() == NodeRole.VOTER) {
            Path log = Neighbours.logDirectory(data, member.get().epoch());
            writeDown(data.resolve("left-behind-" + fence.epoch().number() + ".jsonl"), log, fence);
            setAside(
                    data.resolve("records"),
                    data.resolve("records-before-epoch-" + fence.epoch().number()));
            member.get().rejoined(fence).keep(data, key);
        }
        Fence.lift(data);
        return true;
    }

    /** {@return the fence in force; one that a power cut left behind on a satellite is lifted} */
    static Optional<Fence> fence(Path data, HallKey key) throws IOException {
        Optional<Membership> member = Membership.find(data, key);
        if (member.filter(one -> one.role() == NodeRole.VOTER).isPresent()) {
            return Fence.find(data);
        }
        Fence.lift(data);
        return Optional.empty();
    }

    private static void writeDown(Path file, Path log, Fence fence) throws IOException {
        List<String> lines = LeftBehind.of(log, fence.epoch());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        sync(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
        LOG.log(
                Level.WARNING,
                "重新加入：本机有 {0} 条登记大厅没有收到，请按文件补录：{1}（原记录仍在 {2}）。"
                        + " Rejoining: {0} entries of this node never reached the hall. Enter by"
                        + " hand what still counts: {1} (its log stays in {2}).",
                new Object[] {lines.size(), file, log});
    }

    private static void setAside(Path records, Path aside) throws IOException {
        if (Files.exists(records) && !Files.exists(aside)) {
            Files.move(records, aside, StandardCopyOption.ATOMIC_MOVE);
            sync(aside.toAbsolutePath().getParent(), StandardOpenOption.READ);
        }
    }

    private static void sync(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }
}
