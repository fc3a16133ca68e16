package yichuang.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.Caller;

/**
 * The way of every request: the gate, the parameters, the body, the act, the answer. The routes are
 * those of the contract; an operation without an act, or an act without an operation, ends the
 * start.
 */
final class Routing {
    private static final Logger LOG = Logger.getLogger(Routing.class.getName());

    private static final Act NOBODY_LEADS =
            exchange -> Future.failedFuture(Refusals.nobodyLeads("no-leader"));

    private final Contract contract;
    private final Gate gate;
    private final Pages pages;
    private final Map<String, Act> acts;
    private final Passing passing;

    Routing(Contract contract, Gate gate, Pages pages, Map<String, Act> acts, Passing passing) {
        this.passing = passing;
        this.contract = contract;
        this.gate = gate;
        this.pages = pages;
        this.acts = Map.copyOf(acts);
        for (Contract.Operation operation : contract.operations()) {
            if (!acts.containsKey(operation.id())) {
                throw new IllegalStateException("openapi.yaml: no act for " + operation.id());
            }
        }
        if (contract.operations().size() != acts.size()) {
            throw new IllegalStateException(
                    "an act that openapi.yaml does not name: " + acts.keySet());
        }
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        Stall stall = Stall.watch(vertx);
        for (Contract.Operation operation : contract.operations()) {
            Act act = Optional.ofNullable(acts.get(operation.id())).orElseThrow();
            Route route = router.route(operation.method(), operation.route());
            route.handler(
                    context -> {
                        if (operation.changes() && stall.mayHoldOldRequests()) {
                            serve(context, operation, NOBODY_LEADS);
                        } else {
                            take(context, operation, act);
                        }
                    });
        }
        router.errorHandler(404, context -> unserved(context, ProblemType.UNKNOWN_ADDRESS));
        router.errorHandler(405, context -> unserved(context, ProblemType.UNKNOWN_METHOD));
        router.errorHandler(400, context -> unserved(context, ProblemType.MALFORMED));
        return router;
    }

    private void take(RoutingContext context, Contract.Operation operation, Act act) {
        switch (passing.place(context, operation)) {
            case Others.Place.Here here -> look(context, operation, act);
            case Others.Place.There there -> pass(context, operation, there);
            case Others.Place.Nowhere nowhere -> serve(context, operation, NOBODY_LEADS);
        }
    }

    /** A lone node answers at once. */
    private void look(RoutingContext context, Contract.Operation operation, Act act) {
        Future<Others.Place> newest = passing.newest(context, operation);
        if (newest.isComplete() && newest.result() instanceof Others.Place.Here) {
            serve(context, operation, act);
            return;
        }
        Context loop = Vertx.currentContext();
        newest.onComplete(
                known -> loop.runOnContext(now -> look(context, operation, act, known.result())));
    }

    private void look(
            RoutingContext context, Contract.Operation operation, Act act, Others.Place place) {
        switch (place) {
            case Others.Place.There there -> pass(context, operation, there);
            case Others.Place.Here here -> serve(context, operation, act);
            case Others.Place.Nowhere nowhere -> serve(context, operation, act);
        }
    }

    /** Others' answers come on the link's loop; a response belongs to its own. */
    private void pass(
            RoutingContext context, Contract.Operation operation, Others.Place.There there) {
        Context loop = Vertx.currentContext();
        Future<Buffer> body =
                operation.changes()
                        ? Bodies.read(context.request())
                        : Future.succeededFuture(Buffer.buffer());
        body.compose(bytes -> passing.pass(there, context, operation, bytes))
                .onComplete(
                        reply ->
                                loop.runOnContext(
                                        now -> {
                                            if (reply.succeeded()) {
                                                send(context, reply.result());
                                            } else {
                                                failed(context, operation, reply.cause());
                                            }
                                        }));
    }

    private void serve(RoutingContext context, Contract.Operation operation, Act act) {
        Exchange exchange;
        try {
            Optional<Caller> caller = gate.admit(context.request(), operation);
            exchange = new Exchange(context, operation, caller);
            checkParameters(context, operation);
        } catch (ProblemFound found) {
            turnAway(context, operation, found.problem());
            return;
        }
        if (operation.changes()) {
            Bodies.read(context.request())
                    .onSuccess(bytes -> act(exchange, bytes, act, context))
                    .onFailure(failure -> failed(context, operation, failure));
        } else {
            answer(exchange, act, context);
        }
    }

