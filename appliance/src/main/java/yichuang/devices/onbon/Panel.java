package yichuang.devices.onbon;

/**
 * The part of a screen that is ours, and how its dots are written.
 *
 * @param x left edge, a multiple of its generation's step
 * @param colour of what is lit
 * @param bigWords whether a word of the sixth generation travels high byte first
 */
record Panel(
        Model.Generation generation,
        int x,
        int y,
        int width,
        int height,
        Colour colour,
        boolean bigWords) {

    /** What a screen can light. One of two colours gets the dots of both. */
    enum Colour {
        SINGLE(true, false),
        RED(true, false),
        GREEN(false, true),
        YELLOW(true, true);

        private final boolean red;
        private final boolean green;

        Colour(boolean red, boolean green) {
            this.red = red;
            this.green = green;
        }

        boolean red() {
            return red;
        }

        boolean green() {
            return green;
        }

        /** {@return whether the screen has a second colour} */
        boolean two() {
            return this != SINGLE;
        }
    }
}
