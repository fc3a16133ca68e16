package yichuang.records;

import static yichuang.records.Database.instant;
import static yichuang.records.Database.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Rectification.About;
import yichuang.hall.Rectification.Step;
import yichuang.hall.TicketId;

/**
 * Questions about what follows negative ratings and complaints. Each reads committed rows on the
 * caller's thread and throws {@link RecordsUnavailable} when it cannot.
 */
public final class Rectifications {
    private static final String CASES =
            """
            SELECT f.*, t.number, r.window_id, u.unit_name, u.department AS of_department,
                COALESCE(r.rating_level, u.rating_level) AS rating_level,
                COALESCE(r.reasons, u.reasons) AS reasons,
                COALESCE(r.channel, c.channel, 'qr') AS came_by,
                COALESCE(r.comment_text, c.complaint, u.comment_text) AS words
            FROM rectifications f
            LEFT JOIN ratings r ON r.id = f.id
            LEFT JOIN unit_ratings u ON u.id = f.id
            LEFT JOIN complaints c ON c.id = f.id
            LEFT JOIN tickets t ON t.id = f.ticket
            """;

    private final Database database;

    Rectifications(Database database) {
        this.database = database;
    }

    /** Which of them. */
    public enum Which {
        OPEN,
        OVERDUE,
        CLOSED
    }

    /**
     * How many there are.
     *
     * @param open the overdue ones, and those that are due today, among them
     */
    public record Counts(int open, int overdue, int dueToday, int closed) {}

    /** What a person thought of it afterwards. */
    public record Opinion(int level, Instant at) {}

    /** What a person was told. */
    public record Told(About about, Instant at, String text) {}

    /** {@return how many, at this time of a day that ends then} */
    public Counts counts(Instant now, Instant dayEnds) {
        return database.list(
                        """
                        SELECT COUNT(*) FILTER (WHERE state <> 'CLOSED'),
                            COUNT(*) FILTER (WHERE state <> 'CLOSED' AND due_at <= ?),
                            COUNT(*) FILTER (
                                WHERE state <> 'CLOSED' AND due_at > ? AND due_at <= ?),
                            COUNT(*) FILTER (WHERE state = 'CLOSED')
                        FROM rectifications
                        """,
                        row ->
                                new Counts(
                                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                        now,
                        now,
                        dayEnds)
                .getFirst();
    }

    /** {@return those of a kind: what is due first at the front, of closed ones the last closed} */
    public List<RectificationCase> list(
            Which which, Optional<About> about, Instant now, int rowsMax) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder(CASES).append(" WHERE ");
        sql.append(which == Which.CLOSED ? "f.state = 'CLOSED'" : "f.state <> 'CLOSED'");
        if (which == Which.OVERDUE) {
            sql.append(" AND f.due_at <= ?");
            parameters.add(now);
        }
        if (about.isPresent()) {
            sql.append(" AND f.about = ?");
            parameters.add(about.get().name());
        }
        sql.append(
                which == Which.CLOSED
                        ? " ORDER BY f.closed_at DESC, f.id"
                        : " ORDER BY f.due_at, f.log_index, f.id");
        parameters.add(rowsMax);
        return cases(sql.append(" FETCH FIRST ? ROWS ONLY").toString(), parameters);
    }

    public Optional<RectificationCase> find(String id) {
        return cases(CASES + " WHERE f.id = ?", List.of(id)).stream().findFirst();
    }

    /** {@return what was done about it, in its order} */
    public List<RectificationStep> steps(String id) {
        return database.list(
                "SELECT * FROM rectification_steps WHERE rectification = ?"
                        + " ORDER BY rectification, log_index, place",
                row ->
                        new RectificationStep(
                                row.getLong("log_index"),
                                row.getObject("done_at", Instant.class),
                                row.getString("by_token"),
                                row.getString("act"),
                                text(row, "result"),
                                text(row, "said"),
                                Optional.ofNullable(row.getObject("rating_level", Integer.class)),
                                instant(row, "until_at")),
                id);
    }

