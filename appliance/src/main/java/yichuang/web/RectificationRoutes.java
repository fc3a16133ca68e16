package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yichuang.access.Contacts;
import yichuang.access.FreeText;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.Receipt;
import yichuang.hall.Rectification;
import yichuang.hall.RectificationAct;

/**
 * What is done about negative ratings and complaints 整改, one act after the other. Who may do which
 * is in the contract; that somebody else reviews an appeal is the hall's rule.
 */
final class RectificationRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final RectificationReading reading;
    private final Contacts contacts;

    RectificationRoutes(
            Asking asking, Receipts receipts, RectificationReading reading, Contacts contacts) {
        this.asking = asking;
        this.receipts = receipts;
        this.reading = reading;
        this.contacts = contacts;
    }

    void addTo(Map<String, Act> acts) {
        acts.put(
                "verifyRectification",
                act(
                        body ->
                                new RectificationAct.Verify(
                                        one(RectificationAct.Finding.class, body, "finding"),
                                        text(body))));
        acts.put(
                "contactRectification",
                act(
                        body ->
                                new RectificationAct.Contact(
                                        one(RectificationAct.Reach.class, body, "result"),
                                        text(body))));
        acts.put(
                "fixRectification",
                act(
                        body ->
                                new RectificationAct.Fix(
                                        one(RectificationAct.Remedy.class, body, "kind"),
                                        text(body))));
        acts.put("replyRectification", act(body -> new RectificationAct.Reply(text(body))));
        acts.put(
                "followUpRectification",
                act(
                        body ->
                                new RectificationAct.FollowUp(
                                        one(RectificationAct.Opinion.class, body, "result"),
                                        Optional.of(text(body)).filter(said -> !said.isEmpty()))));
        acts.put(
                "appealRectification",
                act(
                        body ->
                                new RectificationAct.Appeal(
                                        one(RectificationAct.Ground.class, body, "ground"),
                                        text(body))));
        acts.put(
                "reviewRectification",
                act(
                        body ->
                                new RectificationAct.Review(
                                        one(RectificationAct.Decision.class, body, "decision"),
                                        text(body))));
        acts.put("extendRectification", act(body -> new RectificationAct.Extend(text(body))));
        acts.put("closeRectification", act(body -> new RectificationAct.Close(text(body))));
        acts.put("revealRectification", this::reveal);
    }

    private Act act(Function<JsonObject, RectificationAct> made) {
        return exchange ->
                done(exchange, made.apply(exchange.body()))
                        .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    /** Of one that is over the hall knows nothing any more; the records say that it was closed. */
    private Future<Receipt> done(Exchange exchange, RectificationAct act) {
        String id = reading.id(exchange);
        return asking.ask(exchange, new Command.Rectify(id, act))
                .recover(
                        failure ->
                                isUnknown(failure)
                                        ? reading.whyUnknown(exchange, id)
                                                .compose(Future::failedFuture)
                                        : Future.failedFuture(failure));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemFound found
                && found.problem().type() == ProblemType.UNKNOWN_ADDRESS;
    }

    /** The number goes to nobody but who asked, and that they asked stands in the trail. */
    private Future<Reply> reveal(Exchange exchange) {
        return done(exchange, new RectificationAct.Reveal())
                .compose(receipt -> contact(exchange))
                .map(
                        contact ->
                                contact.flatMap(contacts::phone)
                                        .map(phone -> new JsonObject().put("phone", phone))
                                        .orElseThrow(
                                                () -> Refusals.notNow("contact-erased").found()))
                .map(json -> Reply.ok(json).with("Cache-Control", "no-store"));
    }

    private Future<Optional<Contact>> contact(Exchange exchange) {
        String id = reading.id(exchange);
        return exchange.await(
                asking.leader()
                        .read(
                                now ->
                                        now.hall()
                                                .findRectification(id)
                                                .flatMap(Rectification::contact)));
    }

    private static <E extends Enum<E>> E one(Class<E> of, JsonObject body, String field) {
        return Enum.valueOf(of, body.getString(field));
    }

    private static String text(JsonObject body) {
        return FreeText.cleaned(body.getString("text", ""));
    }
}
