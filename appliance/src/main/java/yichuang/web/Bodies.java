package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of a request and the JSON in them. Bounded in length and depth before anything is made
 * of them.
 */
final class Bodies {
    static final int BYTES_MAX = 16 * 1024;
    static final int DEPTH_MAX = 16;
    private static final long BYTES_READ_MAX = 1024 * 1024;

    private Bodies() {}

    /**
     * Reads to the end, whatever Content-Length says, and keeps no more than the bound. Somewhat
     * more is read and thrown away, because a caller that is cut off while sending never sees the
     * answer.
     */
    static Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer bytes = Buffer.buffer();
        AtomicLong length = new AtomicLong();
        ProblemFound tooLarge =
                Problem.of(ProblemType.TOO_LARGE).with("bytesMax", BYTES_MAX).found();
        request.handler(
                part -> {
                    long now = length.addAndGet(part.length());
                    if (now <= BYTES_MAX) {
                        bytes.appendBuffer(part);
                    } else if (now > BYTES_READ_MAX) {
                        whole.tryFail(tooLarge);
                    }
                });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(
                end -> {
                    if (length.get() > BYTES_MAX) {
                        whole.tryFail(tooLarge);
                    } else {
                        whole.tryComplete(bytes);
                    }
                });
        return whole.future();
    }

    /** {@return the object in the body} */
    static JsonObject json(HttpServerRequest request, Buffer bytes) {
        if (!isJson(request.getHeader("Content-Type"))) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE).found();
        }
        String text = utf8(bytes);
        if (depth(text) > DEPTH_MAX) {
            throw Refusals.malformed("body", "nested ≤ " + DEPTH_MAX);
        }
        try {
            if (Json.decodeValue(text) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException e) {
            throw Refusals.malformed("body", "JSON");
        }
        throw Refusals.malformed("body", "a JSON object");
    }

    private static boolean isJson(String type) {
        if (type == null) {
            return false;
        }
        String compact = type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return compact.equals("application/json")
                || compact.equals("application/json;charset=utf-8");
    }

    private static String utf8(Buffer bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusals.malformed("body", "UTF-8");
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
