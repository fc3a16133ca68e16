package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import yichuang.hall.Claim;
import yichuang.hall.Closing;
import yichuang.hall.Correction;
import yichuang.hall.DeadLetter;
import yichuang.hall.Delivery;
import yichuang.hall.Event;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;

/**
 * The letters to the evaluation platform, as they follow from what happened: the same ones on every
 * voter, whoever sends them. A service for each leg that closes; a rating for each service of the
 * visit, once; after a rating the follow-up. Their order in the log is their order per visit.
 */
final class OutboxRows {
    /** Self-built items 自建事项 have no code at the platform. */
    private static final String SELF_BUILT = "00000000";

    private final PreparedStatement lettersOf;
    private final Batch services;
    private final Batch withdrawn;
    private final Batch ratings;
    private final Batch delivered;
    private final Batch aside;
    private final Batch resent;
    private final Batch corrections;
    private final Batch phones;
    private final Batch applicants;
    private final Batch erased;
    private final Batch erasedCorrections;

    OutboxRows(Connection connection) throws SQLException {
        this.lettersOf =
                connection.prepareStatement(
                        "SELECT letter FROM outbox WHERE ticket = ? AND kind = 'SERVICE'"
                                + " ORDER BY log_index, place");
        this.services =
                Batch.merge(
                        connection,
                        "outbox",
                        "letter",
                        "letter, log_index, place, kind, ticket, case_number, service_number,"
                                + " state");
        this.withdrawn =
                new Batch(
                        connection,
                        "DELETE FROM outbox WHERE letter = ? AND ticket = ? AND state <> 'DELIVERED'");
        this.ratings =
                new Batch(
                        connection,
                        """
                        INSERT INTO outbox (letter, log_index, place, kind, ticket, case_number,
                            service_number, rating, state)
                        SELECT CONCAT(CAST(? AS VARCHAR), ':', case_number, ':', service_number), ?,
                            ROW_NUMBER() OVER (ORDER BY log_index, place), ?, ticket, case_number,
                            service_number, ?,
                            CASE WHEN state = 'SELF_BUILT' THEN state ELSE 'WAITING' END
                        FROM outbox WHERE ticket = ? AND kind = 'SERVICE'
                        """);
        this.delivered =
                new Batch(
                        connection,
                        "UPDATE outbox SET state = 'DELIVERED', receipt = ?, reason = NULL,"
                                + " settled_at = ? WHERE letter = ? AND state IN ('WAITING', 'DEAD')");
        this.aside =
                new Batch(
                        connection,
                        "UPDATE outbox SET state = 'DEAD', reason = ?, settled_at = ?"
                                + " WHERE letter = ? AND state = 'WAITING'");
        this.resent =
                new Batch(
                        connection,
                        "UPDATE outbox SET state = 'WAITING', reason = NULL, settled_at = NULL"
                                + " WHERE letter = ? AND state = 'DEAD'");
        this.corrections =
                Batch.merge(connection, "corrections", "letter, field", "letter, field, text");
        this.phones =
                Batch.merge(
                        connection, "applicants", "ticket", "ticket, log_index, named_at, phone");
        this.applicants =
                Batch.merge(
                        connection,
                        "applicants",
                        "ticket",
                        "ticket, log_index, named_at, applicant");
        this.erased =
                new Batch(
                        connection,
                        """
                        DELETE FROM applicants a WHERE a.named_at < ? AND NOT EXISTS (
                            SELECT 1 FROM outbox o WHERE o.ticket = a.ticket
                            AND (o.state IN ('WAITING', 'DEAD') OR o.settled_at >= ?))
                        """);
        this.erasedCorrections =
                new Batch(
                        connection,
                        """
                        DELETE FROM corrections c WHERE EXISTS (
                            SELECT 1 FROM outbox o WHERE o.letter = c.letter
                            AND o.state = 'DELIVERED' AND o.settled_at < ?)
                        """);
    }

