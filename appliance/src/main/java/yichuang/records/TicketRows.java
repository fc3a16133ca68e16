package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Closing;
import yichuang.hall.Event;
import yichuang.hall.Leg;
import yichuang.hall.Outlook;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Why;

/**
 * Tickets and their legs, each as it now stands. Every event carries the whole ticket, so undo,
 * transfer and change of item need no case of their own; and of a ticket that changed five times in
 * one transaction only the last is written.
 */
final class TicketRows {
    private static final int COURSES_KEPT_MAX = 20_000;
    private static final String TICKET =
            "id, number, series, sequence_number, business_day, taken_at, taken_by, state, standing,"
                    + " priority_group, people, theme, leg_order, language, ahead, told_p50_seconds,"
                    + " told_p90_seconds, printed, return_code, missed_calls";
    private static final String LEG =
            "ticket, leg, business_day, item, item_name, true_item, true_item_name, department, zone,"
                    + " state, since, queued_at, first_called_at, called_at, calls, serving_at,"
                    + " ended_at, window_id, staff_id, staff_name, outcome, outcome_details, listed,"
                    + " case_number, service_number, note, why_policy, why_reason,"
                    + " why_waited_seconds, why_points, why_passed";

    private final Connection connection;
    private final Batch tickets;
    private final Batch legs;
    private final Batch surplus;
    private final Map<TicketId, Course> courses = new LinkedHashMap<>();
    private final Map<TicketId, Latest> latest = new LinkedHashMap<>();

    /** A ticket as it will be written, with the names of its time. */
    private record Latest(Ticket ticket, Course course, Catalogue names) {}

    TicketRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.tickets = Batch.merge(connection, "tickets", "id", TICKET);
        this.legs = Batch.merge(connection, "legs", "ticket, leg", LEG);
        this.surplus = new Batch(connection, "DELETE FROM legs WHERE ticket = ? AND leg >= ?");
    }

    void happened(Event.OfTicket event, Catalogue names) throws SQLException {
        Ticket ticket = event.ticket();
        Course before = event instanceof Event.TicketTaken ? Course.NONE : course(ticket.id());
        Course after = before.after(event);
        courses.put(ticket.id(), after);
        latest.put(ticket.id(), new Latest(ticket, after, names));
    }

    void write() throws SQLException {
        for (Latest one : latest.values()) {
            write(one);
        }
        tickets.run();
        surplus.run();
        legs.run();
        latest.clear();
        if (courses.size() > COURSES_KEPT_MAX) {
            courses.clear();
        }
    }

    private void write(Latest one) throws SQLException {
        Ticket ticket = one.ticket();
        Optional<Outlook.Wait> told = ticket.outlook().estimate();
        tickets.add(
                ticket.id().value(),
                ticket.number(),
                ticket.series(),
                ticket.sequence(),
                ticket.day(),
                ticket.takenAt(),
                ticket.takenBy().value(),
                ticket.state(),
                ticket.standing(),
                ticket.group().map(group -> group.value()),
                ticket.count(),
                ticket.theme().map(theme -> theme.value()),
                ticket.order(),
                ticket.language(),
                ticket.outlook().ahead(),
                told.map(wait -> wait.p50().toSeconds()),
                told.map(wait -> wait.p90().toSeconds()),
                ticket.printed(),
                ticket.returnCode(),
                one.course().missedCalls());
        surplus.add(ticket.id().value(), ticket.legs().size());
        for (int i = 0; i < ticket.legs().size(); i++) {
            write(ticket, i, one.course().steps().get(i), one.names());
        }
    }

    private void write(Ticket ticket, int index, Course.Step step, Catalogue names)
            throws SQLException {
        Leg leg = ticket.legs().get(index);
        Optional<Closing> closing = leg.closing();
        Optional<Why> why = leg.why();
        var trueItem = closing.map(Closing::item).filter(item -> !item.equals(leg.item()));
        Catalogue.Entry item = names.item(trueItem.orElse(leg.item()));
        legs.add(
                ticket.id().value(),
                index,
                ticket.day(),
                leg.item().value(),
                names.item(leg.item()).name(),
                trueItem.map(code -> code.value()),
                trueItem.map(code -> item.name()),
                item.department(),
                item.zone(),
                leg.state(),
                leg.since(),
                step.queuedAt(),
                step.firstCalledAt(),
                leg.calls().stream().findFirst(),
                leg.calls().size(),
                leg.servingAt(),
                leg.state().ended() ? leg.stateAt() : Optional.empty(),
                leg.window().map(window -> window.value()),
                leg.staff().map(staff -> staff.value()),
                names.staffName(leg.staff()),
                closing.map(one -> one.outcome().code()),
                closing.map(one -> Outcomes.details(one.outcome())),
                closing.filter(one -> one.outcome().listed()).isPresent(),
                closing.map(Closing::caseNumber),
                closing.map(Closing::serviceNumber),
                closing.flatMap(Closing::note),
                why.map(Why::policy),
                why.map(Why::reason),
                why.map(one -> one.waited().toSeconds()),
                why.map(Why::points),
                why.map(Why::passed));
    }

    /** The course so far, read from the rows when it is not at hand. */
    private Course course(TicketId id) throws SQLException {
        Course known = courses.get(id);
        return known == null ? load(id) : known;
    }

    private Course load(TicketId id) throws SQLException {
        String sql =
                "SELECT t.missed_calls, l.state, l.queued_at, l.first_called_at FROM tickets t"
                        + " JOIN legs l ON l.ticket = t.id WHERE t.id = ? ORDER BY l.leg";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                int missed = 0;
                List<Course.Step> steps = new ArrayList<>();
                while (row.next()) {
                    missed = row.getInt(1);
                    steps.add(
                            new Course.Step(
                                    yichuang.hall.LegState.valueOf(row.getString(2)).ended(),
                                    Optional.ofNullable(row.getObject(3, Instant.class)),
                                    Optional.ofNullable(row.getObject(4, Instant.class))));
                }
                return new Course(missed, steps);
            }
        }
    }
}
