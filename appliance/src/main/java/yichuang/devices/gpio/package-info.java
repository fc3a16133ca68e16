/**
 * Keys, lamps and small displays that are wired to the controller itself 直接接线的设备: on the 40-pin
 * header, on MCP23017 expanders over I²C, and MAX7219 dot modules over SPI, all by Pi4J.
 *
 * <p>What is decided is apart from what is wired, and knows no clock: {@code Contact} says what a
 * finger did behind the bouncing of the metal, {@code RatingKeys} which key counts and what shines,
 * {@code Mcp23017} which registers a chip needs, {@code DotPicture} and {@code Max7219} what goes
 * to the dots. Around them is a thin edge: {@code Wires} end on the header or on expanders, {@code
 * Scanner} looks at them a hundred times a second, and {@code PiPorts} is all that knows Pi4J.
 *
 * <p>The commonest task is another thing with keys: implement the ability of {@code devices} as
 * {@code WiredKeypad} does, over {@code Wires}, and offer a factory.
 *
 * <p>The ugly cases: two keys at once and a stuck key ({@code RatingKeys}), an expander that loses
 * its power ({@code Mcp23017}), hardware that is away or hangs ({@code Watch}), no Raspberry Pi at
 * all ({@code PiPorts}), a panic button pressed while no leader is there ({@code WiredButton}), a
 * pin that a bus needs ({@link yichuang.devices.gpio.HeaderPins}).
 */
package yichuang.devices.gpio;
