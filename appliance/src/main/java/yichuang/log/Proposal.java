package yichuang.log;

import java.util.concurrent.CompletableFuture;

/** One command on its way; at the same time the task that hands it to Raft, to save a step. */
final class Proposal extends CompletableFuture<Object> implements Runnable {
    private final byte[] command;
    private final CommandLog log;

    Proposal(CommandLog log, byte[] command) {
        this.log = log;
        this.command = command;
    }

    byte[] command() {
        return command;
    }

    @Override
    public void run() {
        log.append(this);
    }
}
