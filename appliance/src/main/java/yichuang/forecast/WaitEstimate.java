package yichuang.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.dispatch.Dispatch;
import yichuang.hall.Hall;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.Outlook;
import yichuang.hall.Ticket;
import yichuang.hall.Window;
import yichuang.hall.WindowSetup;

/** An honest guess for a person who takes a ticket; the formula is on the package page. */
public final class WaitEstimate {
    private static final double Z_90 = 1.2816;
    private static final double LEFT_AT_LEAST = 0.25;
    private static final double MINUTES_UNKNOWN = 10;
    private static final int SECONDS = 60;

    private WaitEstimate() {}

    /**
     * {@return how long until a window calls, empty when no open window has the skill}
     *
     * @param items that wait at once; whichever window is free first takes one
     * @param ahead waiting legs that stand before, as {@link Dispatch#ahead} counts them
     */
    public static Optional<Outlook.Wait> of(
            Hall hall, Dispatch dispatch, List<ItemCode> items, int ahead, Instant now) {
        List<Window> open = open(hall, items);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Window> atWork =
                open.stream().filter(one -> one.state() != Window.State.PAUSED).toList();
        // Everybody at lunch: they will be back.
        List<Window> windows = atWork.isEmpty() ? open : atWork;
        double mean = dispatch.meanMinutes(hall, items, now).orElseGet(() -> meanOf(hall, items));
        int idle = 0;
        double left = 0;
        for (Window window : windows) {
            switch (window.state()) {
                case IDLE -> idle++;
                case CALLED, SERVING -> left += minutesLeft(hall, window, now);
                case PAUSED, CLOSED -> left += mean;
            }
        }
        int departures = ahead + 1 - idle;
        if (departures <= 0) {
            return Optional.of(new Outlook.Wait(Duration.ZERO, Duration.ZERO));
        }
        int busy = windows.size() - idle;
        double first = busy == 0 ? mean : left / busy;
        double minutes = (first + (departures - 1) * mean) / windows.size();
        return Optional.of(
                new Outlook.Wait(
                        quantile(minutes, departures, 0), quantile(minutes, departures, Z_90)));
    }

    private static List<Window> open(Hall hall, List<ItemCode> items) {
        List<Window> open = new ArrayList<>();
        for (WindowSetup setup : hall.furnishing().setup().windows()) {
            if (items.stream().anyMatch(hall.furnishing().skills(setup.id())::contains)) {
                hall.findWindow(setup.id())
                        .filter(window -> window.state() != Window.State.CLOSED)
                        .ifPresent(open::add);
            }
        }
        return open;
    }

    private static double meanOf(Hall hall, List<ItemCode> items) {
        return items.stream()
                .mapToDouble(item -> minutes(hall, item))
                .average()
                .orElse(MINUTES_UNKNOWN);
    }

    private static double minutes(Hall hall, ItemCode item) {
        return hall.furnishing().findItem(item).map(Item::minutes).orElse((int) MINUTES_UNKNOWN);
    }

    private static double minutesLeft(Hall hall, Window window, Instant now) {
        Window.Turn turn = window.turn().orElseThrow();
        Ticket ticket = hall.findTicket(turn.ticket()).orElseThrow();
        Leg leg = ticket.legs().get(turn.leg());
        double expected = minutes(hall, leg.item()) * ticket.count();
        double spent =
                leg.servingAt()
                        .map(since -> Duration.between(since, now).toMillis() / 60_000.0)
                        .orElse(0.0);
        return Math.max(LEFT_AT_LEAST * expected, expected - Math.max(0, spent));
    }

    /** Wilson and Hilferty: the cube root of a gamma variable is nearly normal. */
    private static Duration quantile(double meanMinutes, int shape, double z) {
        double root = 1 - 1 / (9.0 * shape) + z / (3 * Math.sqrt(shape));
        return Duration.ofSeconds(Math.round(meanMinutes * SECONDS * root * root * root));
    }
}
