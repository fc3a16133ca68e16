/**
 * LED boards and caller pads on the hall's RS-485 bus, as {@code display-firmware/PROTOCOL.md}
 * says, byte for byte.
 *
 * <p>From below: {@code Wire} moves bytes, {@code Frame} and {@code FrameReader} make frames of
 * them, {@code Talking} asks and repeats, {@code Unit} is what the master knows of one board or
 * pad, and {@link yichuang.devices.bus.BusMaster} is the one thread that speaks on a bus: what is
 * to be shown first, then who is due to be polled. {@code FaceLayout} lays a {@link
 * yichuang.devices.Face} out on a panel, {@code Picture} draws it here too, so that what a board
 * says it shows can be compared.
 *
 * <p>The ugly cases: a lost or damaged reply (the same frame again, which a unit does not act upon
 * twice), a board that started anew or shows something else (its next poll says so, and it is shown
 * again), a bus that is unplugged (every device on it says so; boards show that they are offline by
 * themselves), a board without an address in a dead one's place ({@code Replacing}).
 */
package yichuang.devices.bus;