    /** A person who opens a page without the right to it can enrol the browser there and then. */
    private void turnAway(RoutingContext context, Contract.Operation operation, Problem problem) {
        boolean enrols =
                problem.type() == ProblemType.UNAUTHENTICATED
                        || problem.type() == ProblemType.FORBIDDEN;
        if (operation.isPage() && enrols) {
            send(context, pages.enrol(problem.type().status()));
            return;
        }
        refuse(context, problem, Rest.READ);
    }

    private void act(Exchange exchange, Buffer bytes, Act act, RoutingContext context) {
        try {
            if (exchange.operation().body().isPresent()) {
                Contract.Body body = exchange.operation().body().get();
                if (bytes.length() > 0) {
                    exchange.body(bytes, Bodies.json(context.request(), bytes));
                } else if (body.required()) {
                    throw Refusals.malformed("body", "a JSON object");
                }
                body.shape().check(exchange.body());
            }
        } catch (ProblemFound found) {
            refuse(context, found.problem(), Rest.READ);
            return;
        }
        answer(exchange, act, context);
    }

    private void answer(Exchange exchange, Act act, RoutingContext context) {
        Future<Reply> reply;
        try {
            reply = act.answer(exchange);
        } catch (RuntimeException e) {
            reply = Future.failedFuture(e);
        }
        reply.onSuccess(one -> send(context, one))
                .onFailure(failure -> failed(context, exchange.operation(), failure));
    }

    private static void checkParameters(RoutingContext context, Contract.Operation operation) {
        HttpServerRequest request = context.request();
        for (Contract.Parameter parameter : operation.parameters()) {
            String value =
                    switch (parameter.in()) {
                        case "path" -> context.pathParam(parameter.name());
                        case "query" -> request.getParam(parameter.name());
                        default -> request.getHeader(parameter.name());
                    };
            if (value != null) {
                parameter.shape().check(value, parameter.name());
            } else if (parameter.required()) {
                throw Refusals.missing(parameter.name());
            }
        }
    }

    private static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        switch (reply) {
            case Reply.Whole whole -> {
                response.setStatusCode(whole.status())
                        .putHeader("Content-Type", whole.type())
                        .putHeader("X-Content-Type-Options", "nosniff");
                if (!whole.headers().containsKey("Cache-Control")) {
                    response.putHeader("Cache-Control", "no-store");
                }
                whole.headers().forEach(response::putHeader);
                response.end(whole.body());
            }
            case Reply.Nothing nothing -> response.setStatusCode(204).end();
            case Reply.Streaming streaming -> {}
        }
    }

    private void failed(RoutingContext context, Contract.Operation operation, Throwable failure) {
        Optional<Problem> problem = Refusals.of(failure);
        if (problem.isEmpty() && !context.response().closed()) {
            LOG.log(Level.SEVERE, "a bug in " + operation.id(), failure);
        }
        Problem told = problem.orElse(Problem.of(ProblemType.BROKEN));
        refuse(context, told, told.type() == ProblemType.TOO_LARGE ? Rest.CUT : Rest.READ);
    }

    private void unserved(RoutingContext context, ProblemType type) {
        Problem problem = Problem.of(type).with("address", context.request().path());
        refuse(
                context,
                type == ProblemType.MALFORMED
                        ? Problem.of(type).saying("malformed.request")
                        : problem,
                Rest.READ);
    }

    /**
     * What becomes of a body that has not come to its end: it is read and dropped, or the
     * connection ends.
     */
    private enum Rest {
        READ,
        CUT
    }

    private static void refuse(RoutingContext context, Problem problem, Rest rest) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Language language = Language.of(context.request().getHeader("Accept-Language"));
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", language.code())
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        problem.retryAfter()
                .ifPresent(
                        time ->
                                response.putHeader(
                                        "Retry-After", String.valueOf(Problem.seconds(time))));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (rest == Rest.CUT && !context.request().isEnded()) {
            response.putHeader("Connection", "close");
            response.end(problem.json(language).toBuffer())
                    .onComplete(sent -> context.request().connection().close());
        } else {
            response.end(problem.json(language).toBuffer());
        }
    }
}
