/**
 * How a device is reached: a network address, a device file, a serial line. Every driver of this
 * room's neighbours talks through a {@link yichuang.devices.port.Talk}, which waits with a limit; a
 * {@link yichuang.devices.port.Port} is what the configuration names.
 *
 * <p>The ugly cases: a device that takes no more bytes, says nothing, hangs up, or is pulled out in
 * the middle of a byte. None of them holds a thread longer than its limit.
 */
package yichuang.devices.port;
