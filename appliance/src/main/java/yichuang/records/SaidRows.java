package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import yichuang.hall.Event;
import yichuang.hall.HelpCall;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/** What people said and what was asked for them: ratings, complaints, help, duties. */
final class SaidRows {
    private final Batch ratings;
    private final Batch explained;
    private final Batch unitRatings;
    private final Batch complaints;
    private final Batch help;
    private final Batch helped;
    private final Batch lapsed;
    private final Batch duties;
    private final Batch undone;
    private final Batch answers;
    private final List<Said> waiting = new ArrayList<>();

    SaidRows(Connection connection) throws SQLException {
        this.ratings =
                new Batch(
                        connection,
                        """
                        INSERT INTO ratings (id, log_index, ticket, number, business_day,
                            rating_level, channel, reasons, comment_text, rated_at, window_id,
                            rating_number, named, entered_by, staff_id, items)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            (SELECT staff_id FROM legs WHERE ticket = ? AND outcome IS NOT NULL
                                ORDER BY ended_at DESC, leg DESC FETCH FIRST ROW ONLY),
                            (SELECT LISTAGG(COALESCE(true_item, item), '|')
                                WITHIN GROUP (ORDER BY leg)
                                FROM legs WHERE ticket = ? AND outcome IS NOT NULL))
                        """);
        this.explained =
                new Batch(
                        connection,
                        "UPDATE ratings SET reasons = ?, comment_text = ? WHERE id = ?");
        this.unitRatings =
                Batch.insert(
                        connection,
                        "unit_ratings",
                        "id, log_index, unit, unit_name, department, rated_day, rating_level,"
                                + " reasons, comment_text, rated_at");
        this.complaints =
                Batch.insert(
                        connection,
                        "complaints",
                        "id, log_index, made_at, channel, complaint, ticket");
        this.help =
                Batch.insert(
                        connection, "help", "id, log_index, kind, asked_at, place, ticket, note");
        this.helped =
                new Batch(
                        connection,
                        "UPDATE help SET answered_at = ?, answered_by = ? WHERE id = ?");
        this.lapsed = new Batch(connection, "UPDATE help SET lapsed_at = ? WHERE id = ?");
        this.duties =
                Batch.insert(
                        connection,
                        "duties",
                        "log_index, place, ticket, leg, number, window_id, who, asked_at,"
                                + " answer_by");
        this.undone =
                new Batch(
                        connection,
                        "DELETE FROM duties WHERE ticket = ? AND leg = ? AND window_id = ?");
        this.answers =
                new Batch(
                        connection,
                        "UPDATE duties SET answered_at = ?, answer = ?"
                                + " WHERE ticket = ? AND leg = ? AND answered_at IS NULL");
    }

    private record Said(long index, TokenId by, Event.Rated rated) {}

    /** Ratings wait for {@link #write}: they read the legs, which are written before. */
    void happened(long index, int place, TokenId by, Event event) throws SQLException {
        if (event instanceof Event.Rated rated) {
            waiting.add(new Said(index, by, rated));
        } else if (event instanceof Event.RatingExplained one) {
            writeRatings();
            explained.add(
                    Json.list(one.reasons()),
                    one.comment(),
                    one.claim().first().orElseThrow().id());
            explained.run();
        } else if (event instanceof Event.UnitRated one) {
            unitRatings.add(
                    one.id(),
                    index,
                    one.unit().id(),
                    one.unit().name(),
                    one.unit().department(),
                    one.day(),
                    one.level(),
                    Json.list(one.reasons()),
                    one.comment(),
                    one.at());
        } else if (event instanceof Event.Complained one) {
            complaints.add(
                    one.id(),
                    index,
                    one.at(),
                    one.channel(),
                    one.text(),
                    one.ticket().map(TicketId::value));
        } else if (event instanceof Event.HelpAsked asked) {
            HelpCall one = asked.call();
            help.add(
                    one.id(),
                    index,
                    one.kind().code(),
                    one.at(),
                    one.where(),
                    one.ticket().map(TicketId::value),
                    one.note());
        } else if (event instanceof Event.HelpAnswered one) {
            help.run();
            helped.add(one.at(), one.by(), one.call().id());
            helped.run();
        } else if (event instanceof Event.HelpLapsed one) {
            help.run();
            lapsed.add(one.at(), one.call().id());
            lapsed.run();
        } else {
            duty(index, place, event);
        }
    }

    private void write(long index, TokenId by, Event.Rated rated) throws SQLException {
        String ticket = rated.claim().ticket().value();
        ratings.add(
                rated.id(),
                index,
                ticket,
                rated.claim().number(),
                rated.claim().day(),
                rated.level(),
                rated.channel().code(),
                Json.list(rated.reasons()),
                rated.comment(),
                rated.at(),
                rated.claim().window().value(),
                rated.number(),
                rated.contact().isPresent(),
                Entering.by(rated.channel(), by).map(TokenId::value),
                ticket,
                ticket);
    }

    private void duty(long index, int place, Event event) throws SQLException {
        if (event instanceof Event.LegClosed closed
                && closed.closing().outcome() instanceof Outcome.Consult consult) {
            duties.add(
                    index,
                    place,
                    closed.ticket().id().value(),
                    closed.leg(),
                    closed.ticket().number(),
                    closed.window().id().value(),
                    consult.who(),
                    closed.at(),
                    consult.answerBy());
            duties.run();
        } else if (event instanceof Event.Undone one && one.act().equals("finish")) {
            undone.add(one.ticket().id().value(), one.leg(), one.window().id().value());
            undone.run();
        } else if (event instanceof Event.DutyAnswered one) {
            answers.add(one.at(), one.answer(), one.duty().ticket().value(), one.duty().leg());
            answers.run();
        }
    }

    void write() throws SQLException {
        writeRatings();
        unitRatings.run();
        complaints.run();
        help.run();
    }

    private void writeRatings() throws SQLException {
        for (Said one : waiting) {
            write(one.index(), one.by(), one.rated());
        }
        waiting.clear();
        ratings.run();
    }
}
