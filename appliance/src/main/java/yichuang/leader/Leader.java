package yichuang.leader;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.dispatch.Choice;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicyFile;
import yichuang.forecast.WaitEstimate;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Outlook;
import yichuang.hall.Refusal;
import yichuang.hall.RequestKey;
import yichuang.hall.Theme;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.log.CommandLog;
import yichuang.log.LogSettings;
import yichuang.log.LogState;

/**
 * The leader's work: stamp the time, decide, propose, and ask again what was overtaken. Everything
 * happens on the log's thread, one decision at a time, seeing the claims still on their way to the
 * disk and waiting for none of them.
 *
 * <p>A refusal that the hall would give now is given at once and never reaches the log; the hall
 * checks again when the command is applied. Futures complete on the log's thread.
 */
public final class Leader implements AutoCloseable {
    /** In whose name the timer asks. */
    public static final TokenId TIMER = new TokenId("hall-timer");

    private static final Logger LOG = Logger.getLogger(Leader.class.getName());
    private static final int CHOICES_MAX = 3;
    private static final int DAYS_DUE_MAX = 4; // close yesterday, open today, and once more of each
    private static final Duration TICK = Duration.ofSeconds(1);

    private final HallClock clock;
    private final Dispatch dispatch;
    private final HallMachine machine;
    private final Optional<PolicyFile> script;
    private final BooleanSupplier crowded;
    private CommandLog log;

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

