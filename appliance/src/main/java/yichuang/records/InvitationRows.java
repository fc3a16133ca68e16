package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import yichuang.hall.Claim;
import yichuang.hall.Contact;
import yichuang.hall.Event;
import yichuang.hall.InvitationNote;

/**
 * Links to rate a visit by, as they follow from what happened: the same ones on every voter,
 * whoever sends them. One for each visit that was served and whose person asked for it; none once
 * the visit is rated. The phone number goes as soon as nothing more is to be sent to it.
 */
final class InvitationRows {
    private final Batch invited;
    private final Batch withdrawn;
    private final Batch settled;
    private final Batch late;

    InvitationRows(Connection connection) throws SQLException {
        this.invited =
                Batch.merge(
                        connection,
                        "invitations",
                        "ticket",
                        "ticket, log_index, number, closed_at, until_at, phone, state");
        this.withdrawn =
                new Batch(
                        connection,
                        "DELETE FROM invitations WHERE ticket = ? AND state = 'WAITING'");
        this.settled =
                new Batch(
                        connection,
                        "UPDATE invitations SET state = ?, said = ?, settled_at = ?, phone = NULL"
                                + " WHERE ticket = ? AND state = 'WAITING'");
        // Also where nobody sends any more, a number does not stay.
        this.late =
                new Batch(
                        connection,
                        "UPDATE invitations SET state = 'LATE', settled_at = ?, phone = NULL"
                                + " WHERE state = 'WAITING' AND until_at <= ?");
    }

    void happened(long index, Event event) throws SQLException {
        if (event instanceof Event.LegClosed closed) {
            Optional<String> phone =
                    closed.ticket().contact().filter(Contact::forRating).flatMap(Contact::sealed);
            if (closed.claim().isPresent() && phone.isPresent()) {
                invite(index, closed.claim().get(), phone.get());
            }
        } else if (event instanceof Event.Undone undone && undone.act().equals("finish")) {
            invited.run();
            withdrawn.add(undone.ticket().id().value());
            withdrawn.run();
        } else if (event instanceof Event.Rated rated) {
            settle(rated.claim().ticket().value(), "RATED", Optional.empty(), rated);
            settled.run();
        } else if (event instanceof Event.InvitationsNoted noted) {
            for (InvitationNote one : noted.notes()) {
                settle(one.ticket().value(), one.fate().name(), Optional.of(one.said()), noted);
            }
            settled.run();
        } else if (event instanceof Event.DayClosed closed) {
            invited.run();
            late.add(closed.at(), closed.at());
            late.run();
        }
    }

    private void invite(long index, Claim claim, String phone) throws SQLException {
        invited.add(
                claim.ticket().value(),
                index,
                claim.number(),
                claim.closedAt(),
                claim.deadline(),
                phone,
                "WAITING");
    }

    private void settle(String ticket, String state, Optional<String> said, Event event)
            throws SQLException {
        invited.run();
        settled.add(state, said, event.at(), ticket);
    }

    void write() throws SQLException {
        invited.run();
    }
}
