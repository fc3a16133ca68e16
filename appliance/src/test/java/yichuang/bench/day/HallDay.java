package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a planned day happen: everybody on a thread of their own, all by the hall's clock. */
final class HallDay {
    static final LocalDate DATE = LocalDate.of(2026, 3, 2); // a Monday, and a working day

    private final RunningHall hall;
    private final Recorder recorder;
    private final Catalogue catalogue;
    private final Map<String, Clerk> clerks = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Visitor>> visitors = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger returns = new AtomicInteger();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    HallDay(RunningHall hall, Recorder recorder, Catalogue catalogue, Roster roster) {
        this.hall = hall;
        this.recorder = recorder;
        this.catalogue = catalogue;
        for (String window : catalogue.skills().keySet()) {
            clerks.put(window, new Clerk(window, roster.at(window), this));
        }
    }

    static Instant at(String time) {
        return DATE.atTime(LocalTime.parse(time)).atZone(DayPlan.ZONE).toInstant();
    }

    /**
     * Plays the day to the last visitor.
     *
     * @return how many people waited at most
     */
    int play(List<Visit> plan, PlugPuller puller) throws InterruptedException {
        plan.forEach(
                visit -> start("visit " + visit.index(), () -> new Visitor(visit, this).live()));
        List<Thread> workers = new ArrayList<>();
        clerks.values()
                .forEach(clerk -> workers.add(worker("window " + clerk.window(), clerk::work)));
        workers.add(worker("plug", puller::work));
        ShiftLead lead = new ShiftLead(this, clerks);
        lead.lead(at("07:31"), at("08:30"), at("11:30"), at("17:05"));
        over = true;
        for (Thread worker : workers) {
            worker.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the day was not played to its end", faults.peek());
        }
        return lead.peakWaiting();
    }

    /** Something a person does; may be interrupted only by the end of the program. */
    @FunctionalInterface
    interface Doing {
        void run() throws InterruptedException;
    }

    private Thread worker(String name, Doing doing) {
        return Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                doing.run();
                            } catch (InterruptedException | RuntimeException e) {
                                faults.add(e);
                            }
                        });
    }

    private void start(String name, Doing doing) {
        pending.incrementAndGet();
        worker(
                name,
                () -> {
                    try {
                        doing.run();
                    } finally {
                        pending.decrementAndGet();
                    }
                });
    }

    /** Does something later in the day, which does not end before it is done. */
    void later(Visitor visitor, Duration after, Doing doing) {
        start(
                "visit " + visitor.visit().index(),
                () -> {
                    time().sleep(after);
                    doing.run();
                });
    }

    void arrived(Visitor visitor) {
        promised(visitor.ticket()).complete(visitor);
    }

    /** {@return whose ticket it is; waits for the kiosk's answer, which a window may overtake} */
    Visitor visitor(String ticket) {
        return promised(ticket).join();
    }

    private CompletableFuture<Visitor> promised(String ticket) {
        return visitors.computeIfAbsent(ticket, any -> new CompletableFuture<>());
    }

    /** {@return another open window that could take over work of this one} */
    Optional<String> otherWindow(String window) {
        List<String> mine = catalogue.skills().get(window);
        List<String> others =
                clerks.values().stream()
                        .filter(Clerk::isWanted)
                        .map(Clerk::window)
                        .filter(one -> !one.equals(window) && !one.startsWith("T"))
                        .filter(one -> mine.stream().anyMatch(item -> catalogue.takes(one, item)))
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(ThreadLocalRandom.current().nextInt(others.size())));
    }

    /** {@return the plan of the visit that brings what was missing: it stays, and ends well} */
    Visit returnVisit(Visit first) {
        Visit.Service service = first.services().getLast();
        Visit.Service done =
                new Visit.Service(
                        service.walk(),
                        service.work(),
                        new Visit.Ending("DONE", new JsonObject()),
                        Visit.Detour.NONE,
                        service.away(),
                        Optional.empty());
        return new Visit(
                100_000 + returns.incrementAndGet(),
                first.arrives(),
                first.request(),
                new Visit.Manner.Stays(),
                List.of(done),
                first.opinion(),
                false,
                Optional.empty());
    }

    /** The hall refused what the plan did not expect to be refused; counted, and looked at. */
    void unexpected(Act act) {
        String what = act.verb() + " " + act.status() + " " + act.answer().getString("type", "");
        synchronized (refused) {
            refused.merge(what, 1, Integer::sum);
        }
    }

    Map<String, Integer> refused() {
        synchronized (refused) {
            return new TreeMap<>(refused);
        }
    }

    Asker asker(String who) {
        return new Asker(hall, recorder, who);
    }

    RunningHall hall() {
        return hall;
    }

    HallTime time() {
        return hall.time();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    int pending() {
        return pending.get();
    }

    boolean isOver() {
        return over;
    }

    Instant lastTicket() {
        return at("16:55");
    }
}
