/**
 * Receipt printers that speak ESC/POS 小票打印机, the commands nearly every receipt printer in the
 * country understands, over USB, a serial line or the network.
 *
 * <p>{@code Layout} makes a slip into {@code Commands}, {@code EscPosPrinter} sends them, {@code
 * Standing} is what the printer says of itself. {@link yichuang.devices.escpos.Model} is what
 * differs from make to make.
 *
 * <p>The ugly cases: no paper, an open cover or a stuck knife (asked before and after, so the slip
 * is known not to have come out), a printer that hangs or is pulled out within a slip (not known:
 * UNSURE), one that cannot answer at all, a text with control characters in it.
 */
package yichuang.devices.escpos;