    /** Recovers the hall from its disk; returns when it leads. */
    public void start(LogSettings settings) throws IOException {
        log = CommandLog.open(settings, machine);
        machine.followLive(this::shelve);
        log.thread().execute(() -> clock.goOnFrom(machine.hall().at()));
        log.thread().execute(this::tick);
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

    /** {@return whether commands are taken just now, and if not, why} */
    public LogState log() {
        return log.state();
    }

    /** Writes the state to disk and lets the log before it go. */
    public void snapshotNow() {
        log.snapshotNow();
    }

    /** Follows live events from now on. */
    public void follow(Follower follower) {
        log.thread().execute(() -> machine.followLive(follower));
    }

    /** Looks at the hall, on the log's thread: quick, and keeping nothing of it. */
    public <T> CompletableFuture<T> read(Function<Reading, T> reading) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            try {
                                answer.complete(
                                        reading.apply(
                                                new Reading(
                                                        machine.hall(),
                                                        dispatch,
                                                        time(),
                                                        machine.index())));
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    /**
     * Asks the hall.
     *
     * @param by in whose name; also the scope of the key
     * @param key empty: the request is not remembered, and a retry is a new request
     */
    public CompletableFuture<Answer> ask(TokenId by, Optional<RequestKey> key, Command command) {
        return onLogThread(
                answer ->
                        propose(
                                new Entry(time(), by, key, command),
                                answer::complete,
                                answer::completeExceptionally));
    }

    /** Takes a ticket; what the person is told about the wait is decided here, once. */
    public CompletableFuture<Answer> take(
            TokenId by, Optional<RequestKey> key, TakeRequest request) {
        return onLogThread(
                answer -> {
                    Instant now = time();
                    Hall hall = machine.hall();
                    List<ItemCode> first = firstLegs(request, hall);
                    Outlook outlook = outlook(first, request, now);
                    dispatch.expect(
                            hall, request.id(), first, request.group(), request.standing(), now);
                    propose(
                            new Entry(now, by, key, request.with(outlook)),
                            result -> {
                                dispatch.dismiss(request.id());
                                answer.complete(result);
                            },
                            failure -> {
                                dispatch.dismiss(request.id());
                                answer.completeExceptionally(failure);
                            });
                });
    }

    private Outlook outlook(List<ItemCode> first, TakeRequest request, Instant now) {
        if (first.isEmpty()) {
            return new Outlook(0, Optional.empty()); // the hall will refuse it
        }
        Hall hall = machine.hall();
        int ahead = dispatch.ahead(hall, first, request.group(), request.standing(), now);
        return new Outlook(ahead, WaitEstimate.of(hall, dispatch, first, ahead, now));
    }

    /**
     * What the ticket would wait for first: its first item, or all of a theme that has no order.
     */
    private static List<ItemCode> firstLegs(TakeRequest request, Hall hall) {
        Optional<Theme> theme = request.theme().flatMap(hall.furnishing()::findTheme);
        List<ItemCode> items = theme.map(Theme::legs).orElse(request.items());
        boolean anyOrder = theme.filter(one -> one.order() == Theme.Order.ANY_ORDER).isPresent();
        return (anyOrder ? items : items.stream().limit(1).toList())
                .stream().filter(item -> hall.furnishing().findItem(item).isPresent()).toList();
    }

    /**
     * Calls whoever the policy says is next for the window.
     *
     * @return empty when nobody waits for this window; fails with {@link TryAgain} when {@value
     *     #CHOICES_MAX} choices were overtaken by other windows
     */
    public CompletableFuture<Optional<Answer>> callNext(
            TokenId by, Optional<RequestKey> key, WindowId window) {
        CompletableFuture<Optional<Answer>> answer = new CompletableFuture<>();
        log.thread().execute(() -> choose(by, key, window, CHOICES_MAX, answer));
        return answer;
    }

    private void choose(
            TokenId by,
            Optional<RequestKey> key,
            WindowId window,
            int choicesLeft,
            CompletableFuture<Optional<Answer>> answer) {
        if (choicesLeft == 0) {
            answer.completeExceptionally(new TryAgain());
            return;
        }
        Instant now = time();
        // A retry, a closed or a busy window is answered before anybody is chosen.
        Optional<Answer> already =
                settled(new Entry(now, by, key, new Command.Recall(window)), window);
        if (already.isPresent()) {
            answer.complete(already);
            return;
        }
        Optional<Choice> chosen = dispatch.choose(machine.hall(), window, now);
        if (chosen.isEmpty()) {
            answer.complete(Optional.empty());
            return;
        }
        Choice choice = chosen.get();
        dispatch.claim(choice, window);
        Command.Call call = new Command.Call(window, choice.ticket(), choice.leg(), choice.why());
        propose(
                new Entry(now, by, key, call),
                result -> {
                    dispatch.release(choice, window);
                    if (overtaken(result)) {
                        choose(by, key, window, choicesLeft - 1, answer);
                    } else {
                        answer.complete(Optional.of(result));
                    }
                },
                failure -> {
                    dispatch.release(choice, window);
                    answer.completeExceptionally(failure);
                });
    }

    private Optional<Answer> settled(Entry probe, WindowId window) {
        Hall hall = machine.hall();
        return switch (hall.check(probe)) {
            case Answer.Repeated repeated -> Optional.of(repeated);
            case Answer.Refused(Refusal.KeyReused reused) ->
                    Optional.of(new Answer.Refused(reused));
            case Answer.Refused(Refusal.Busy busy) -> Optional.of(new Answer.Refused(busy));
            case Answer.Refused refused -> hall.refusesCall(window).map(Answer.Refused::new);
            case Answer.Agreed agreed -> hall.refusesCall(window).map(Answer.Refused::new);
        };
    }

    private static boolean overtaken(Answer answer) {
        return answer instanceof Answer.Refused(Refusal why)
                && (why instanceof Refusal.TicketElsewhere || why instanceof Refusal.UnknownTicket);
    }

    /** A refusal that the hall would give now costs no place in the log. */
    private void propose(Entry entry, Consumer<Answer> answered, Consumer<Throwable> failed) {
        Answer now =
                crowded.getAsBoolean()
                        ? new Answer.Refused(new Refusal.Busy(0))
                        : machine.hall().check(entry);
        if (!(now instanceof Answer.Agreed)) {
            answered.accept(now);
            return;
        }
        var unused =
                log.propose(HallMachine.ENTRIES.encode(entry))
                        .whenComplete(
                                (result, failure) -> {
                                    if (failure != null) {
                                        failed.accept(failure);
                                    } else {
                                        answered.accept((Answer) result);
                                    }
                                });
    }

    private <T> CompletableFuture<T> onLogThread(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            try {
                                work.accept(answer);
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    /** Log time: never before what the hall has seen. */
    private Instant time() {
        Instant now = clock.now();
        Instant last = machine.hall().at();
        return now.isAfter(last) ? now : last;
    }

    /**
     * Proposes whatever day is due, so that a hall that was off over night is not a second late.
     *
     * @return completes when nothing is due, or the log is unavailable and the timer must go on
     *     trying
     */
    public CompletableFuture<Void> bringUpToDate() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        log.thread().execute(() -> bringUpToDate(DAYS_DUE_MAX, done));
        return done;
    }

    private void bringUpToDate(int left, CompletableFuture<Void> done) {
        Instant now = time();
        Optional<Command> due = clock.isTrusted() ? machine.hall().dueDay(now) : Optional.empty();
        if (due.isEmpty() || left == 0) {
            done.complete(null);
            return;
        }
        propose(
                new Entry(now, TIMER, Optional.empty(), due.get()),
                answer -> bringUpToDate(left - 1, done),
                failure -> done.complete(null));
    }

    /**
     * Once a second: what is due. Proposing it twice does no harm, so a lost proposal is simply
     * asked again.
     */
    private void tick() {
        clock.tick();
        script.ifPresent(this::reload);
        if (log.state().leading()) {
            Instant now = time();
            Hall hall = machine.hall();
            if (clock.isTrusted()) {
                hall.dueDay(now).ifPresent(this::askAsTimer);
            }
            if (hall.noShowsDue(now)) {
                askAsTimer(new Command.ExpireNoShows());
            }
        }
        log.thread().schedule(this::tick, TICK);
    }

    /**
     * A policy script is taken up while the hall works; a broken one leaves the one before in
     * force.
     */
    private void reload(PolicyFile file) {
        switch (file.reloadIfChanged(time())) {
            case PolicyFile.Look.Unchanged unchanged -> {}
            case PolicyFile.Look.Loaded loaded -> dispatch.script(Optional.of(loaded.script()));
            case PolicyFile.Look.Broken broken -> dispatch.fault(broken.fault());
        }
    }

    private void askAsTimer(Command command) {
        propose(
                new Entry(time(), TIMER, Optional.empty(), command),
                answer -> {},
                failure ->
                        LOG.log(
                                Level.WARNING,
                                "{0} was due and not written; asked again in a second",
                                command));
    }

    @Override
    public void close() {
        log.close();
    }
}
