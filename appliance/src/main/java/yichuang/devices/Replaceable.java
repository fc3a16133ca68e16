package yichuang.devices;

import java.util.List;

/** Hardware that can be exchanged for another of its kind while everything goes on 更换. */
public interface Replaceable {
    /** {@return the pieces that are plugged in and have no place yet} */
    List<Spare> spares() throws DeviceFault, InterruptedException;

    /**
     * Gives the spare this device's place.
     *
     * @return whether it has it; not when the old one still answers there
     */
    boolean replaceBy(String spare) throws DeviceFault, InterruptedException;

    /**
     * A piece without a place.
     *
     * @param id unique
     * @param sign by which a person tells it from the others: a board shows it while it is searched
     *     for
     * @param what for instance {@code 128×32, 1.0.0}
     */
    record Spare(String id, String sign, String what) {}
}
