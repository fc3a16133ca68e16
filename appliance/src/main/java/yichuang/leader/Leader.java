package yichuang.leader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicyFile;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.log.CommandLog;
import yichuang.log.LogSettings;
import yichuang.log.LogState;
import yichuang.log.Machine;
import yichuang.log.Ordering;

/**
 * The leader's work: stamp the time, decide, propose. Everything happens on the log's thread, one
 * decision at a time; every method may be called from any thread, and futures complete on the
 * log's.
 */
public final class Leader implements AutoCloseable {
    private final HallClock clock;
    private final Dispatch dispatch;
    private final HallMachine machine;
    private final Optional<PolicyFile> script;
    private final BooleanSupplier crowded;
    private Ordering log;
    private Proposals proposals;
    private Taking taking;
    private Calling calling;
    private Postpones postpones;
    private Timer timer;

    /**
     * Nothing happens before {@link #start}.
     *
     * @param script looked at once a second, so that it can change while the hall works
     * @param crowded asked before every command: whether those who must see every command are too
     *     far behind to take more
     */
    public Leader(
            HallClock clock,
            Dispatch dispatch,
            Optional<PolicyFile> script,
            BooleanSupplier crowded) {
        this.clock = clock;
        this.dispatch = dispatch;
        this.script = script;
        this.crowded = crowded;
        this.machine = new HallMachine(dispatch);
    }

    /**
     * Before {@link #start}: who must see every command, also those applied again after a restart.
     */
    public void followFromTheStart(Follower follower) {
        machine.followAlways(follower);
    }

    /** Opens the order that the hall's commands have, around the hall. */
    @FunctionalInterface
    public interface Opening<O extends Ordering> {
        O open(Machine machine) throws IOException;
    }

    /**
     * Recovers the hall from its disk; a single voter leads when it returns, of several voters one
     * will.
     */
    public CommandLog start(LogSettings settings) throws IOException {
        return start(hall -> CommandLog.open(settings, hall));
    }

    /** Begins with an order from elsewhere; what the opening made is returned. */
    public <O extends Ordering> O start(Opening<O> opening) throws IOException {
        O opened = opening.open(machine);
        begin(opened);
        return opened;
    }

    private void begin(Ordering order) {
        log = order;
        proposals = new Proposals(clock, machine, log, crowded);
        taking = new Taking(proposals, dispatch);
        calling = new Calling(proposals, dispatch);
        postpones = new Postpones(proposals, dispatch);
        timer = new Timer(clock, proposals, log, dispatch, script);
        follow(this::shelve);
        follow(new GoingOn(clock));
        timer.start();
    }

    /** The hall's time never goes back, on whatever node it goes on. */
    private record GoingOn(HallClock clock) implements Follower {
        @Override
        public void happened(Hall hall, long index, Entry entry, List<Event> events) {}

        @Override
        public void caughtUp(Hall hall, long index) {
            clock.goOnFrom(hall.at());
        }
    }

    /** What was erased with a day leaves the disk with the second snapshot after it. */
    private void shelve(Hall hall, long index, Entry entry, List<Event> events) {
        if (events.stream().anyMatch(Leader::turnsTheDay)) {
            log.snapshotNow();
        }
    }

    private static boolean turnsTheDay(Event event) {
        return event instanceof Event.DayOpened || event instanceof Event.DayClosed;
    }

    public HallClock clock() {
        return clock;
    }

    /** Whether commands are taken just now, and if not, why. */
    public LogState log() {
        return log.state();
    }

    /** Follows live events from now on. */
    public void follow(Follower follower) {
        log.thread().execute(() -> machine.followLive(follower));
    }

    /** Looks at the hall, on the log's thread: quick, and keeping nothing of it. */
    public <T> CompletableFuture<T> read(Function<Reading, T> reading) {
        return proposals.onLogThread(
                answer ->
                        answer.complete(
                                reading.apply(
                                        new Reading(
                                                machine.hall(),
                                                dispatch,
                                                proposals.time(),
                                                machine.index()))));
    }

    /**
     * Asks the hall.
     *
     * @param by in whose name; also the scope of the key
     * @param key empty: the request is not remembered, and a retry is a new request
     */
    public CompletableFuture<Answer> ask(TokenId by, Optional<RequestKey> key, Command command) {
        return proposals.onLogThread(
                answer ->
                        proposals.propose(
                                new Entry(proposals.time(), by, key, command),
                                answer::complete,
                                answer::completeExceptionally));
    }

    /**
     * What was answered under the key, for an act that is more than one command.
     *
     * @return empty when the request is new; a refusal when another request has the key
     */
    public CompletableFuture<Optional<Answer>> remembered(RequestKey key) {
        return read(reading -> reading.hall().settled(key, reading.now()));
    }

    /** Takes a ticket. */
    public CompletableFuture<Answer> take(
            TokenId by, Optional<RequestKey> key, TakeRequest request) {
        return proposals.onLogThread(answer -> taking.take(by, key, request, answer));
    }

    /**
     * Calls whoever the policy says is next for the window.
     *
     * @return empty when nobody waits for this window; fails with {@link TryAgain} when three
     *     choices in a row were overtaken by other windows
     */
    public CompletableFuture<Optional<Answer>> callNext(
            TokenId by, Optional<RequestKey> key, WindowId window) {
        return proposals.onLogThread(answer -> calling.next(by, key, window, answer));
    }

    /**
     * Lets so many others go before a waiting ticket, or all that stand behind it if they are
     * fewer; {@link yichuang.hall.Receipt.Postponed} says how many.
     *
     * @param places 1 or more
     */
    public CompletableFuture<Answer> postpone(
            TokenId by, Optional<RequestKey> key, TicketId ticket, int places) {
        return proposals.onLogThread(answer -> postpones.postpone(by, key, ticket, places, answer));
    }

    /**
     * Opens and closes what days are due, so that a hall that was off over night is not a second
     * late.
     */
    public CompletableFuture<Void> bringUpToDate() {
        return proposals.onLogThread(timer::bringUpToDate);
    }

    @Override
    public void close() {
        log.close();
    }
}
