package yichuang.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.IO;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import com.pi4j.provider.Provider;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;

/**
 * The ports of this machine by Pi4J. Each family of ports is begun when its first is opened, and by
 * itself: a machine without SPI still has its pins. What Pi4J throws, and what it throws when it
 * has no native library for this machine, is a device fault here. Safe for any thread.
 */
final class PiPorts {
    /** The machine that this program runs on. */
    static final PiPorts HERE =
            new PiPorts(
                    () ->
                            context(
                                    GpioDDigitalInputProvider.newInstance(),
                                    GpioDDigitalOutputProvider.newInstance()),
                    () -> context(LinuxFsI2CProvider.newInstance()),
                    () -> context(LinuxFsSpiProvider.newInstance()));

    private static final Logger LOG = Logger.getLogger(PiPorts.class.getName());
    private static final int SPI_HERTZ = 1_000_000;

    private final Family pins;
    private final Family i2c;
    private final Family spi;

    PiPorts(Supplier<Context> pins, Supplier<Context> i2c, Supplier<Context> spi) {
        this.pins = new Family(pins);
        this.i2c = new Family(i2c);
        this.spi = new Family(spi);
    }

    private static Context context(Provider<?, ?, ?>... providers) {
        return Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook().add(providers).build();
    }

    /** A pin with its pull-up, high until something ties it to ground. */
    DigitalInput input(int pin) throws DeviceFault {
        return pins.open(
                "GPIO" + pin,
                context ->
                        context.provider(DigitalInputProvider.class)
                                .create(
                                        DigitalInput.newConfigBuilder(context)
                                                .id("gpio" + pin)
                                                .address(pin)
                                                .pull(PullResistance.PULL_UP)
                                                .debounce(0L)
                                                .build()));
    }

    /** A pin that is driven, low at first. */
    DigitalOutput output(int pin) throws DeviceFault {
        return pins.open(
                "GPIO" + pin,
                context ->
                        context.provider(DigitalOutputProvider.class)
                                .create(
                                        DigitalOutput.newConfigBuilder(context)
                                                .id("gpio" + pin)
                                                .address(pin)
                                                .initial(DigitalState.LOW)
                                                .shutdown(DigitalState.LOW)
                                                .build()));
    }

    I2C i2c(int bus, int address) throws DeviceFault {
        return i2c.open(
                "I²C " + bus,
                context ->
                        context.provider(I2CProvider.class)
                                .create(
                                        I2C.newConfigBuilder(context)
                                                .id("i2c-" + bus + "-" + address)
                                                .bus(bus)
                                                .device(address)
                                                .build()));
    }

    Spi spi(int select) throws DeviceFault {
        return spi.open(
                "SPI CE" + select,
                context ->
                        context.provider(SpiProvider.class)
                                .create(
                                        Spi.newConfigBuilder(context)
                                                .id("spi-" + select)
                                                .address(select)
                                                .bus(0)
                                                .mode(SpiMode.MODE_0)
                                                .baud(SPI_HERTZ)
                                                .build()));
    }

    /** Gives a port back to whoever wants it next. */
    void close(IO<?, ?, ?> port) {
        for (Family family : List.of(pins, i2c, spi)) {
            family.close(port);
        }
    }

    /** Ports of one kind. */
    private static final class Family {
        private final Supplier<Context> making;
        private Optional<Context> context = Optional.empty();
        private boolean told;

        Family(Supplier<Context> making) {
            this.making = making;
        }

        synchronized <P> P open(String name, Opening<P> opening) throws DeviceFault {
            try {
                if (context.isEmpty()) {
                    context = Optional.of(making.get());
                }
                P port = opening.open(context.get());
                told = false;
                return port;
            } catch (RuntimeException | LinkageError e) {
                if (!told) {
                    told = true;
                    LOG.log(
                            Level.WARNING,
                            e,
                            () ->
                                    name
                                            + " 打不开。确认这是树莓派，并已在 raspi-config 打开这个接口。 "
                                            + name
                                            + " does not open. See that this is a Raspberry Pi and"
                                            + " the interface is on in raspi-config.");
                }
                throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
            }
        }

        synchronized void close(IO<?, ?, ?> port) {
            try {
                if (context.isPresent() && context.get().hasIO(port.id())) {
                    context.get().shutdown(port.id());
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Pi4J did not close " + port.id());
            }
        }
    }

    private interface Opening<P> {
        P open(Context context);
    }
}
