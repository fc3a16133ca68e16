package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.cluster.RequestFailed;

/** Which node answers a request: this one, the leader, or the one that has the device. */
final class Passing {
    /** What the other node must know of a request. */
    private static final List<String> HEADERS =
            List.of(
                    "Authorization",
                    "Cookie",
                    "Idempotency-Key",
                    "Accept-Language",
                    "Content-Type",
                    "Host",
                    "Origin",
                    "Sec-Fetch-Site");

    private static final Set<String> OF_A_DEVICE =
            Set.of("readDevice", "pressKey", "testDevice", "listSpares", "replaceDevice");

    /**
     * Told by the leader, who knows best; and by any node when nobody leads, for then it is needed
     * most: to see who is there, and to have one of them go on.
     */
    private static final Set<String> BEST_OF_THE_LEADER =
            Set.of("listNodes", "promoteNode", "readPlatform", "readGateway");

    /** What a copy of the hall's state tells, which every node has, also one without records. */
    private static final Set<String> OF_THE_STATE =
            Set.of(
                    "readHall",
                    "readWindow",
                    "listWaiting",
                    "listItems",
                    "listThemes",
                    "listStaff",
                    "listDevices",
                    "listParts",
                    "listConflicts",
                    "ticketQr",
                    "listUnits",
                    "openUnit",
                    "unitQr");

    private static final Future<Others.Place> HERE =
            Future.succeededFuture(new Others.Place.Here());

    static final String CAME_FROM = "Came-From";

    private final Others others;
    private final Function<String, Optional<String>> owners;
    private final PassMark mark;

    /** {@code owners}: the node that drives a device. */
    Passing(Others others, Function<String, Optional<String>> owners, PassMark mark) {
        this.others = others;
        this.owners = owners;
        this.mark = mark;
    }

    /** {@return who answers; a request that was passed once is not passed again} */
    Others.Place place(RoutingContext context, Contract.Operation operation) {
        if (mark.isOn(context.request())) {
            return new Others.Place.Here();
        }
        if (OF_A_DEVICE.contains(operation.id())) {
            return device(context.pathParam("device"));
        }
        if (BEST_OF_THE_LEADER.contains(operation.id())) {
            return others.changes() instanceof Others.Place.There there
                    ? there
                    : new Others.Place.Here();
        }
        return operation.changes() ? others.changes() : new Others.Place.Here();
    }

    /** Of a device whose node is away every node says so. */
    private Others.Place device(String id) {
        return switch (owners.apply(id).map(others::node).orElseGet(Others.Place.Here::new)) {
            case Others.Place.There there -> there;
            case Others.Place.Here here -> here;
            case Others.Place.Nowhere nowhere -> new Others.Place.Here();
        };
    }

    /** {@return who may answer a question about the hall, once somebody may} */
    Future<Others.Place> newest(RoutingContext context, Contract.Operation operation) {
        if (mark.isOn(context.request())
                || !operation.isQuestion()
                || OF_A_DEVICE.contains(operation.id())) {
            return HERE;
        }
        return others.keepsRecords() || OF_THE_STATE.contains(operation.id())
                ? others.newest()
                : Future.succeededFuture(others.changes());
    }

    /**
     * {@return the other node's answer} When the leader goes in the middle, the next one is asked,
     * unless that could be done twice.
     */
    Future<Reply> pass(
            Others.Place.There there,
            RoutingContext context,
            Contract.Operation operation,
            Buffer body) {
        HttpServerRequest request = context.request();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CAME_FROM, request.remoteAddress().hostAddress());
        for (String name : HEADERS) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Errand.Call call = new Errand.Call(request.method().name(), request.uri(), headers, body);
        return others.call(there, call)
                .recover(
                        failure -> {
                            Others.Place next = others.changes();
                            return next.equals(there)
                                            || OF_A_DEVICE.contains(operation.id())
                                            || !mayBeAskedAgain(failure, call)
                                    ? Future.failedFuture(failure)
                                    : others.call(next, call)
                                            .recover(
                                                    second ->
                                                            Future.failedFuture(
                                                                    RequestFailed.isNotSent(second)
                                                                            ? failure
                                                                            : second));
                        })
                .recover(
                        failure ->
                                BEST_OF_THE_LEADER.contains(operation.id())
                                        ? others.call(new Others.Place.Here(), call)
                                        : Future.failedFuture(failure))
                .map(Passing::reply)
                .recover(
                        failure ->
                                Future.failedFuture(
                                        OF_A_DEVICE.contains(operation.id())
                                                ? Refusals.deviceAway(
                                                        context.pathParam("device"), there.node())
                                                : unanswered(failure)));
    }

    private static boolean mayBeAskedAgain(Throwable failure, Errand.Call call) {
        return RequestFailed.isNotSent(failure)
                || (failure instanceof RequestFailed
                        && (call.method().equals("GET")
                                || call.headers().containsKey("Idempotency-Key")));
    }

    private static Reply reply(Called called) {
        if (called.status() == 204) {
            return new Reply.Nothing();
        }
        Map<String, String> headers = new LinkedHashMap<>(called.headers());
        String type = headers.remove("Content-Type");
        return new Reply.Whole(
                called.status(),
                type == null ? "application/octet-stream" : type,
                called.body(),
                headers);
    }

    private static Throwable unanswered(Throwable failure) {
        return failure instanceof RequestFailed failed
                ? Refusals.unanswered(failed)
                : Refusals.nobodyLeads("no-leader");
    }
}
