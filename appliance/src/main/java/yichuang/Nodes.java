package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.cluster.Fence;
import yichuang.cluster.RequestFailed;
import yichuang.cluster.feed.Telling;
import yichuang.cluster.grid.Shared;
import yichuang.hall.Answer;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;
import yichuang.log.CommandLog;
import yichuang.log.EndedLog;
import yichuang.log.LogSettings;
import yichuang.log.NodeName;
import yichuang.web.Others;
import yichuang.web.PassedCalls;

/**
 * This node among the nodes of its hall: with a log as a voter, with a copy as a satellite. A hall
 * of one has no link, no certificates and no others; all of that begins with the first code that an
 * administrator asks for, or with joining.
 */
final class Nodes implements Others {
    private static final Future<Place> HERE = Future.succeededFuture(new Place.Here());
    private static final int PULSE_MILLIS = 1_000;

    /** How long a voter that could serve alone waits for a word of a satellite. */
    private static final Duration WORD_MAX = Duration.ofSeconds(5);

    private final Neighbours neighbours;
    private final Vertx vertx;
    private final Leader leader;
    private final Leadership leadership;
    private final Applied applied = new Applied();
    private final HallTime time;
    private final Shared shared;
    private final HallGrid grid;
    private final SameHall same;
    private final Questions questions;
    private final NewestHall newestHall;
    private final Asks asks;
    private final Epochs epochs;
    private final Authorities authorities;
    private final TakingOver takingOver;
    private final Severance severance;
    private final Answers answers;
    private final CompletableFuture<Void> turn = new CompletableFuture<>();
    private final Renewals renewals;
    private final NodeList list;
    private volatile Optional<CommandLog> log = Optional.empty();
    private volatile Optional<Telling> telling = Optional.empty();

    /**
     * @param recorded an index that this node's records have passed
     * @param fence that the hall went on without this node, as its data says
     */
    Nodes(
            Neighbours neighbours,
            Vertx vertx,
            Leader leader,
            SharedRows rows,
            Path data,
            Islands islands,
            LongSupplier recorded,
            Optional<Fence> fence) {
        this.neighbours = neighbours;
        this.vertx = vertx;
        this.leader = leader;
        this.leadership = new Leadership(leader, neighbours);
        this.time = new HallTime(leader);
        this.questions = new Questions(neighbours, leadership, applied, time, vertx);
        this.asks = new Asks(leader, leadership, questions);
        this.newestHall = new NewestHall(leader, this::newest);
        this.epochs = new Epochs(neighbours, applied, data, vertx, fence);
        this.authorities = new Authorities(neighbours, vertx);
        this.takingOver =
                new TakingOver(neighbours, leader, leadership, applied, islands, data, vertx, turn);
        this.severance =
                new Severance(
                        neighbours,
                        leader,
                        leadership,
                        asks,
                        applied,
                        islands,
                        recorded,
                        vertx,
                        turn);
        this.shared = new Shared(neighbours.self());
        NodeStandings standings = new NodeStandings(shared);
        this.grid = new HallGrid(neighbours, shared, standings);
        this.list = new NodeList(neighbours, leader, standings, time, applied, this::isFenced);
        this.same = new SameHall(leader, shared);
        this.answers =
                new Answers(
                        leader,
                        asks,
                        epochs,
                        authorities,
                        grid,
                        rows,
                        new Timeliness(System::nanoTime, this::term));
        this.renewals =
                new Renewals(
                        neighbours,
                        leadership,
                        new RosterBooks(newestHall, asks),
                        leader.clock(),
                        vertx);
        answers.answerWith(renewals);
    }

    /** {@return commands of this node's own} */
    Asks asks() {
        return asks;
    }

    /** {@return how far this node's copy of the hall is} */
    Applied applied() {
        return applied;
    }

    /** {@return the hall's time as its leader has it} */
    HallTime time() {
        return time;
    }

