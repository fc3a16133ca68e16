package yichuang.hall;

import java.time.Duration;

/**
 * The numbers a hall may set in the rules of a visit.
 *
 * @param recallsMax recalls after the first call
 * @param noShowCalls calls (the first one and recalls) before a no-show may be pressed
 * @param noShowApart least time between two calls that count, and before the no-show itself
 * @param noShowGrace how long a no-show may still be called again
 * @param undo how long the last act at a window can be taken back
 * @param holdReserve how long a held person who is back waits for the same window only
 * @param keypadLit how long the keypad stays lit after a visit closed at its window
 * @param ratingWorkingDays until when a visit may be rated, in working days after the day of
 *     service
 * @param openPerPersonAndItem open tickets one phone or code may have for one item
 * @param postponesMax how often one ticket may let others go first
 */
public record VisitRules(
        int recallsMax,
        int noShowCalls,
        Duration noShowApart,
        Duration noShowGrace,
        Duration undo,
        Duration holdReserve,
        Duration keypadLit,
        int ratingWorkingDays,
        int openPerPersonAndItem,
        int postponesMax) {
    public VisitRules {
        Checks.atLeast("recallsMax", recallsMax, 0);
        Checks.atLeast("noShowCalls", noShowCalls, 1);
        Checks.atLeast("calls a window can make", recallsMax + 1L, noShowCalls);
        Checks.atLeast("ratingWorkingDays", ratingWorkingDays, 0);
        Checks.atLeast("openPerPersonAndItem", openPerPersonAndItem, 1);
        Checks.atLeast("postponesMax", postponesMax, 0);
    }
}
