package yichuang.evaluation.platform;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import yichuang.evaluation.sending.Doubts;
import yichuang.evaluation.sending.Trouble;
import yichuang.evaluation.sending.Verdict;
import yichuang.hall.Command;
import yichuang.hall.DeadLetter;
import yichuang.hall.Delivery;
import yichuang.records.Letter;

/**
 * Sends what is due, while this node leads. One thread, one request at a time: what is due next
 * rests on what was answered before. It keeps nothing that another leader would need; what it
 * forgets is tried again.
 */
final class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class.getName());

    /** After the time for taking a finish back, in which the last one may still be on its way. */
    private static final Duration AFTER_UNDO = Duration.ofSeconds(30);

    private static final Duration ERASE_EVERY = Duration.ofMinutes(10);
    private static final int LOOK = 500;

    private final Settings settings;
    private final Desk desk;
    private final Function<MessagesOf, Verdict> post;
    private final PlatformTime time;
    private final Trouble trouble;
    private final Doubts doubts;
    private final DateTimeFormatter fieldTimes;
    private long requests;
    private long taken;
    private long refusals;
    private Optional<Instant> lastTaken = Optional.empty();
    private Optional<Instant> lastErased = Optional.empty();
    private volatile Standing standing = Standing.IDLE;

    /** Messages of one kind that go into one request. */
    record MessagesOf(MessageForm form, List<JsonObject> messages) {}

    /** A letter and what is sent of it. */
    private record Written(Letter letter, JsonObject message) {}

    Sender(
            Settings settings,
            Desk desk,
            Function<MessagesOf, Verdict> post,
            PlatformTime time,
            RandomGenerator random) {
        this.settings = settings;
        this.desk = desk;
        this.post = post;
        this.time = time;
        this.trouble = new Trouble(random);
        this.doubts = new Doubts(random);
        this.fieldTimes = DateTimeFormatter.ofPattern(settings.dialect().fieldTimes(), Locale.ROOT);
    }

    Standing standing() {
        return standing;
    }

    /** Sends until nothing more can be sent now. */
    void pass() {
        if (!desk.leads()) {
            rest();
            return;
        }
        boolean on = true;
        while (on && desk.leads() && !trouble.keepsAway(desk.now())) {
            on = step();
            tell();
        }
        erase();
        tell();
    }

    /** Somebody else leads; what this node knew of the platform is no longer news. */
    private void rest() {
        trouble.over();
        doubts.forget();
        lastErased = Optional.empty();
        standing = Standing.IDLE;
    }

    /** {@return whether there may be more to send} */
    private boolean step() {
        Instant now = desk.now();
        List<Letter> due =
                desk
                        .outbox()
                        .due(now.minus(settings.undo()).minus(AFTER_UNDO), LOOK + doubts.count())
                        .stream()
                        .filter(letter -> doubts.allow(letter.key(), now))
                        .limit(LOOK)
                        .toList();
        List<DeadLetter> unwritable = new ArrayList<>();
        List<Written> services = new ArrayList<>();
        List<Written> ratings = new ArrayList<>();
        for (Letter letter : due) {
            try {
                Written written = new Written(letter, write(letter));
                (letter.kind() == Letter.Kind.SERVICE ? services : ratings).add(written);
            } catch (Unwritable why) {
                unwritable.add(new DeadLetter(letter.key(), why.reason()));
            }
        }
        if (!unwritable.isEmpty() && !aside(unwritable)) {
            return false;
        }
        return !due.isEmpty() && all(services) && all(ratings);
    }

    private JsonObject write(Letter letter) throws Unwritable {
        return settings.dialect()
                .form(letter.kind())
                .write(new Facts(letter, settings.district(), fieldTimes, desk::unsealed));
    }

    private boolean all(List<Written> letters) {
        if (letters.isEmpty()) {
            return true;
        }
        MessageForm form = settings.dialect().form(letters.getFirst().letter().kind());
        int most = Math.min(settings.most(), form.most());
        for (int from = 0; from < letters.size(); from += most) {
            if (!batch(form, letters.subList(from, Math.min(from + most, letters.size())))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether to go on: the platform answered, and the log took note} */
    private boolean batch(MessageForm form, List<Written> letters) {
        if (!desk.leads() || trouble.keepsAway(desk.now())) {
            return false;
        }
        requests++;
        Verdict verdict =
                post.apply(new MessagesOf(form, letters.stream().map(Written::message).toList()));
        boolean single = letters.size() == 1;
        return switch (verdict) {
            case Verdict.Taken yes -> taken(letters, yes.receipt());
            case Verdict.Already already when single -> taken(letters, already.receipt());
            case Verdict.Refused refused when single ->
                    refused(letters.getFirst().letter(), refused.reason());
            case Verdict.Already already -> oneByOne(form, letters);
            case Verdict.Refused refused -> oneByOne(form, letters);
            case Verdict.ClockApart apart -> away(apart.reason(), Optional.empty());
            case Verdict.Later later -> away(later.reason(), later.after());
        };
    }

    /** A request is taken whole or not at all, so one bad letter must not keep the others back. */
    private boolean oneByOne(MessageForm form, List<Written> letters) {
        for (Written letter : letters) {
            if (!batch(form, List.of(letter))) {
                return false;
            }
        }
        return true;
    }

    private boolean taken(List<Written> letters, String receipt) {
        trouble.over();
        taken += letters.size();
        lastTaken = Optional.of(desk.now());
        letters.forEach(each -> doubts.settled(each.letter().key()));
        return desk.settle(
                new Command.NoteDelivered(
                        letters.stream()
                                .map(each -> new Delivery(each.letter().key(), receipt))
                                .toList()));
    }

    private boolean refused(Letter letter, String reason) {
        Instant now = desk.now();
        refusals++;
        trouble.refused(now, reason);
        if (!doubts.refused(letter.key(), now, taken)) {
            return true;
        }
        return aside(List.of(new DeadLetter(letter.key(), reason)));
    }

    /** A person has to look at them. */
    private boolean aside(List<DeadLetter> letters) {
        LOG.log(
                Level.WARNING,
                "有 {0} 条发不到评价平台，如 {1}：{2}。请在管理页面改正后重发。 {0} not sent to the evaluation"
                        + " platform. Mend and resend them on the manager''s page.",
                new Object[] {
                    letters.size(), letters.getFirst().letter(), letters.getFirst().reason()
                });
        return desk.settle(new Command.SetLettersAside(letters));
    }

    private boolean away(String reason, Optional<Duration> after) {
        if (trouble.outage().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "评价平台没有正常应答：{0}。数据留存，稍后自动再发。 The evaluation platform does not answer as"
                            + " it should; all is kept and sent later.",
                    reason);
        }
        trouble.met(desk.now(), reason, after);
        return false;
    }

    /** What the platform has had for long enough need not be known here. */
    private void erase() {
        Instant now = desk.now();
        if (lastErased.filter(last -> now.isBefore(last.plus(ERASE_EVERY))).isPresent()) {
            return;
        }
        lastErased = Optional.of(now);
        Instant before = now.minus(settings.eraseAfter());
        if (desk.outbox().hasErasable(before)) {
            boolean unused = desk.settle(new Command.EraseApplicants(before));
        }
    }

    private void tell() {
        standing =
                new Standing(
                        true,
                        requests,
                        taken,
                        refusals,
                        doubts.count(),
                        trouble.outage(),
                        lastTaken,
                        time.ahead());
    }
}