    /** {@return what the nodes tell each other of their own things} */
    Shared shared() {
        return shared;
    }

    /** {@return this node's place in the grid} */
    HallGrid grid() {
        return grid;
    }

    boolean several() {
        return neighbours.several();
    }

    /**
     * Before the log begins: the link must stand, for its messages go over it, and who could serve
     * alone must have heard whether the hall has gone on without it.
     */
    void begin() throws IOException {
        await(neighbours.reopen(answers, invitations()));
        renewals.begin();
        if (several() && !isSatellite() && !isFenced() && !severance.alone()) {
            epochs.hearBeforeServing(WORD_MAX);
            if (isFenced()) {
                await(epochs.whenOver());
                return;
            }
        }
        epochs.whenOver().onSuccess(any -> turn.complete(null));
    }

    /** {@return whether the hall has gone on without this node, which only answers questions} */
    boolean isFenced() {
        return epochs.fence().isPresent();
    }

    /** {@return when this node has to begin anew, since its part in the hall is another} */
    CompletableFuture<Void> turn() {
        return turn;
    }

    private RosterInvitations invitations() {
        return new RosterInvitations(newestHall, leader.clock(), asks);
    }

    boolean isSatellite() {
        return neighbours.isSatellite();
    }

    /** Begins as a voter that the hall went on without: with what its log says. */
    void read() throws IOException {
        String node = epochs.fence().orElseThrow().node();
        EndedLog unused =
                leader.start(machine -> EndedLog.open(neighbours.logDirectory(), machine, node));
    }

    /** Begins as a voter: with a log. */
    void order(LogSettings settings) throws IOException {
        CommandLog commands =
                leader.start(
                        machine -> {
                            Telling told = new Telling(machine, this::term, this::tell);
                            telling = Optional.of(told);
                            return CommandLog.open(
                                    settings.withVoters(
                                            neighbours.firstVoters(), neighbours.wire()),
                                    told);
                        });
        log = Optional.of(commands);
        applied.startedWith(commands.state().lastIndex());
        epochs.stopBy(leader::close);
        answers.answerWith(commands, telling.orElseThrow());
        if (several()) {
            beginTelling();
        }
        Voting voting =
                new Voting(neighbours.self(), commands, neighbours::roster, neighbours::reaches);
        eachPulse(() -> pulse(voting));
    }

    /** Begins as an island: with a log that nobody else takes part in. */
    void serveAlone(LogSettings settings) throws IOException {
        CommandLog unused = leader.start(settings);
        epochs.stopBy(leader::close);
        eachPulse(
                () -> {
                    epochs.pulse();
                    authorities.pulse();
                    grid.beat(applied.index(), time.off());
                    severance.lookForTheHall();
                });
    }

    @Override
    public boolean isIsland() {
        return severance.alone() && !isFenced();
    }

    private void beginTelling() {
        CommandLog commands = log.orElseThrow();
        commands.thread()
                .execute(() -> telling.orElseThrow().begin(commands.thread(), neighbours.epoch()));
    }

    private long term() {
        return log.map(one -> one.state().term()).orElse(0);
    }

    /** What the leader applied goes to every satellite; what is lost on the way they ask for. */
    private void tell(Supplier<byte[]> message) {
        if (several() && leadership.here()) {
            grid.tell(message);
        }
    }

    private void pulse(Voting voting) {
        voting.step();
        lookWhoIsThere();
        telling.ifPresent(told -> told.pulse(leader(), leadership.here()));
        epochs.pulse();
        beat();
    }

    /** Until this node has to begin anew: what is closed by then is asked for nothing. */
    private void eachPulse(Runnable pulse) {
        vertx.setPeriodic(
                PULSE_MILLIS,
                timer -> {
                    if (turn.isDone()) {
                        vertx.cancelTimer(timer);
                    } else {
                        pulse.run();
                    }
                });
    }

    private void lookWhoIsThere() {
        if (several() && !isFenced()) {
            severance.look();
        }
    }