    void happened(long index, Event event) throws SQLException {
        if (event instanceof Event.LegClosed closed) {
            closed(index, closed);
        } else if (event instanceof Event.Undone undone && undone.act().equals("finish")) {
            undone(undone.ticket());
        } else if (event instanceof Event.Rated rated) {
            rated(index, rated);
        } else if (event instanceof Event.RatingExplained explained) {
            first(index, explained.claim());
        } else if (event instanceof Event.RatingUnexplained unexplained) {
            first(index, unexplained.claim());
        } else if (event instanceof Event.OfOutbox ofOutbox) {
            services.run();
            happened(index, ofOutbox);
        }
    }

    private void closed(long index, Event.LegClosed closed) throws SQLException {
        Closing closing = closed.closing();
        services.add(
                service(closing),
                index,
                0,
                Letter.Kind.SERVICE,
                closed.ticket().id().value(),
                closing.caseNumber(),
                closing.serviceNumber(),
                closing.item().value().contains(SELF_BUILT)
                        ? Letter.State.SELF_BUILT
                        : Letter.State.WAITING);
        var phone = closed.ticket().contact().flatMap(contact -> contact.sealed());
        if (phone.isPresent()) {
            phones.add(closed.ticket().id().value(), index, closed.at(), phone);
            phones.run();
        }
    }

    private static String service(Closing closing) {
        return "service:" + closing.caseNumber() + ":" + closing.serviceNumber();
    }

    /** What the visit still has closed stays; the leg taken back leaves, unless it was sent. */
    private void undone(Ticket ticket) throws SQLException {
        services.run();
        Set<String> stay = new TreeSet<>();
        for (Leg leg : ticket.legs()) {
            leg.closing().ifPresent(closing -> stay.add(service(closing)));
        }
        for (String letter : letters(ticket)) {
            if (!stay.contains(letter)) {
                withdrawn.add(letter, ticket.id().value());
            }
        }
        withdrawn.run();
    }

    private List<String> letters(Ticket ticket) throws SQLException {
        List<String> letters = new ArrayList<>();
        lettersOf.setString(1, ticket.id().value());
        try (ResultSet row = lettersOf.executeQuery()) {
            while (row.next()) {
                letters.add(row.getString(1));
            }
        }
        return letters;
    }

    /** A silent press of a negative key waits for its reasons, until its day ends. */
    private void rated(long index, Event.Rated rated) throws SQLException {
        if (rated.number() > 1) {
            rating("follow-up", index, Letter.Kind.FOLLOW_UP, rated.id(), rated.claim());
        } else if (!rated.claim().first().orElseThrow().unexplained()) {
            first(index, rated.claim());
        }
    }

    private void first(long index, Claim claim) throws SQLException {
        rating("rating", index, Letter.Kind.RATING, claim.first().orElseThrow().id(), claim);
    }

    private void rating(String prefix, long index, Letter.Kind kind, String id, Claim claim)
            throws SQLException {
        services.run();
        ratings.add(prefix, index, kind, id, claim.ticket().value());
        ratings.run();
    }

    private void happened(long index, Event.OfOutbox event) throws SQLException {
        switch (event) {
            case Event.LettersDelivered now -> {
                for (Delivery each : now.deliveries()) {
                    delivered.add(each.receipt(), now.at(), each.letter());
                }
                delivered.run();
            }
            case Event.LettersSetAside now -> {
                for (DeadLetter each : now.letters()) {
                    aside.add(each.reason(), now.at(), each.letter());
                }
                aside.run();
            }
            case Event.LetterResent now -> {
                for (Correction each : now.corrections()) {
                    corrections.add(now.letter(), each.field(), each.value());
                }
                corrections.run();
                resent.add(now.letter());
                resent.run();
            }
            case Event.InvitationsNoted now -> {}
            case Event.ApplicantNamed now -> {
                applicants.add(now.ticket().value(), index, now.at(), now.sealed());
                applicants.run();
            }
            case Event.ApplicantsErased now -> {
                erased.add(now.deliveredBefore(), now.deliveredBefore());
                erased.run();
                erasedCorrections.add(now.deliveredBefore());
                erasedCorrections.run();
            }
        }
    }

    void write() throws SQLException {
        services.run();
    }
}
