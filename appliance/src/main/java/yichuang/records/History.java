package yichuang.records;

import static yichuang.records.Database.instant;
import static yichuang.records.Database.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yichuang.hall.LegState;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.WindowId;

/**
 * Questions about single visits, cases, duties and acts. Each reads one committed state of the rows
 * on the caller's thread, a few milliseconds, and throws {@link RecordsUnavailable} when it cannot.
 */
public final class History {
    private final Database database;

    History(Database database) {
        this.database = database;
    }

    /** {@return the ticket, of any day} */
    public Optional<PastTicket> findTicket(TicketId id) {
        List<PastTicket.PastLeg> legs =
                database.list(
                        "SELECT * FROM legs WHERE ticket = ? ORDER BY leg",
                        History::leg,
                        id.value());
        return database
                .list("SELECT * FROM tickets WHERE id = ?", row -> ticket(row, legs), id.value())
                .stream()
                .findFirst();
    }

    private static PastTicket ticket(ResultSet row, List<PastTicket.PastLeg> legs)
            throws SQLException {
        return new PastTicket(
                new TicketId(row.getString("id")),
                row.getString("number"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("taken_at", Instant.class),
                TicketState.valueOf(row.getString("state")),
                row.getString("standing"),
                text(row, "priority_group"),
                text(row, "theme"),
                row.getInt("people"),
                row.getString("language"),
                text(row, "printed"),
                text(row, "return_code"),
                row.getInt("missed_calls"),
                legs);
    }

    private static PastTicket.PastLeg leg(ResultSet row) throws SQLException {
        return new PastTicket.PastLeg(
                row.getString("item"),
                row.getString("item_name"),
                text(row, "true_item"),
                row.getString("department"),
                row.getString("zone"),
                LegState.valueOf(row.getString("state")),
                instant(row, "queued_at"),
                instant(row, "first_called_at"),
                instant(row, "called_at"),
                instant(row, "serving_at"),
                instant(row, "ended_at"),
                text(row, "window_id"),
                text(row, "staff_id"),
                text(row, "outcome"),
                text(row, "outcome_details"),
                text(row, "case_number"),
                text(row, "note"));
    }

    /** {@return how many services this case has had, for a case that the hall has forgotten} */
    public int priorServices(String caseNumber) {
        return database.list(
                        "SELECT COALESCE(MAX(service_number), 0) FROM legs WHERE case_number = ?",
                        row -> row.getInt(1),
                        caseNumber)
                .getFirst();
    }

    /** {@return the duties nobody has answered, the one due first at the front} */
    public List<OpenDuty> openDuties() {
        return database.list(
                "SELECT * FROM duties WHERE answered_at IS NULL ORDER BY answer_by, log_index",
                row ->
                        new OpenDuty(
                                new TicketId(row.getString("ticket")),
                                row.getInt("leg"),
                                row.getString("number"),
                                new WindowId(row.getString("window_id")),
                                row.getString("who"),
                                row.getObject("asked_at", Instant.class),
                                row.getObject("answer_by", Instant.class)));
    }

    /**
     * {@return the day's legs that ended other than accepted, done or committed, in their order}
     */
    public List<ListedOutcome> listedOutcomes(LocalDate day) {
        return database.list(
                """
                SELECT t.id, t.number, COALESCE(l.true_item_name, l.item_name) AS item_called,
                    l.department, l.window_id, l.staff_name, l.ended_at, l.outcome,
                    l.outcome_details, l.note
                FROM legs l JOIN tickets t ON t.id = l.ticket
                WHERE l.business_day = ? AND l.listed ORDER BY l.ended_at, t.number, l.leg
                """,
                row ->
                        new ListedOutcome(
                                new TicketId(row.getString("id")),
                                row.getString("number"),
                                row.getString("item_called"),
                                row.getString("department"),
                                row.getString("window_id"),
                                text(row, "staff_name"),
                                row.getObject("ended_at", Instant.class),
                                row.getString("outcome"),
                                row.getString("outcome_details"),
                                text(row, "note")),
                day);
    }

    /** {@return the complaints made last, newest first} */
    public List<PastComplaint> complaints(int rowsMax) {
        return database.list(
                """
                SELECT c.id, c.made_at, c.channel, c.complaint, t.number
                FROM complaints c LEFT JOIN tickets t ON t.id = c.ticket
                ORDER BY c.log_index DESC FETCH FIRST ? ROWS ONLY
                """,
                row ->
                        new PastComplaint(
                                row.getString("id"),
                                row.getObject("made_at", Instant.class),
                                row.getString("channel"),
                                row.getString("complaint"),
                                text(row, "number")),
                rowsMax);
    }

    /** {@return the first ratings of these days that were entered for others, by whom and how} */
    public List<EnteredRatings> enteredRatings(LocalDate from, LocalDate until) {
        return database.list(
                """
                SELECT entered_by, channel, COUNT(*) AS ratings,
                    COUNT(*) FILTER (WHERE rating_level >= 3) AS positive
                FROM ratings WHERE business_day BETWEEN ? AND ? AND rating_number = 1
                    AND entered_by IS NOT NULL
                GROUP BY entered_by, channel ORDER BY ratings DESC, entered_by, channel
                """,
                row ->
                        new EnteredRatings(
                                row.getString("entered_by"),
                                row.getString("channel"),
                                row.getLong("ratings"),
                                row.getLong("positive"),
                                row.getLong("ratings") - row.getLong("positive")),
                from,
                until);
    }

    /** {@return how many visits of these days were rated} */
    public long rated(LocalDate from, LocalDate until) {
        return database.list(
                        "SELECT COUNT(*) FROM ratings WHERE business_day BETWEEN ? AND ?"
                                + " AND rating_number = 1",
                        row -> row.getLong(1),
                        from,
                        until)
                .getFirst();
    }

    /** {@return the acts after this log index, at most so many, in their order} */
    public List<TrailEntry> trail(long afterIndex, int rowsMax) {
        return database.list(
                "SELECT * FROM trail WHERE log_index > ? ORDER BY log_index FETCH FIRST ? ROWS ONLY",
                TrailReading::entry,
                afterIndex,
                rowsMax);
    }

    /** Reads the whole trail and follows its hashes. */
    public TrailCheck verifyTrail() {
        return new TrailReading(database).verify();
    }
}
