/**
 * The caller pad with rating keys that many halls own already 物理叫号器, on a serial line at 9600 Bd:
 * frames that begin {@code FF 68}, as public programs of district halls write them; no manual of
 * the maker was found. A {@link yichuang.devices.pad.PadLine} listens to all pads of a line,
 * answers every frame at once by its echo, and sends what is to be shown when the line is quiet.
 *
 * <p>The ugly cases: a pad repeats a key whose echo got lost, and it counts once; a pad that was
 * without power is told again what it shows; a pad that is not there cannot be told from one that
 * nobody touches, for pads answer nothing: only a lost line is a fault.
 */
package yichuang.devices.pad;
