package yichuang.hall;

import java.util.Locale;
import java.util.Optional;

/**
 * How a rating came. What each may be used by is the edge's business; that it is recorded is the
 * hall's.
 */
public enum Channel {
    KEYPAD,
    QR,
    KIOSK,
    SMS,
    WECHAT,
    PHONE,
    WEB,
    PAPER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> find(String code) {
        for (Channel channel : values()) {
            if (channel.code().equals(code)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
