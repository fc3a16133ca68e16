package yichuang.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The nodes of a hall as a test wants them: who is there, who leads, how late the news is. */
public final class FakeNodes implements OtherNodes, DeviceReports {
    private final String self;
    private final List<DeviceReport> said = new ArrayList<>();
    private final Set<String> there = new LinkedHashSet<>();
    private final List<Consumer<DeviceReport>> listeners = new ArrayList<>();
    private boolean leading = true;
    private Duration late = Duration.ZERO;

    private FakeNodes(String self) {
        this.self = self;
    }

    /** {@return a node that leads a hall of one} */
    public static FakeNodes alone(String self) {
        return new FakeNodes(self);
    }

    synchronized void comes(String node) {
        there.add(node);
    }

    synchronized void goes(String node) {
        there.remove(node);
    }

    synchronized void follows() {
        leading = false;
    }

    /** From now on everything is heard so long after it happened. */
    synchronized void isLate(Duration time) {
        late = time;
    }

    void says(DeviceReport report) {
        tell(report);
        listeners.forEach(listener -> listener.accept(report));
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public synchronized boolean reaches(String node) {
        return there.contains(node);
    }

    @Override
    public synchronized boolean leads() {
        return leading;
    }

    @Override
    public synchronized Duration since(Instant then) {
        return late;
    }

    @Override
    public DeviceReports reports() {
        return this;
    }

    @Override
    public synchronized void tell(DeviceReport own) {
        said.removeIf(one -> one.device().equals(own.device()) && one.node().equals(own.node()));
        said.add(own);
    }

    @Override
    public synchronized List<DeviceReport> about(String device) {
        return said.stream().filter(one -> one.device().equals(device)).toList();
    }

    @Override
    public void listen(Consumer<DeviceReport> listener) {
        listeners.add(listener);
    }
}
