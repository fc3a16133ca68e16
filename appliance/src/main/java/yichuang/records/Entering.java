package yichuang.records;

import java.util.Optional;
import yichuang.hall.Channel;
import yichuang.hall.TokenId;

/** Who enters a rating that somebody else gave: that is known, for it could be made up. */
final class Entering {
    /** Begins the name under which a person acts by their own ticket's link. */
    private static final String OWN_LINK = "link-";

    private Entering() {}

    /** {@return the kiosk or the manager; empty for a person's own link, and for a keypad} */
    static Optional<TokenId> by(Channel channel, TokenId by) {
        return channel == Channel.KIOSK || byManager(channel, by)
                ? Optional.of(by)
                : Optional.empty();
    }

    /** {@return whether it was a manager, who acts then, and so it stands in the trail} */
    static boolean byManager(Channel channel, TokenId by) {
        return switch (channel) {
            case PAPER, PHONE -> true;
            case WEB -> !by.value().startsWith(OWN_LINK);
            case KEYPAD, QR, KIOSK, SMS, WECHAT -> false;
        };
    }
}
