package yichuang.bench;

import yichuang.devices.bus.BoardScene;

/**
 * Calls on eight boards of one bus, and what stands on every board after each; then again with one
 * byte in a hundred changed and one in a hundred lost, both ways. The boards are processes with the
 * firmware's own core.
 */
final class BoardsBench implements Benchmark {
    private static final int CALLS = 500;
    private static final int BOARDS = 8;
    private static final double PERCENT = 0.01;

    @Override
    public Figures measure(Options options) throws Exception {
        int calls = options.scaled(CALLS, 10);
        BoardScene.Outcome quiet = scene(options, 0).play(calls);
        Figures.say("quiet: %s", quiet);
        BoardScene.Outcome noisy = scene(options, PERCENT).play(calls);
        Figures.say("noisy: %s", noisy);
        return new Figures()
                .put("calls", quiet.calls())
                .put("boards", BOARDS)
                .put("wrong", quiet.wrong())
                .put("noisy.wrong", noisy.wrong())
                .put("noisy.damagedFrames", noisy.damagedFrames())
                .put("noisy.damagedBytes", noisy.damagedBytes())
                .put("noisy.repeats", noisy.repeats());
    }

    private static BoardScene scene(Options options, double damage) {
        return new BoardScene(
                options.out(),
                options.home().resolve("display-firmware"),
                BOARDS,
                options.seed(),
                damage);
    }
}
