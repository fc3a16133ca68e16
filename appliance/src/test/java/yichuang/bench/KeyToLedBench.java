package yichuang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import yichuang.devices.bus.Boards;
import yichuang.devices.bus.EmulatedBoards;
import yichuang.devices.bus.HostBoards;
import yichuang.devices.bus.Hub;
import yichuang.devices.bus.MixedBoards;

/**
 * From a window's key to its board's frame buffer: the whole controller on one side, boards on the
 * other, wires that keep 115,200 Bd between. A board draws before it answers, so the end is when
 * its answer has left; the true time is shorter. One window at a time with eight boards on the bus,
 * each the real binary in QEMU; the same with the firmware's core as processes, which take less of
 * this machine; then 32 windows at once with 32 boards, four of them in QEMU: every byte wakes
 * every emulator, and two processor cores do not do that 32 times within a byte's 87 µs.
 */
final class KeyToLedBench implements Benchmark {
    private static final int CALLS = 500;
    private static final int FEW = 8;
    private static final int MANY = 32;
    private static final int EMULATED_OF_MANY = 4;
    private static final int BURSTS = 10;
    private static final int SHOW = 0x10;
    private static final int SHOWN = 0x90;
    private static final double TURNAROUND_MILLIS = 1;
    private static final int SECONDS_MAX = 10;

    @Override
    public Figures measure(Options options) throws Exception {
        int calls = options.scaled(CALLS, 20);
        Run one = run(options, "real", FEW, FEW, calls, 1);
        say("one key, 8 boards in QEMU", one);
        Run host = run(options, "host", FEW, 0, calls, 1);
        say("one key, 8 boards as processes", host);
        Run burst = run(options, "burst", MANY, EMULATED_OF_MANY, options.scaled(BURSTS, 2), MANY);
        say("32 keys at once, 32 boards, 4 in QEMU", burst);
        return new Figures()
                .put("p50Millis", one.all().millis(0.5))
                .put("p99Millis", one.all().millis(0.99))
                .put("calls", one.all().count())
                .put("wireMillis", one.wireMillis())
                .put("hostP50Millis", host.all().millis(0.5))
                .put("hostP99Millis", host.all().millis(0.99))
                .put("burst32P50Millis", burst.all().millis(0.5))
                .put("burst32P99Millis", burst.all().millis(0.99));
    }

    private static void say(String what, Run run) {
        Figures.say(
                "%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; the wire alone takes %.1f ms",
                what,
                run.all().millis(0.5),
                run.all().millis(0.99),
                run.all().maxMillis(),
                run.wireMillis());
    }

    /** {@code wireMillis}: what the longest picture and its answer take on the wire. */
    private record Run(Percentiles all, double wireMillis) {}

    /**
     * Presses and awaits the boards.
     *
     * @param emulated how many of the boards are emulated
     * @param atOnce how many windows press in the same moment
     */
    private static Run run(
            Options options, String name, int boards, int emulated, int rounds, int atOnce)
            throws Exception {
        Path folder = options.out().resolve(name);
        Path firmware = options.home().resolve("display-firmware");
        Path config = folder.resolve("config");
        Files.createDirectories(folder);
        Map<Integer, BlockingQueue<Long>> shown = new ConcurrentHashMap<>();
        Map<Integer, Integer> longest = new ConcurrentHashMap<>();
        List<Long> took = new ArrayList<>();
        try (Hub hub = new Hub(folder.resolve("bus"), options.seed(), 0, 0);
                Boards hardware =
                        new MixedBoards(
                                emulated,
                                new EmulatedBoards(hub, firmware, folder),
                                new HostBoards(hub, firmware))) {
            hub.listen(
                    passed -> {
                        if (passed.command() == SHOW || passed.command() == SHOWN) {
                            longest.merge(passed.command(), passed.bytes(), Math::max);
                        }
                        if (passed.command() == SHOWN && passed.status() == 0) {
                            shown.computeIfAbsent(
                                            passed.address(), any -> new LinkedBlockingQueue<>())
                                    .add(passed.nanos());
                        }
                    });
            List<String> places = wire(options, config, hub, boards);
            for (int i = 0; i < boards; i++) {
                shown.put(i + 1, new LinkedBlockingQueue<>());
                hardware.display(i, "128x32", i + 1);
            }
            try (ServerProcess server =
                            ServerProcess.start(
                                    options,
                                    folder.resolve("data"),
                                    "--clock",
                                    "2026-03-02T09:00:00+08:00",
                                    "--config",
                                    config.resolve("hall.yaml").toString());
                    HallFront hall = new HallFront(server)) {
                Map<String, List<String>> skills = hall.windows();
                hall.awaitOpen(skills.get(places.getFirst()).getFirst());
                for (String place : places) {
                    hall.act(place, "open").expect(200);
                }
                for (int address : shown.keySet()) {
                    await(shown, address, "the first picture");
                }
                for (int round = 0; round < rounds; round++) {
                    took.addAll(round(server, hall, skills, places, shown, round, atOnce));
                }
            }
        }
        int bytes = longest.values().stream().mapToInt(each -> each).sum();
        return new Run(
                Percentiles.of(took), bytes * (Hub.NANOS_PER_BYTE / 1e6) + TURNAROUND_MILLIS);
    }

