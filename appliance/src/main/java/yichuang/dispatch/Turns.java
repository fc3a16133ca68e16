package yichuang.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.WindowId;

/**
 * Whose turn it is in mode shares. Each window remembers the classes of its last calls of today,
 * one fewer than a full round; the class that lacks most of its share in them is next. So of any
 * full round of calls at a window each class gets its share as long as it waits, and a class that
 * was absent all morning is not owed the morning.
 */
final class Turns {
    /** One call of a window can be taken back; the one before the round counts again then. */
    private static final int UNDOABLE = 1;

    private final PolicySettings settings;
    private final Map<WindowId, Deque<String>> called = new HashMap<>();

    Turns(PolicySettings settings) {
        this.settings = settings;
    }

    void called(WindowId window, String shareClass) {
        if (settings.mode() == PolicySettings.Mode.SHARES) {
            remember(called.computeIfAbsent(window, one -> new ArrayDeque<>()), shareClass);
        }
    }

    /** The last call of the window was taken back. */
    void undone(WindowId window) {
        Deque<String> calls = called.get(window);
        if (calls != null) {
            calls.pollLast();
        }
    }

    private void remember(Deque<String> calls, String shareClass) {
        calls.addLast(shareClass);
        if (calls.size() > settings.shareMemory() + UNDOABLE) {
            calls.removeFirst();
        }
    }

    /**
     * Takes up the calls that the day's tickets show: the last turn of each leg at a window. Turns
     * that were held or sent on are not among them; within a round nobody sees the difference.
     */
    void recover(Iterable<Ticket> tickets) {
        record Call(Ticket ticket, Leg leg) {}
        List<Call> calls = new ArrayList<>();
        for (Ticket ticket : tickets) {
            for (Leg leg : ticket.legs()) {
                if (leg.window().isPresent() && !leg.calls().isEmpty()) {
                    calls.add(new Call(ticket, leg));
                }
            }
        }
        calls.sort(Comparator.comparing(call -> call.leg().calls().getFirst()));
        for (Call call : calls) {
            called(
                    call.leg().window().orElseThrow(),
                    settings.shareClass(call.ticket().group(), call.ticket().standing()));
        }
    }

    Ahead ahead(WindowId window) {
        return new Ahead(new ArrayDeque<>(called.getOrDefault(window, new ArrayDeque<>())));
    }

    /** The turns of one window from here on, as if each were called. */
    final class Ahead {
        private final Deque<String> calls;

        private Ahead(Deque<String> calls) {
            this.calls = calls;
        }

        void call(String shareClass) {
            remember(calls, shareClass);
        }

        /** {@return turns the class lacks; negative when it had more than its share} */
        int lacks(String shareClass) {
            int lacks = settings.share(shareClass);
            int seen = 0;
            Iterator<String> latestFirst = calls.descendingIterator();
            while (latestFirst.hasNext() && seen < settings.shareMemory()) {
                seen++;
                if (latestFirst.next().equals(shareClass)) {
                    lacks--;
                }
            }
            return lacks;
        }
    }
}
