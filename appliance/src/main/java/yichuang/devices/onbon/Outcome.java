package yichuang.devices.onbon;

import java.util.Optional;

/**
 * What a controller answered to a command. Manual, sections 5.1.2 to 5.3.
 *
 * @param error 0: it did it
 */
record Outcome(int error) {
    private static final int STATUS_AT = 3;
    private static final int ERROR_AT = 5;
    private static final int LENGTH = 9;
    private static final int REFUSED = 1;
    private static final int BUSY = 3;
    private static final int CHECKSUM = 5;
    private static final int UNTOLD = 0xFFFF;

    /** {@return the answer; empty when this is none} */
    static Optional<Outcome> of(byte[] data) {
        if (data.length < LENGTH) {
            return Optional.empty();
        }
        boolean refused = (data[STATUS_AT] & REFUSED) != 0;
        int error = (data[ERROR_AT] & 0xFF) | (data[ERROR_AT + 1] & 0xFF) << 8;
        if (!refused) {
            return Optional.of(new Outcome(0));
        }
        return Optional.of(new Outcome(error == 0 ? UNTOLD : error));
    }

    boolean done() {
        return error == 0;
    }

    /** {@return whether the same again may be done} */
    boolean passing() {
        return error == BUSY || error == CHECKSUM;
    }

    /** {@return the controller's reason, for the log} */
    String why() {
        return switch (error) {
            case 1, 2 -> "it does not know the command: check its model 没有这个命令，请看型号";
            case BUSY -> "it is busy 忙";
            case 4 -> "the picture is too large for it 画面超出它的容量";
            case CHECKSUM -> "what arrives is damaged: check the cable 校验错，请看接线";
            case 17 -> "it is another model 型号不对";
            case 18 -> "the picture is not within its screen: check width and height 超出屏的大小";
            case 19 -> "it has another screen number 屏号不对";
            default -> "error 错误 " + error;
        };
    }
}