    private static List<Long> round(
            ServerProcess server,
            HallFront hall,
            Map<String, List<String>> skills,
            List<String> places,
            Map<Integer, BlockingQueue<Long>> shown,
            int round,
            int atOnce)
            throws Exception {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            String window = places.get((round + i) % places.size());
            windows.add(window);
            // Windows share queues: with one spare for each, nobody finds it empty.
            for (int spare = round == 0 ? 0 : 1; spare < 2; spare++) {
                hall.take(skills.get(window).getFirst()).expect(201);
            }
        }
        TimeUnit.MILLISECONDS.sleep(50 + round * 37 % 100);
        shown.values().forEach(BlockingQueue::clear);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> hands = new ArrayList<>();
        Map<String, Long> pressed = new ConcurrentHashMap<>();
        for (String window : windows) {
            hands.add(Thread.ofVirtual().start(() -> press(server, window, go, pressed)));
        }
        TimeUnit.MILLISECONDS.sleep(20);
        go.countDown();
        for (Thread hand : hands) {
            hand.join();
        }
        List<Long> took = new ArrayList<>();
        for (String window : windows) {
            int address = places.indexOf(window) + 1;
            took.add(await(shown, address, "a call") - pressed.get(window));
        }
        for (String window : windows) {
            hall.act(window, "hold").expect(200);
        }
        for (String window : windows) {
            await(shown, places.indexOf(window) + 1, "the window at rest");
        }
        return took;
    }

    private static void press(
            ServerProcess server, String window, CountDownLatch go, Map<String, Long> pressed) {
        try (HallFront hall = new HallFront(server)) {
            hall.get("/health/live").expect(200);
            go.await();
            pressed.put(window, System.nanoTime());
            hall.act(window, "next").expect(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long await(Map<Integer, BlockingQueue<Long>> shown, int address, String what)
            throws InterruptedException, IOException {
        Long at = shown.get(address).poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (at == null) {
            throw new IOException("the board at address " + address + " never showed " + what);
        }
        return at;
    }

    /** Copies the shipped hall and gives its first staffed windows boards. */
    private static List<String> wire(Options options, Path config, Hub hub, int boards)
            throws IOException {
        Path shipped = options.home().resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copy = config.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        List<String> places = new ArrayList<>();
        StringBuilder more =
                new StringBuilder("\nbuses: [{id: b1, kind: rs485, port: \"unix:")
                        .append(hub.path())
                        .append("\"}]\nhardware:\n");
        for (int i = 1; i <= boards; i++) {
            places.add(String.valueOf(i));
            more.append("  - {at: display-")
                    .append(i)
                    .append(", driver: board, bus: b1, address: ")
                    .append(i)
                    .append("}\n");
        }
        Path devices = config.resolve("devices/virtual.yaml");
        Files.writeString(devices, Files.readString(devices) + more);
        return places;
    }
}
