package yichuang.devices.pad;

import java.util.Optional;
import yichuang.devices.CallerKey;

/** What a pad's frame says that somebody pressed. The last byte is the key. */
sealed interface PadKey {
    /** A key of the staff. */
    record Staff(CallerKey key) implements PadKey {}

    /** The staff wants to be rated. */
    record AskRating() implements PadKey {}

    /**
     * A key of the rating part.
     *
     * @param number as the pad counts them
     */
    record Rated(int number) implements PadKey {}

    int RATING = 0x11;
    int ACKNOWLEDGED = 0x01;

    /** {@return empty for keys that the hall has no use for} */
    static Optional<PadKey> of(PadFrame frame) {
        if (frame.length() == 0) {
            return Optional.empty();
        }
        int key = frame.fromEnd(0);
        if (frame.function() == RATING) {
            return Optional.of(new Rated(key));
        }
        return switch (key) {
            case 0x0B -> Optional.of(new AskRating());
            case 0x0C -> Optional.of(new Staff(CallerKey.NEXT));
            case 0x0D -> Optional.of(new Staff(CallerKey.RECALL));
            case 0x0F -> confirmed(frame);
            case 0x12 -> Optional.of(new Staff(CallerKey.PAUSE));
            default -> Optional.empty();
        };
    }

    /** Some acts are chosen first and then confirmed. */
    private static Optional<PadKey> confirmed(PadFrame frame) {
        if (frame.length() < 2) {
            return Optional.empty();
        }
        return switch (frame.fromEnd(1)) {
            case 0x00 -> Optional.of(new Staff(CallerKey.HOLD));
            case 0x06 -> Optional.of(new Staff(CallerKey.NO_SHOW));
            default -> Optional.empty();
        };
    }

    /** {@return the echo that the pad waits for} */
    static PadFrame echo(PadFrame frame) {
        return frame.function() == RATING ? frame.as(ACKNOWLEDGED) : frame;
    }
}
