package yichuang.records;

import java.time.Instant;
import java.util.Optional;

/**
 * A complaint 吐槽找茬 as it was made.
 *
 * @param channel where: a kiosk, {@code qr}, a window, the guidance desk
 * @param number of the ticket it is about, when the person came from one
 */
public record PastComplaint(
        String id, Instant at, String channel, String text, Optional<String> number) {}
