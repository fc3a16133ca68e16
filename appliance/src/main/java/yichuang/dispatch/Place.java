package yichuang.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yichuang.hall.ItemCode;
import yichuang.hall.Why;

/**
 * Where a waiting leg stands and why, as facts; the sentence is made at the edge.
 *
 * @param ahead waiting legs that stand before it, as docs/internals/dispatch.md defines it
 * @param earlier waiting legs that came before it and that one of its windows takes; when {@code
 *     ahead} is more, some who came later go first, when it is less, it goes before some who came
 *     earlier
 * @param windows open windows that can take it; 0 means nobody can call it now
 * @param reserve set while it waits for one window only
 */
public record Place(
        int leg,
        ItemCode item,
        int ahead,
        int earlier,
        int windows,
        Weight weight,
        Optional<Reserve> reserve) {
    /**
     * How its wait counts now.
     *
     * @param policy {@code built-in}, or the script that chooses; {@code ahead} is by the built-in
     *     order also then
     * @param reason what its place is decided by
     * @param points its score at a window that takes the item first of all, in thousandths
     * @param rate points for a minute of waiting, in thousandths, with the conditions that hold now
     * @param bonus points for its claim and the conditions that hold now, in thousandths
     * @param overdueAt from then on it outranks every newcomer
     */
    public record Weight(
            String policy,
            Why.Reason reason,
            Duration waited,
            long points,
            long rate,
            long bonus,
            Instant overdueAt) {}
}
