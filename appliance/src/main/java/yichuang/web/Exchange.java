package yichuang.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import yichuang.access.Caller;
import yichuang.hall.RequestKey;
import yichuang.hall.Role;
import yichuang.hall.TokenId;

/** One request with everything an act may ask of it. Belongs to its event loop. */
final class Exchange {
    private static final TokenId ANYBODY = new TokenId("anybody");
    private static final int HASH_BYTES = 8;

    private final RoutingContext context;
    private final Contract.Operation operation;
    private final Context loop;
    private final Optional<Caller> caller;
    private final Language language;
    private Buffer raw = Buffer.buffer(0);
    private JsonObject body = new JsonObject();

    Exchange(RoutingContext context, Contract.Operation operation, Optional<Caller> caller) {
        this.context = context;
        this.operation = operation;
        this.caller = caller;
        this.loop = Vertx.currentContext();
        this.language = Language.of(context.request().getHeader("Accept-Language"));
    }

    void body(Buffer bytes, JsonObject json) {
        raw = bytes;
        body = json;
    }

    Contract.Operation operation() {
        return operation;
    }

    HttpServerRequest request() {
        return context.request();
    }

    Language language() {
        return language;
    }

    Context loop() {
        return loop;
    }

    /** {@return who asks; empty only for a public operation} */
    Optional<Caller> caller() {
        return caller;
    }

    /** {@return in whose name a command is asked} */
    TokenId by() {
        return caller.map(Caller::id).orElse(ANYBODY);
    }

    boolean is(Role role) {
        return caller.filter(
                        one -> one instanceof Caller.Bearer bearer && bearer.token().role() == role)
                .isPresent();
    }

    String path(String name) {
        return context.pathParam(name);
    }

    String query(String name) {
        return context.request().getParam(name);
    }

    JsonObject body() {
        return body;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(body.getString(name));
    }

    /**
     * {@return what makes a retry the same request; empty when the caller sent no key, and then
     * nothing is remembered}
     */
    Optional<RequestKey> key() {
        return Optional.ofNullable(context.request().getHeader("Idempotency-Key"))
                .map(key -> new RequestKey(by(), key, hash()));
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(context.request().method().name().getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ' ');
            digest.update(context.request().path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(raw.getBytes());
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@return what comes of it, back on this request's event loop} */
    <T> Future<T> await(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, loop);
    }
}
