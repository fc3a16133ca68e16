package yichuang.metrics;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number of the manager's page that stands for tickets.
 *
 * <p>Ratings are none, on purpose: with a handful of ratings a day, a list of who has rated beside
 * the count of each level would tell who gave which.
 */
public enum Figure {
    /** Who waits now: waiting, longest wait. */
    WAITING,
    /** Whose wait ended in the last 15 minutes: its p50, p90 and share within target. */
    CALLED15,
    /** The same of the last 60 minutes. */
    CALLED60,
    /** Who is called to a window or served there now: windows called, windows serving. */
    AT_WINDOW,
    /** Who was called today: of them the no-show rate is a share. */
    CALLED,
    /** Who missed a call today, whether back by now or not. */
    NO_SHOW;

    /** {@return the name in the API} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** In which order its tickets are read: the longest wait first, else what happened last. */
    Comparator<Behind.Entry> order() {
        return switch (this) {
            case WAITING, CALLED15, CALLED60 ->
                    Comparator.comparing(Behind.Entry::waited).reversed();
            case AT_WINDOW, CALLED, NO_SHOW -> Comparator.comparing(Behind.Entry::at).reversed();
        };
    }
}
