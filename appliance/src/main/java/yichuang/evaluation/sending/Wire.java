package yichuang.evaluation.sending;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to whoever takes messages from the hall. Time-outs are the world's, never the hall's. A
 * redirect is not followed: it would carry personal data to wherever it says. Of an endless answer
 * no more than its beginning is read.
 */
public final class Wire implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);
    private static final long ANSWER_BYTES_MAX = 256 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_MAX)
                    .build();

    /**
     * Sends and waits.
     *
     * @throws IOException when nothing came back: nobody knows what became of it
     */
    public Heard post(URI to, String type, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), ANSWER_BYTES_MAX));
        try {
            return heard(answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            boolean unused = answer.cancel(true);
            throw new IOException("no whole answer in " + ANSWER_MAX.toSeconds() + " s", slow);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            throw new IOException(why.getClass().getSimpleName() + " " + why.getMessage(), why);
        }
    }

    private static Heard heard(HttpResponse<String> answer) {
        Optional<Instant> date =
                answer.headers().firstValue("Date").flatMap(Wire::date).map(Instant::from);
        return new Heard(
                answer.statusCode(),
                answer.body(),
                date,
                answer.headers().firstValue("Retry-After").flatMap(text -> retryAfter(text, date)));
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** Seconds, or a date by the platform's own clock. */
    private static Optional<Duration> retryAfter(String text, Optional<Instant> date) {
        Optional<Duration> after =
                text.strip().matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
                        : date(text)
                                .flatMap(
                                        until ->
                                                date.map(
                                                        now ->
                                                                Duration.between(
                                                                        now, until.toInstant())));
        return after.filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : wait);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
