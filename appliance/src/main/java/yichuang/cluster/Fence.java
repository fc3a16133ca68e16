package yichuang.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import yichuang.hall.Epoch;
import yichuang.hall.NodeId;

/**
 * That the hall goes on without this voter, as a file of its data directory: whoever starts it
 * again, and whoever cannot be reached then, it takes nothing more until it has rejoined.
 *
 * @param epoch in which the hall goes on
 */
public record Fence(Epoch epoch) {

    /** Reads the fence of a data directory; empty when there is none. */
    public static Optional<Fence> find(Path data) throws IOException {
        if (!Files.exists(file(data).file())) {
            return Optional.empty();
        }
        return Optional.of(new Fence(EpochBytes.decode(file(data).read(1).getFirst())));
    }

    /** Writes it into the data directory; durable on return. */
    public void keep(Path data) throws IOException {
        file(data).write(EpochBytes.encode(epoch));
    }

    /** Takes it away: the node has rejoined. */
    public static void lift(Path data) throws IOException {
        Files.deleteIfExists(file(data).file());
    }

    /** {@return the node at which the hall goes on} */
    public String node() {
        return epoch.node().map(NodeId::value).orElse("?");
    }

    private static KeptFile file(Path data) {
        return new KeptFile(data.resolve("fenced"), "YCFN", 1);
    }
}
