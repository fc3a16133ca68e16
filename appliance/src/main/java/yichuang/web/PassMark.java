package yichuang.web;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import yichuang.access.Secrets;

/**
 * By what a node knows the requests that it hands to itself for another node: a secret of this
 * process, so that nobody else can say that a request came from elsewhere.
 */
public final class PassMark {
    private static final String MARK = "Yichuang-Passed";
    private static final String FROM = "Yichuang-From";
    private final String secret = Secrets.random();

    boolean isOn(HttpServerRequest request) {
        String mark = request.getHeader(MARK);
        return mark != null
                && MessageDigest.isEqual(
                        mark.getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the address that the request first came from} */
    String from(HttpServerRequest request) {
        String from = isOn(request) ? request.getHeader(FROM) : null;
        return from == null ? request.remoteAddress().hostAddress() : from;
    }

    void putOn(io.vertx.core.http.HttpClientRequest request, String from) {
        request.putHeader(MARK, secret).putHeader(FROM, from);
    }
}
