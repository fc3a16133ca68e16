package yichuang.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import yichuang.devices.Repair;
import yichuang.hall.RequestKey;

/**
 * A request that came before is not done again: a test is printed once, whoever's answer got lost.
 * Work on a device is no command of the hall, so this node remembers it, while it runs.
 */
final class Repeats {
    private static final int KEPT_MAX = 256;

    private record Name(String scope, String key) {}

    private record Done(String hash, CompletionStage<Repair> work) {}

    private final Map<Name, Done> done = new LinkedHashMap<>();

    /** {@return the work of the first request with this key, begun now if this is the first} */
    synchronized CompletionStage<Repair> once(
            RequestKey key, Supplier<CompletionStage<Repair>> work) {
        Name name = new Name(key.scope().value(), key.key());
        Done before = done.get(name);
        if (before != null) {
            if (!before.hash.equals(key.hash())) {
                throw Problem.of(ProblemType.KEY_REUSED).with("key", key.key()).found();
            }
            return before.work;
        }
        if (done.size() == KEPT_MAX) {
            done.remove(done.keySet().iterator().next());
        }
        CompletionStage<Repair> begun = work.get();
        done.put(name, new Done(key.hash(), begun));
        return begun;
    }
}
