package yichuang.records;

import static yichuang.records.Database.instant;
import static yichuang.records.Database.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * Questions about what is due to the evaluation platform. Each reads one committed state of the
 * rows on the caller's thread and throws {@link RecordsUnavailable} when it cannot.
 */
public final class Outbox {
    /** Ordered by the state too, which is the same for all, so that H2 goes by the index. */
    private static final String LETTERS =
            """
            SELECT o.*, t.number, t.business_day, t.taken_at, COALESCE(l.true_item, l.item) AS done,
                COALESCE(l.true_item_name, l.item_name) AS done_name, l.department, l.window_id,
                l.staff_id, l.outcome, COALESCE(l.serving_at, l.called_at, l.ended_at) AS served_at,
                l.ended_at, r.id AS rating_id, r.rating_level, r.channel, r.reasons, r.comment_text,
                r.named, r.rated_at, a.applicant, a.phone,
                EXISTS (SELECT 1 FROM corrections c WHERE c.letter = o.letter) AS mended
            FROM outbox o JOIN tickets t ON t.id = o.ticket
            JOIN legs l ON l.ticket = o.ticket AND l.case_number = o.case_number
                AND l.service_number = o.service_number
            LEFT JOIN ratings r ON r.id = o.rating
            LEFT JOIN applicants a ON a.ticket = o.ticket
            """;

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /**
     * How many letters there are.
     *
     * @param waiting to be sent, or behind one that is
     * @param oldest when the one waiting longest was written
     */
    public record Counts(
            long waiting, long delivered, long dead, long selfBuilt, Optional<Instant> oldest) {}

    /**
     * {@return letters that may be sent now, in their order} A rating waits until the platform has
     * all services of the visit, the follow-up until it has the rating.
     *
     * @param endedBefore services that ended later may still be taken back
     */
    public List<Letter> due(Instant endedBefore, int lettersMax) {
        return database.list(
                LETTERS
                        + """
                        WHERE o.state = 'WAITING' AND l.ended_at < ? AND NOT EXISTS (
                            SELECT 1 FROM outbox e WHERE e.ticket = o.ticket
                            AND e.state IN ('WAITING', 'DEAD')
                            AND e.kind <> o.kind
                            AND (e.log_index, e.place) < (o.log_index, o.place))
                        ORDER BY o.state, o.log_index, o.place FETCH FIRST ? ROWS ONLY
                        """,
                this::letter,
                endedBefore,
                lettersMax);
    }

    /** {@return letters in this state, those written last at the front} */
    public List<Letter> letters(Letter.State state, int lettersMax) {
        return database.list(
                LETTERS
                        + " WHERE o.state = ? ORDER BY o.state DESC, o.log_index DESC, o.place DESC"
                        + " FETCH FIRST ? ROWS ONLY",
                this::letter,
                state.name(),
                lettersMax);
    }

    public Optional<Letter> find(String key) {
        return database.list(LETTERS + " WHERE o.letter = ?", this::letter, key).stream()
                .findFirst();
    }

    public Counts counts() {
        Map<Letter.State, Long> counts = new LinkedHashMap<>();
        database.list(
                        "SELECT state, COUNT(*) FROM outbox GROUP BY state",
                        row -> Map.entry(Letter.State.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        Optional<Instant> oldest =
                database
                        .list(
                                "SELECT letter FROM outbox WHERE state = 'WAITING'"
                                        + " ORDER BY state, log_index, place FETCH FIRST ROW ONLY",
                                row -> row.getString(1))
                        .stream()
                        .findFirst()
                        .flatMap(this::find)
                        .map(
                                one ->
                                        one.rating()
                                                .map(Letter.Rating::at)
                                                .orElse(one.service().endedAt()));
        return new Counts(
                counts.getOrDefault(Letter.State.WAITING, 0L),
                counts.getOrDefault(Letter.State.DELIVERED, 0L),
                counts.getOrDefault(Letter.State.DEAD, 0L),
                counts.getOrDefault(Letter.State.SELF_BUILT, 0L),
                oldest);
    }

    /**
     * {@return whether somebody's name is kept that the platform has had since before this time}
     */
    public boolean hasErasable(Instant deliveredBefore) {
        return !database.list(
                        """
                        SELECT a.ticket FROM applicants a WHERE a.named_at < ? AND NOT EXISTS (
                            SELECT 1 FROM outbox o WHERE o.ticket = a.ticket
                            AND (o.state IN ('WAITING', 'DEAD') OR o.settled_at >= ?))
                        FETCH FIRST ROW ONLY
                        """,
                        row -> row.getString(1),
                        deliveredBefore,
                        deliveredBefore)
                .isEmpty();
    }

    private Letter letter(ResultSet row) throws SQLException {
        String key = row.getString("letter");
        return new Letter(
                key,
                Letter.Kind.valueOf(row.getString("kind")),
                Letter.State.valueOf(row.getString("state")),
                new TicketId(row.getString("ticket")),
                row.getString("number"),
                row.getString("case_number"),
                row.getInt("service_number"),
                service(row),
                row.getString("rating_id") == null ? Optional.empty() : Optional.of(rating(row)),
                text(row, "applicant"),
                text(row, "phone"),
                row.getBoolean("mended") ? corrections(key) : Map.of(),
                text(row, "receipt"),
                text(row, "reason"),
                instant(row, "settled_at"));
    }

    private static Letter.Service service(ResultSet row) throws SQLException {
        return new Letter.Service(
                row.getString("done"),
                row.getString("done_name"),
                row.getString("department"),
                row.getString("window_id"),
                text(row, "staff_id"),
                row.getString("outcome"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("taken_at", Instant.class),
                row.getObject("served_at", Instant.class),
                row.getObject("ended_at", Instant.class));
    }

    private static Letter.Rating rating(ResultSet row) throws SQLException {
        return new Letter.Rating(
                row.getString("rating_id"),
                row.getInt("rating_level"),
                row.getString("channel"),
                row.getString("reasons"),
                text(row, "comment_text"),
                row.getBoolean("named"),
                row.getObject("rated_at", Instant.class));
    }

    private Map<String, String> corrections(String letter) {
        Map<String, String> mended = new LinkedHashMap<>();
        database.list(
                        "SELECT field, text FROM corrections WHERE letter = ? ORDER BY field",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        letter)
                .forEach(each -> mended.put(each.getKey(), each.getValue()));
        return mended;
    }
}
