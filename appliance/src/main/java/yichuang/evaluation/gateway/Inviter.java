package yichuang.evaluation.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import yichuang.evaluation.sending.Doubts;
import yichuang.evaluation.sending.Trouble;
import yichuang.evaluation.sending.Verdict;
import yichuang.hall.Command;
import yichuang.hall.InvitationNote;
import yichuang.records.Invitation;

/**
 * Sends the links that are due, while this node leads: one at a time, each noted before the next.
 * It keeps nothing that another leader would need; what it forgets is sent again under the same id.
 */
final class Inviter {
    private static final Logger LOG = Logger.getLogger(Inviter.class.getName());
    private static final int LOOK = 100;

    private final Settings settings;
    private final Desk desk;
    private final Function<Post.Message, Verdict> post;
    private final Trouble trouble;
    private final Doubts doubts;
    private long requests;
    private long taken;
    private volatile Standing standing = Standing.IDLE;

    Inviter(
            Settings settings,
            Desk desk,
            Function<Post.Message, Verdict> post,
            RandomGenerator random) {
        this.settings = settings;
        this.desk = desk;
        this.post = post;
        this.trouble = new Trouble(random);
        this.doubts = new Doubts(random);
    }

    Standing standing() {
        return standing;
    }

    /** Sends until nothing more can be sent now. */
    void pass() {
        if (!desk.leads()) {
            trouble.over();
            doubts.forget();
            standing = Standing.IDLE;
            return;
        }
        boolean on = settleLate();
        while (on && maySend(desk.now())) {
            on = step();
            tell();
        }
        tell();
    }

    private boolean maySend(Instant now) {
        return desk.leads() && !trouble.keepsAway(now) && !isQuiet(now) && left(now) > 0;
    }

    private boolean isQuiet(Instant now) {
        return settings.isQuiet(LocalTime.ofInstant(now, settings.zone()));
    }

    /** {@return how many more the day may have; counted in the rows, which outlive a leader} */
    private long left(Instant now) {
        ZoneId zone = settings.zone();
        Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return settings.perDayMax() - desk.invitations().sentSince(midnight);
    }

    /** {@return whether the log took note} */
    private boolean settleLate() {
        List<Invitation> late = desk.invitations().late(desk.now(), LOOK);
        return late.isEmpty()
                || note(
                        late.stream()
                                .map(
                                        one ->
                                                new InvitationNote(
                                                        one.ticket(),
                                                        InvitationNote.Fate.LATE,
                                                        "-"))
                                .toList());
    }

    /** {@return whether there may be more to send} */
    private boolean step() {
        Instant now = desk.now();
        Optional<Invitation> next =
                desk
                        .invitations()
                        .due(now.minus(settings.delay()), now, LOOK + doubts.count())
                        .stream()
                        .filter(one -> doubts.allow(one.ticket().value(), now))
                        .findFirst();
        return next.isPresent() && send(next.get());
    }

    private boolean send(Invitation invitation) {
        Optional<String> phone = desk.unsealed(invitation.phone());
        if (phone.isEmpty()) {
            return note(invitation, InvitationNote.Fate.REFUSED, "sealed under another hall key");
        }
        requests++;
        Verdict verdict = post.apply(message(invitation, phone.get()));
        return switch (verdict) {
            case Verdict.Taken yes -> taken(invitation, yes.receipt());
            case Verdict.Already already -> taken(invitation, already.receipt());
            case Verdict.Refused refused -> refused(invitation, refused.reason());
            case Verdict.ClockApart apart -> away(apart.reason(), Optional.empty());
            case Verdict.Later later -> away(later.reason(), later.after());
        };
    }

    private Post.Message message(Invitation invitation, String phone) {
        String link = desk.link(invitation.ticket(), settings.channel());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hall", settings.hall());
        values.put("number", invitation.number());
        values.put("link", link);
        String text = settings.text().filled(values).orElseThrow();
        return new Post.Message(desk.id(invitation.ticket()), phone, link, text);
    }

    private boolean taken(Invitation invitation, String receipt) {
        trouble.over();
        taken++;
        doubts.settled(invitation.ticket().value());
        return note(invitation, InvitationNote.Fate.SENT, receipt);
    }

    private boolean refused(Invitation invitation, String reason) {
        Instant now = desk.now();
        trouble.refused(now, reason);
        return !doubts.refused(invitation.ticket().value(), now, taken)
                || note(invitation, InvitationNote.Fate.REFUSED, reason);
    }

    private boolean away(String reason, Optional<Duration> after) {
        if (trouble.outage().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "短信网关没有正常应答：{0}。评价链接留存，稍后自动再发。 The gateway for messages does not answer as it"
                            + " should; the links are kept and sent later.",
                    reason);
        }
        trouble.met(desk.now(), reason, after);
        return false;
    }

    private boolean note(Invitation invitation, InvitationNote.Fate fate, String said) {
        return note(List.of(new InvitationNote(invitation.ticket(), fate, said)));
    }

    private boolean note(List<InvitationNote> notes) {
        return desk.settle(new Command.NoteInvitations(notes));
    }

    private void tell() {
        Instant now = desk.now();
        standing = new Standing(true, requests, isQuiet(now), left(now) <= 0, trouble.outage());
    }
}
