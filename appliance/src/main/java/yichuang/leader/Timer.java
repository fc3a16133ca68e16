package yichuang.leader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicyFile;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.TokenId;
import yichuang.log.Ordering;

/**
 * What is due, once a second: days to open and close, no-shows whose grace is over, rectifications
 * that were not done in time, a policy script that was edited. All of it is safe to ask twice, so
 * what was not written is simply asked again.
 */
final class Timer {
    private static final Logger LOG = Logger.getLogger(Timer.class.getName());
    private static final TokenId BY = new TokenId("hall-timer");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int DAYS_DUE_MAX = 4; // close yesterday, open today, and once more of each

    private final HallClock clock;
    private final Proposals proposals;
    private final Ordering log;
    private final Dispatch dispatch;
    private final Optional<PolicyFile> script;
    private final AtomicBoolean looking = new AtomicBoolean();

    Timer(
            HallClock clock,
            Proposals proposals,
            Ordering log,
            Dispatch dispatch,
            Optional<PolicyFile> script) {
        this.clock = clock;
        this.proposals = proposals;
        this.log = log;
        this.dispatch = dispatch;
        this.script = script;
    }

    void start() {
        log.thread().execute(this::tick);
    }

    /** A tick that goes wrong must not be the last one. */
    private void tick() {
        try {
            clock.tick();
            script.ifPresent(this::look);
            askWhatIsDue();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "a tick of the hall's timer failed; the next one comes in a second",
                    e);
        }
        log.thread().schedule(this::tick, TICK);
    }

    private void askWhatIsDue() {
        if (!log.state().leading()) {
            return;
        }
        Instant now = proposals.time();
        dueDay(now).ifPresent(this::ask);
        if (proposals.hall().noShowsDue(now)) {
            ask(new Command.ExpireNoShows());
        }
        if (clock.isTrusted() && proposals.hall().rectificationsDue(now)) {
            ask(new Command.EscalateRectifications());
        }
    }

    private Optional<Command> dueDay(Instant now) {
        return clock.isTrusted() ? proposals.hall().dueDay(now) : Optional.empty();
    }

    private void ask(Command command) {
        proposals.propose(
                entry(command),
                answer -> {},
                failure ->
                        LOG.log(
                                Level.WARNING,
                                "{0} was due and not written; asked again in a second",
                                command));
    }

    private Entry entry(Command command) {
        return new Entry(proposals.time(), BY, Optional.empty(), command);
    }

    /**
     * Compiling takes its time, so it is done beside the log's thread; what came of it is taken up
     * on it.
     */
    private void look(PolicyFile file) {
        if (looking.compareAndSet(false, true)) {
            Instant now = proposals.time();
            Thread.ofVirtual()
                    .name("policy-file")
                    .start(
                            () -> {
                                try {
                                    PolicyFile.Look found = file.reloadIfChanged(now);
                                    log.thread().execute(() -> takeUp(found));
                                } finally {
                                    looking.set(false);
                                }
                            });
        }
    }

    /** A broken script leaves the one before in force. */
    private void takeUp(PolicyFile.Look found) {
        switch (found) {
            case PolicyFile.Look.Unchanged unchanged -> {}
            case PolicyFile.Look.Loaded loaded -> dispatch.script(Optional.of(loaded.script()));
            case PolicyFile.Look.Broken broken -> dispatch.fault(broken.fault());
        }
    }

    /** Opens and closes what days are due, now; completes also when the log takes nothing. */
    void bringUpToDate(CompletableFuture<Void> done) {
        bringUpToDate(DAYS_DUE_MAX, done);
    }

    private void bringUpToDate(int left, CompletableFuture<Void> done) {
        Optional<Command> due = dueDay(proposals.time());
        if (due.isEmpty() || left == 0) {
            done.complete(null);
            return;
        }
        proposals.propose(
                entry(due.get()),
                answer -> bringUpToDate(left - 1, done),
                failure -> done.complete(null));
    }
}
