package yichuang.devices.bus;

/** What a unit can be asked, PROTOCOL.md section 6. */
enum Ask {
    IDENTIFY(0x01),
    DISCOVER(0x02),
    SET_ADDRESS(0x03, true),
    POLL(0x04),
    STATUS(0x05),
    TURNAROUND(0x06),
    SETUP(0x07, true),
    TEST(0x08),
    RESTART(0x09),
    SHOW(0x10),
    BITMAP(0x11),
    BLINK(0x12),
    SCROLL(0x13),
    BRIGHTNESS(0x14),
    CLEAR(0x15),
    GLYPHS(0x16),
    READBACK(0x17),
    LAMPS(0x20),
    UPDATE_BEGIN(0x30),
    UPDATE_DATA(0x31, true),
    UPDATE_END(0x32, true),
    UPDATE_CONFIRM(0x33, true),
    UPDATE_ABORT(0x34);

    private final int code;
    private final boolean flash;

    Ask(int code) {
        this(code, false);
    }

    Ask(int code, boolean flash) {
        this.code = code;
        this.flash = flash;
    }

    int code() {
        return code;
    }

    /** {@return whether it may write flash, which takes the unit longer} */
    boolean writesFlash() {
        return flash;
    }
}
