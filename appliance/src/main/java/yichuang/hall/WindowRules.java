package yichuang.hall;

import java.time.LocalDate;
import java.util.Optional;

/** Opening, pausing and closing a window, and what every act of a window leaves behind. */
final class WindowRules {
    private WindowRules() {}

    /**
     * Also ends a pause, and lets another member of staff sign on. Outside the hours it opens an
     * extra business day.
     */
    static Answer open(Command.OpenWindow open, Draft draft) {
        Window window = draft.window(open.window());
        open.staff()
                .filter(staff -> draft.furnishing().findStaff(staff).isEmpty())
                .ifPresent(
                        staff -> {
                            throw new Refused(new Refusal.Unknown("staff", staff.value()));
                        });
        if (draft.furnishing().findWindow(window.id()).isEmpty()) {
            throw new Refused(new Refusal.UnknownWindow(window.id().value()));
        }
        if (draft.state().day.isEmpty()) {
            openExtraDay(draft);
        }
        Optional<StaffId> staff = open.staff().or(window::staff);
        Window next =
                window.turn().isPresent()
                        ? window.staffed(staff)
                        : window.in(Window.State.IDLE, draft.at()).staffed(staff);
        return acted("open", window, next, draft);
    }

    private static void openExtraDay(Draft draft) {
        LocalDate today = draft.at().atZone(draft.furnishing().zone()).toLocalDate();
        if (draft.state().lastClosed.filter(last -> !today.isAfter(last)).isPresent()) {
            throw new Refused(
                    DayRules.closedAt(draft.state(), draft.at())
                            .orElse(new Refusal.HallClosed(Optional.empty())));
        }
        DayRules.start(today, true, draft);
    }

    static Answer pause(Command.PauseWindow pause, Draft draft) {
        Window window = draft.window(pause.window());
        if (window.state() == Window.State.CLOSED) {
            throw new Refused(new Refusal.WindowClosed(window.id()));
        }
        notBusy(window, draft);
        return acted("pause", window, window.in(Window.State.PAUSED, draft.at()), draft);
    }

    static Answer close(Command.CloseWindow close, Draft draft) {
        Window window = draft.window(close.window());
        notBusy(window, draft);
        return acted(
                "close",
                window,
                window.in(Window.State.CLOSED, draft.at()).staffed(Optional.empty()),
                draft);
    }

    /** An act that concerns no ticket. */
    private static Answer acted(String act, Window before, Window after, Draft draft) {
        Window remembered =
                after.remembering(
                        new Window.LastAct(
                                draft.at(),
                                act,
                                before.forgetting(),
                                Optional.empty(),
                                Optional.empty()));
        draft.put(remembered);
        draft.happened(new Event.WindowChanged(draft.at(), remembered));
        return draft.agreed(receipt(remembered, draft));
    }

    static Receipt.OfWindow receipt(Window window, Draft draft) {
        return new Receipt.OfWindow(
                window.id(),
                window.state(),
                window.turn()
                        .map(turn -> Receipt.Visitor.of(draft.ticket(turn.ticket()), turn.leg())));
    }

    static void opened(Window window) {
        if (window.state() == Window.State.CLOSED || window.state() == Window.State.PAUSED) {
            throw new Refused(new Refusal.WindowClosed(window.id()));
        }
    }

    static void notBusy(Window window, Draft draft) {
        window.turn()
                .ifPresent(
                        turn -> {
                            throw new Refused(
                                    new Refusal.WindowBusy(
                                            window.id(),
                                            draft.ticket(turn.ticket()).number(),
                                            window.since()));
                        });
    }
}
