package yichuang.records;

import java.util.Optional;

/**
 * What the rows lack because this node's hall came whole from another voter. Until they are copied
 * nothing is reported here.
 *
 * @param from first index that may be missing
 * @param upTo last index that is missing
 * @param lender the node they are being copied from; empty while none can lend them
 * @param rows how many rows were copied so far
 * @param why why the last lender did not lend them
 */
public record Missing(
        long from, long upTo, Optional<String> lender, long rows, Optional<String> why) {
    Missing from(String node) {
        return new Missing(from, upTo, Optional.of(node), rows, Optional.empty());
    }

    Missing refused(String reason) {
        return new Missing(from, upTo, Optional.empty(), rows, Optional.of(reason));
    }

    Missing upTo(long index) {
        return new Missing(from, Math.max(upTo, index), lender, rows, why);
    }

    Missing more(int copied) {
        return new Missing(from, upTo, lender, rows + copied, why);
    }

    /** {@return what a person at the console is told} */
    String told() {
        String entries = "%d–%d".formatted(from, upTo);
        return lender.map(node -> "rows of entries " + entries + " are being copied from " + node)
                .orElseGet(
                        () ->
                                "rows of entries %s are missing; no other controller lends them%s"
                                        .formatted(
                                                entries,
                                                why.map(reason -> " (" + reason + ")").orElse("")));
    }
}
