package yichuang.devices.bus;

import java.util.Arrays;

/** How a unit answers, PROTOCOL.md section 7. */
enum Status {
    DONE(0x00),
    UNKNOWN_COMMAND(0x01),
    BAD_LENGTH(0x02),
    BAD_VALUE(0x03),
    MISSING_GLYPHS(0x04),
    CACHE_FULL(0x05),
    WRONG_KIND(0x06),
    PICTURE_CRC(0x07),
    PICTURE_GAP(0x08),
    TOO_WIDE(0x09),
    NO_UPDATE(0x0A),
    UPDATE_GAP(0x0B),
    WRONG_IMAGE(0x0C),
    IMAGE_CRC(0x0D),
    FLASH(0x0E),
    /** None that this release knows. */
    UNKNOWN(-1);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    static Status of(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