    private void beat() {
        hearTheTime();
        authorities.pulse();
        if (several()) {
            grid.beat(applied.index(), time.off());
            same.beat(leadership.here(), applied.epoch().number(), term(), applied.index());
        }
    }

    private void hearTheTime() {
        if (leadership.changes() instanceof Place.There there) {
            var unused = questions.newest(there);
        }
    }

    /** Begins as a satellite: with a copy of what the voters have committed. */
    void copy() throws IOException {
        Following following =
                new Following(neighbours, grid, applied, asks, vertx, () -> turn.complete(null));
        following.begin(leader);
        eachPulse(
                () -> {
                    beat();
                    lookWhoIsThere();
                    if (changes() instanceof Place.There) {
                        following.pulse();
                    }
                });
    }

    @Override
    public Future<Answer> takeOver(TokenId by, Optional<RequestKey> key, List<String> without) {
        return takingOver.takeOver(by, key, without);
    }

    /** Waits until this node's copy was as new as the hall once, or the time is over. */
    void awaitCaughtUp(Duration atMost) {
        if (several()) {
            var unused = questions.atMost(atMost, applied.whenCaughtUp()).await();
        }
    }

    /** From now on others' calls are answered. */
    void answerWith(PassedCalls passed) {
        answers.answerWith(passed);
    }

    @Override
    public Future<Called> call(Place place, Errand.Call call) {
        return switch (place) {
            case Place.Here here -> answers.answer(call);
            case Place.There there ->
                    there.equals(changes())
                            ? questions.callLeader(there.node(), call)
                            : questions.call(there.node(), call);
            case Place.Nowhere nowhere -> Future.failedFuture(RequestFailed.nobody());
        };
    }

    @Override
    public Future<Place> newest() {
        return switch (changes()) {
            case Place.Here here -> several() ? confirmed(here) : HERE;
            case Place.There there -> questions.newest(there);
            case Place.Nowhere nowhere -> HERE;
        };
    }

    private Future<Place> confirmed(Place.Here here) {
        return log.map(
                        one ->
                                Future.fromCompletionStage(one.confirm(Answers.NEWEST_DEADLINE))
                                        .<Place>map(here)
                                        .otherwise(here))
                .orElse(HERE);
    }

    @Override
    public Place changes() {
        return severance.homeward() ? new Place.Nowhere() : leadership.changes();
    }

    @Override
    public Optional<String> leader() {
        return leadership.name();
    }

    @Override
    public Place node(String name) {
        if (name.equals(neighbours.self())) {
            return new Place.Here();
        }
        return neighbours.reaches(name) ? new Place.There(name) : new Place.Nowhere();
    }

    @Override
    public List<NodeView> nodes() {
        return list.known(log.map(CommandLog::membership));
    }

    @Override
    public Future<List<NodeView>> look() {
        if (log.isEmpty() || !leadership.here() || !several()) {
            return Future.succeededFuture(nodes());
        }
        return list.asLeader(log.get().membership());
    }

    @Override
    public Future<Void> renew(String node, String key) {
        return renewals.at(node, key);
    }

    @Override
    public boolean keepsRecords() {
        return !isSatellite() || isIsland();
    }

    @Override
    public synchronized Future<Void> open() {
        if (several()) {
            return Future.succeededFuture();
        }
        return neighbours
                .found()
                .compose(
                        founded ->
                                neighbours
                                        .open(founded, answers, invitations())
                                        .onSuccess(any -> beginTelling())
                                        .compose(any -> Founding.admit(founded, leader)));
    }

    @Override
    public Future<Void> lead(String node) {
        return log.map(
                        one ->
                                Future.fromCompletionStage(
                                        one.membership().transferLeadership(new NodeName(node))))
                .orElseGet(() -> Future.failedFuture("this node has no log"));
    }

    private static void await(Future<Void> future) throws IOException {
        try {
            future.await();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
