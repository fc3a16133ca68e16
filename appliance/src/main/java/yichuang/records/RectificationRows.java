package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import yichuang.hall.Event;
import yichuang.hall.Rectification;
import yichuang.hall.Rectification.Deadlines;
import yichuang.hall.RectificationAct;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/** What follows negative ratings and complaints: where each stands, and what was done about it. */
final class RectificationRows {
    private final Batch opened;
    private final Batch changed;
    private final Batch steps;
    private final Batch excluded;
    private final Batch excludedOfUnit;
    private long index = -1;
    private int place;

    RectificationRows(Connection connection) throws SQLException {
        this.opened =
                Batch.insert(
                        connection,
                        "rectifications",
                        "id, log_index, about, ticket, opened_at, state, step, due_at, verify_by,"
                                + " contact_by, fix_by, reply_by, follow_up_by, complex, named,"
                                + " escalated, excluded");
        this.changed =
                new Batch(
                        connection,
                        """
                        UPDATE rectifications SET state = ?, step = ?, due_at = ?, contact_by = ?,
                            fix_by = ?, reply_by = ?, follow_up_by = ?, complex = ?, escalated = ?,
                            excluded = ?, closed_at = ?
                        WHERE id = ?
                        """);
        this.steps =
                Batch.insert(
                        connection,
                        "rectification_steps",
                        "log_index, place, rectification, done_at, by_token, act, result, said,"
                                + " rating_level, until_at");
        this.excluded = new Batch(connection, "UPDATE ratings SET excluded = TRUE WHERE id = ?");
        this.excludedOfUnit =
                new Batch(connection, "UPDATE unit_ratings SET excluded = TRUE WHERE id = ?");
    }

    void happened(long logIndex, TokenId by, Event.OfRectification event) throws SQLException {
        place = logIndex == index ? place + 1 : 0;
        index = logIndex;
        Rectification now = event.rectification();
        switch (event) {
            case Event.RectificationOpened it -> {
                opened(now);
                step(it, by, "open", Optional.empty(), Optional.empty());
            }
            case Event.Rectified it -> rectified(it);
            case Event.SecondOpinionGiven it -> {
                changed(now, state(now), Optional.empty());
                step(it, by, "second-opinion", level(now), Optional.empty());
            }
            case Event.RectificationOverdue it -> {
                changed(now, state(now), Optional.empty());
                step(it, by, "escalate", Optional.empty(), Optional.of(now.due()));
            }
        }
    }

    private void opened(Rectification one) throws SQLException {
        Deadlines by = one.deadlines();
        opened.add(
                one.id(),
                index,
                one.about(),
                one.ticket().map(TicketId::value),
                one.openedAt(),
                state(one),
                one.step(),
                one.due(),
                by.verify(),
                by.contact(),
                by.fix(),
                by.reply(),
                by.followUp(),
                one.complex(),
                one.isNamed(),
                false,
                false);
    }

    private void rectified(Event.Rectified it) throws SQLException {
        Rectification now = it.rectification();
        boolean closes = it.act() instanceof RectificationAct.Close;
        changed(
                now,
                closes ? RectificationCase.State.CLOSED : state(now),
                closes ? Optional.of(it.at()) : Optional.empty());
        if (it.act() instanceof RectificationAct.Review && now.isExcluded()) {
            excluded.add(now.id());
            excludedOfUnit.add(now.id());
        }
        boolean toldOpinion =
                it.act() instanceof RectificationAct.FollowUp follow
                        && follow.opinion() != RectificationAct.Opinion.NOT_REACHED;
        step(
                it,
                it.by(),
                it.act().code(),
                toldOpinion ? level(now) : Optional.empty(),
                it.act() instanceof RectificationAct.Extend
                        ? Optional.of(now.deadlines().reply())
                        : Optional.empty());
    }

    private void changed(
            Rectification now, RectificationCase.State state, Optional<Instant> closedAt)
            throws SQLException {
        opened.run();
        Deadlines by = now.deadlines();
        changed.add(
                state,
                now.step(),
                now.due(),
                by.contact(),
                by.fix(),
                by.reply(),
                by.followUp(),
                now.complex(),
                !now.escalated().isEmpty(),
                now.isExcluded(),
                closedAt,
                now.id());
        changed.run();
    }

    private void step(
            Event.OfRectification event,
            TokenId by,
            String act,
            Optional<Integer> level,
            Optional<Instant> until)
            throws SQLException {
        Optional<RectificationAct> done =
                event instanceof Event.Rectified it ? Optional.of(it.act()) : Optional.empty();
        steps.add(
                index,
                place,
                event.rectification().id(),
                event.at(),
                by.value(),
                act,
                done.flatMap(RectificationAct::result),
                done.flatMap(RectificationAct::said),
                level,
                until);
    }

    private static RectificationCase.State state(Rectification one) {
        return one.isAppealed() ? RectificationCase.State.APPEALED : RectificationCase.State.OPEN;
    }

    private static Optional<Integer> level(Rectification one) {
        return one.opinion().map(Rectification.SecondOpinion::level);
    }

    /** After the ratings, for it marks them. */
    void write() throws SQLException {
        opened.run();
        changed.run();
        steps.run();
        excluded.run();
        excludedOfUnit.run();
    }
}
