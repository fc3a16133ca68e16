/**
 * Displays, keypads, printers and voices 设备: what the hall says to people, and the keys they press.
 *
 * <p>A device is what it can do: {@link yichuang.devices.Display}, {@link yichuang.devices.Keypad},
 * {@link yichuang.devices.Printer}, {@link yichuang.devices.Speaker}, each one small interface that
 * a driver implements. {@link yichuang.devices.DevicePlan} says which devices the hall has, {@link
 * yichuang.devices.Drivers} makes them; {@link yichuang.devices.VirtualDevices} are the ones that
 * need no hardware.
 *
 * <p>The commonest task: {@link yichuang.devices.Devices} follows what was committed and tells the
 * devices; {@code Cues} holds what each event means for them, and is the file to read first.
 *
 * <p>The ugly cases: a device that hangs or fails (each has its own {@code Line}: a bounded queue,
 * a thread and a time limit, so that nobody waits for it), a restart (displays stand right again
 * and nothing old is spoken: {@code Cues.caughtUp}), a slip that did not come out ({@code
 * PrintNotes}), a key pressed when nothing may be rated ({@link yichuang.devices.Press}).
 *
 * <p>Over several nodes: each drives its own devices ({@code Owners}), every node hears every
 * event, and whoever drives nothing at that window does nothing. Of devices elsewhere a node knows
 * how they are and not what they show ({@code Elsewhere}, {@link yichuang.devices.DeviceReports}).
 * What is heard late is shown and not spoken ({@code Lateness}).
 *
 * <p>This room sees {@code hall}, and of {@code leader} only how to follow.
 */
package yichuang.devices;
