package yichuang.devices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a driver takes the keys that people press. Any thread, never blocks. */
@FunctionalInterface
public interface Keys {
    /** Of a device that has none. */
    Keys NONE = key -> CompletableFuture.completedFuture(new Press.UnknownKey(key));

    /**
     * A key went down.
     *
     * @param key {@code "1"} to {@code "5"} of a keypad, a {@link CallerKey} code, or {@link
     *     PanicButton#KEY}
     * @return what came of it, for a lamp or a beep
     */
    CompletionStage<Press> press(String key);
}
