package yichuang.bench;

import java.nio.file.Path;
import java.time.Duration;
import yichuang.devices.bus.BoardScene;
import yichuang.devices.bus.Boards;
import yichuang.devices.bus.EmulatedBoards;
import yichuang.devices.bus.Firmware;
import yichuang.devices.bus.RecoveryScene;

/**
 * Eight boards on one bus, each the real binary in QEMU, and the real driver: calls, and what
 * stands on the boards, dot by dot against another renderer; again with one byte in a hundred
 * changed and one in a hundred lost, both ways. Then lost power, another board, and a cable that is
 * out for a minute. The wires keep 115,200 Bd. Panels as PNG are in the output folder.
 */
final class BoardsBench implements Benchmark {
    private static final int CALLS = 500;
    private static final int BOARDS = 8;
    private static final double PERCENT = 0.01;
    private static final int SECONDS_UNPLUGGED = 60;

    @Override
    public Figures measure(Options options) throws Exception {
        Path firmware = options.home().resolve("display-firmware");
        Boards.Making making = hub -> new EmulatedBoards(hub, firmware, options.out());
        int calls = options.scaled(CALLS, 10);
        Firmware.Sizes sizes = Firmware.sizes(firmware);
        Figures.say("firmware: %s", sizes);
        BoardScene.Outcome quiet =
                new BoardScene(options.out(), making, BOARDS, options.seed(), 0).play(calls);
        Figures.say("quiet: %s", quiet);
        BoardScene.Outcome noisy =
                new BoardScene(options.out(), making, BOARDS, options.seed(), PERCENT).play(calls);
        Figures.say("noisy: %s", noisy);
        RecoveryScene.Outcome recovery =
                new RecoveryScene(options.out(), making)
                        .play(Duration.ofSeconds(options.scaled(SECONDS_UNPLUGGED, 1)));
        Figures.say("recovery: %s", recovery);
        return new Figures()
                .put("calls", quiet.calls())
                .put("boards", BOARDS)
                .put("compared", quiet.compared())
                .put("wrong", quiet.wrong())
                .put("noisy.compared", noisy.compared())
                .put("noisy.wrong", noisy.wrong())
                .put("noisy.damagedFrames", noisy.damagedFrames())
                .put("noisy.damagedBytes", noisy.damagedBytes())
                .put("noisy.repeats", noisy.repeats())
                .put("killedMillis", recovery.killedUntilRight())
                .put("exchangedMillis", recovery.exchangedUntilRight())
                .put("unpluggedKnownMillis", recovery.unpluggedUntilKnown())
                .put("pluggedMillis", recovery.pluggedUntilRight())
                .put("offlineSigns", recovery.signs())
                .put("flashBytes", sizes.flashBytes())
                .put("imageBytes", sizes.imageBytes())
                .put("ramBytes", sizes.ramBytes());
    }
}