    /** {@return what its person was told of what they said about this visit} */
    public List<Told> told(TicketId ticket) {
        return database.list(
                """
                SELECT f.about, s.done_at, s.said FROM rectifications f
                JOIN rectification_steps s ON s.rectification = f.id
                WHERE f.ticket = ? AND s.act = 'reply' ORDER BY s.log_index, s.place
                """,
                row ->
                        new Told(
                                About.valueOf(row.getString("about")),
                                row.getObject("done_at", Instant.class),
                                row.getString("said")),
                ticket.value());
    }

    /** {@return what the person rated once more, also after it was closed} */
    public Optional<Opinion> ownOpinion(RectificationCase of) {
        return of.ticket()
                .flatMap(
                        ticket ->
                                database
                                        .list(
                                                "SELECT rating_level, rated_at FROM ratings WHERE"
                                                        + " ticket = ? AND rating_number = 2 AND id <> ?",
                                                row ->
                                                        new Opinion(
                                                                row.getInt(1),
                                                                row.getObject(2, Instant.class)),
                                                ticket.value(),
                                                of.id())
                                        .stream()
                                        .findFirst());
    }

    /** {@return the rows of the trail that are about it, with the hashes that seal them} */
    public List<SealedAct> trail(String id) {
        return database.list(
                """
                SELECT DISTINCT t.* FROM rectification_steps s
                JOIN trail t ON t.log_index = s.log_index
                WHERE s.rectification = ? ORDER BY t.log_index
                """,
                row ->
                        new SealedAct(
                                TrailReading.entry(row),
                                row.getString("hash_before"),
                                row.getString("hash")),
                id);
    }

    private List<RectificationCase> cases(String sql, List<Object> parameters) {
        List<RectificationCase> cases =
                database.list(sql, Rectifications::found, parameters.toArray());
        List<String> tickets =
                cases.stream()
                        .flatMap(one -> one.ticket().stream())
                        .map(TicketId::value)
                        .distinct()
                        .toList();
        Map<String, List<VisitLeg>> visits = new LinkedHashMap<>();
        for (VisitLeg leg : legs(tickets)) {
            visits.computeIfAbsent(leg.ticket(), any -> new ArrayList<>()).add(leg);
        }
        return cases.stream()
                .map(
                        one ->
                                one.ticket()
                                        .map(ticket -> visits.get(ticket.value()))
                                        .map(one::visited)
                                        .orElse(one))
                .toList();
    }

    private List<VisitLeg> legs(List<String> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return database.list(
                """
                SELECT ticket, COALESCE(true_item, item) AS code,
                    COALESCE(true_item_name, item_name) AS name, department, window_id,
                    COALESCE(staff_name, staff_id) AS served_by, outcome IS NOT NULL AS served
                FROM legs WHERE ticket IN (%s) ORDER BY ticket, leg
                """
                        .formatted(String.join(", ", Collections.nCopies(tickets.size(), "?"))),
                row ->
                        new VisitLeg(
                                row.getString("ticket"),
                                new RectificationCase.Done(
                                        row.getString("code"), row.getString("name")),
                                row.getString("department"),
                                text(row, "window_id"),
                                text(row, "served_by"),
                                row.getBoolean("served")),
                tickets.toArray());
    }

    private static RectificationCase found(ResultSet row) throws SQLException {
        return new RectificationCase(
                row.getString("id"),
                About.valueOf(row.getString("about")),
                RectificationCase.State.valueOf(row.getString("state")),
                Step.valueOf(row.getString("step")),
                row.getObject("opened_at", Instant.class),
                row.getObject("due_at", Instant.class),
                new RectificationCase.Deadlines(
                        row.getObject("verify_by", Instant.class),
                        row.getObject("contact_by", Instant.class),
                        row.getObject("fix_by", Instant.class),
                        row.getObject("reply_by", Instant.class),
                        row.getObject("follow_up_by", Instant.class)),
                row.getBoolean("complex"),
                row.getBoolean("named"),
                row.getBoolean("escalated"),
                row.getBoolean("excluded"),
                instant(row, "closed_at"),
                row.getString("came_by"),
                Optional.ofNullable(row.getObject("rating_level", Integer.class)),
                text(row, "ticket").map(TicketId::new),
                text(row, "number"),
                List.of(),
                text(row, "unit_name"),
                text(row, "window_id"),
                text(row, "of_department"),
                Optional.empty(),
                text(row, "words"),
                text(row, "reasons").orElse("[]"));
    }
}
