package yichuang.devices.gpio;

/** The 40-pin header of a machine: its ports, and the thread that looks at the keys on its pins. */
record Header(PiPorts ports, Scanner scanner) {
    static final int PIN_MAX = 27;

    /** The machine that this program runs on. */
    static final Header HERE = new Header(PiPorts.HERE, new Scanner("header"));
}
