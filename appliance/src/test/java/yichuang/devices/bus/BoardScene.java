package yichuang.devices.bus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import yichuang.devices.DeviceFault;
import yichuang.devices.Face;

/**
 * Calls on several boards of one bus, after each of which the board called and another one are
 * read, now and then all: what stands there must be something that the board was told to show, or
 * its offline sign; in the end the last.
 */
public final class BoardScene {
    private static final int WIDTH = 128;
    private static final int HEIGHT = 32;
    private static final int FIRST_ADDRESS = 1;
    private static final int ALL_READ_EVERY = 25;
    private static final Duration RIGHT_IN_THE_END = Duration.ofMinutes(5);

    private final Path folder;
    private final Boards.Making making;
    private final int boards;
    private final double damage;
    private final SplittableRandom chance;

    /** {@code damage}: how likely a byte is changed, and how likely it is lost. */
    public BoardScene(Path folder, Boards.Making making, int boards, long seed, double damage) {
        this.folder = folder;
        this.making = making;
        this.boards = boards;
        this.damage = damage;
        this.chance = new SplittableRandom(seed);
    }

    /**
     * What came of it.
     *
     * @param compared pictures read back and compared dot by dot
     * @param wrong pictures that a board had no right to show, or that were not right in the end
     * @param damagedBytes changed or dropped by the wires
     * @param damagedFrames that the driver heard damaged
     */
    public record Outcome(
            int calls,
            int compared,
            int wrong,
            long damagedBytes,
            long damagedFrames,
            long requests,
            long repeats,
            long givenUp) {}

    private static final class Told {
        private final BoardDisplay display;
        private final Set<Drawn> may = new HashSet<>();
        private Drawn last = new Drawn(WIDTH, HEIGHT);

        /** Before anything, its address; then what it was told; when it hears nothing, its sign. */
        private Told(BoardDisplay display, int address) {
            this.display = display;
            may.add(last);
            may.add(new Drawn(WIDTH, HEIGHT).text(0, 0, 1, WIDTH, "#" + address));
            may.add(new Drawn(WIDTH, HEIGHT).centred(0, WIDTH, HEIGHT / 2 - 8, 1, "离线"));
        }
    }

    public Outcome play(int calls) throws Exception {
        int compared = 0;
        int wrong = 0;
        try (Bus bus = new Bus(folder, making, damage, damage)) {
            List<Told> told = new ArrayList<>();
            for (int i = 0; i < boards; i++) {
                bus.boards.display(i, WIDTH + "x" + HEIGHT, FIRST_ADDRESS + i);
                told.add(
                        new Told(
                                new BoardDisplay(bus.master, FIRST_ADDRESS + i),
                                FIRST_ADDRESS + i));
            }
            for (int i = 0; i < calls; i++) {
                int which = chance.nextInt(boards);
                show(told.get(which), chance.nextInt(10_000), which + 1);
                bus.hub.still(true);
                for (int board : toRead(i, which)) {
                    Optional<Boolean> right = isRight(bus, told.get(board), FIRST_ADDRESS + board);
                    compared += right.isPresent() ? 1 : 0;
                    wrong += right.orElse(true) ? 0 : 1;
                }
                bus.hub.still(false);
            }
            bus.hub.still(true);
            for (int board = 0; board < boards; board++) {
                Told one = told.get(board);
                int address = FIRST_ADDRESS + board;
                Bus.eventually(
                        RIGHT_IN_THE_END,
                        () -> {
                            Drawn now = bus.read(address, WIDTH, HEIGHT);
                            if (!now.equals(one.last)) {
                                throw new AssertionError("address " + address + now + one.last);
                            }
                            return true;
                        });
                LedPicture.write(one.last, folder.resolve("board-" + address + ".png"));
            }
            BusCounts counts = bus.master.counts();
            return new Outcome(
                    calls,
                    compared + boards,
                    wrong,
                    bus.hub.damaged(),
                    counts.damagedFrames(),
                    counts.requests(),
                    counts.repeats(),
                    counts.givenUp());
        }
    }

    /**
     * What is told is allowed from then on; what is shown as a number that stands, not blinking.
     */
    private static void show(Told board, int number, int window) throws InterruptedException {
        String ticket = "A" + String.format("%04d", number);
        Face face = Bus.serving(ticket, String.valueOf(window));
        board.last =
                new Drawn(WIDTH, HEIGHT)
                        .text(0, 0, 2, 80, ticket)
                        .centred(80, WIDTH, 0, 1, "办理中")
                        .centred(80, WIDTH, 16, 1, window + "号窗");
        board.may.add(board.last);
        try {
            board.display.show(face);
        } catch (DeviceFault later) {
            // It is shown when a poll gets through.
        }
    }

    private List<Integer> toRead(int call, int called) {
        return call % ALL_READ_EVERY == 0
                ? IntStream.range(0, boards).boxed().toList()
                : List.of(called, chance.nextInt(boards));
    }

    /** {@return nothing when the board was not heard: then nothing is known} */
    private static Optional<Boolean> isRight(Bus bus, Told board, int address)
            throws InterruptedException {
        try {
            return Optional.of(board.may.contains(bus.read(address, WIDTH, HEIGHT)));
        } catch (DeviceFault unread) {
            return Optional.empty();
        }
    }
}
