package standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code scripts/platform}: reads its options, listens, and answers as the real one would. */
public final class StandIn {
    private static final int PER_SECOND = 200;

    private final Envelope dialect;
    private final Contract contract;
    private final Locks locks;
    private final Book book;
    private final Faults faults = new Faults();
    private final int perSecond;
    private final Map<String, Long> answers = new TreeMap<>();
    private long requests;
    private long second;
    private int inSecond;

    private StandIn(Envelope dialect, Contract contract, Locks locks, Book book, int perSecond) {
        this.dialect = dialect;
        this.contract = contract;
        this.locks = locks;
        this.book = book;
        this.perSecond = perSecond;
    }

    /** Options: --home DIR --port N --data DIR --dialect FILE --per-second N. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path home = Path.of(options.getOrDefault("--home", "."));
        Path data = Path.of(options.getOrDefault("--data", home.resolve(".platform").toString()));
        Files.createDirectories(data);
        Envelope dialect =
                Envelope.read(
                        Path.of(
                                options.getOrDefault(
                                        "--dialect",
                                        home.resolve("config/platform/shandong.yaml").toString())));
        Contract contract =
                Contract.read(
                        home.resolve("appliance/src/platform/contracts")
                                .resolve(dialect.name() + ".yaml"));
        StandIn standIn =
                new StandIn(
                        dialect,
                        contract,
                        new Locks(dialect, Keys.open(data)),
                        Book.open(data, contract, tags(home)),
                        Integer.parseInt(
                                options.getOrDefault(
                                        "--per-second", Integer.toString(PER_SECOND))));
        int port =
                Wire.serve(
                        Integer.parseInt(options.getOrDefault("--port", "8090")),
                        standIn::answer);
        System.out.println(
                Json.write(
                        Map.of(
                                "ready",
                                "http://127.0.0.1:" + port,
                                "secrets",
                                data.resolve("hall.secrets").toAbsolutePath().toString())));
        System.out.flush();
    }

    private static Map<String, Integer> tags(Path home) throws IOException {
        Map<String, Integer> levels = new TreeMap<>();
        List<String> rows =
                Files.readAllLines(home.resolve("appliance/src/main/resources/ratings/tags.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            levels.put(cells[0], Integer.valueOf(cells[1]));
        }
        return levels;
    }

    private Optional<Wire.Reply> answer(Wire.Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /received" -> control(book());
                case "GET /counts" -> control(counts());
                case "POST /faults" -> {
                    faults.ask((Map<?, ?>) Json.read(request.body()));
                    yield control(Map.of("ok", true));
                }
                default -> platform(request);
            };
        } catch (IllegalArgumentException | ClassCastException wrong) {
            return reply(400, "text/plain", String.valueOf(wrong.getMessage()), Map.of());
        } catch (InterruptedException | IOException broken) {
            return reply(500, "text/plain", String.valueOf(broken.getMessage()), Map.of());
        }
    }

    private synchronized List<Map<String, String>> book() {
        return book.entries();
    }

    private synchronized Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("requests", requests);
        counts.put("stored", book.size());
        counts.put("answers", answers);
        return counts;
    }

    private Optional<Wire.Reply> control(Object value) {
        return reply(200, "application/json", Json.write(value), Map.of());
    }

    private Optional<Wire.Reply> platform(Wire.Request request)
            throws IOException, InterruptedException {
        synchronized (this) {
            requests++;
        }
        Optional<Long> slow = faults.strikes(Faults.Kind.SLOW);
        if (slow.isPresent()) {
            Thread.sleep(slow.get());
        }
        for (Faults.Kind cut : List.of(Faults.Kind.GONE, Faults.Kind.CUT_BEFORE)) {
            if (faults.strikes(cut).isPresent()) {
                return none(cut.name());
            }
        }
        if (faults.strikes(Faults.Kind.BROKEN).isPresent()) {
            count("BROKEN");
            return reply(502, "text/html", "<h1>Bad Gateway</h1>", Map.of());
        }
        Optional<Long> limited = faults.strikes(Faults.Kind.RATE_LIMIT);
        if (limited.isPresent() || tooMany()) {
            count("RATE_LIMIT");
            long seconds = Math.max(1, (limited.orElse(1000L) + 999) / 1000);
            return reply(429, "text/plain", "slow down", Map.of("Retry-After", "" + seconds));
        }
        if (faults.strikes(Faults.Kind.HTML).isPresent()) {
            count("HTML");
            return reply(200, "text/html", "<html>请登录</html>", Map.of());
        }
        if (faults.strikes(Faults.Kind.LIE).isPresent()) {
            count("LIE");
            return said(false, "系统异常，请稍后再试");
        }
        return judged(request);
    }

    private synchronized boolean tooMany() {
        long now = System.nanoTime() / 1_000_000_000;
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        return ++inSecond > perSecond;
    }

    private Optional<Wire.Reply> judged(Wire.Request request) throws IOException {
        String kind = dialect.kind(request.path());
        if (kind.isEmpty() || !request.method().equals("POST")) {
            count("没有这个接口");
            return reply(404, "text/plain", "no such service", Map.of());
        }
        String words = "success";
        try {
            take(kind, request);
        } catch (Refusal no) {
            words = no.getMessage();
        }
        count(words);
        if (faults.strikes(Faults.Kind.CUT_AFTER).isPresent()) {
            return none("CUT_AFTER");
        }
        return said(words.equals("success"), words);
    }

    private synchronized void take(String kind, Wire.Request request) throws Refusal, IOException {
        String wanted =
                dialect.text("request", "body").equals("form")
                        ? "application/x-www-form-urlencoded"
                        : "application/json";
        if (!request.headers().getOrDefault("content-type", "").startsWith(wanted)) {
            throw new Refusal("Content-Type 不合法");
        }
        dialect.headers(request.headers());
        Map<String, String> values = dialect.open(kind, request.body());
        locks.admit(values, now());
        Object data;
        try {
            data = Json.read(locks.opened(values.getOrDefault("data", "")));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
            throw new Refusal("数据格式不合法");
        }
        if (!(data instanceof List<?> list) || list.isEmpty()) {
            throw new Refusal("数据格式不合法");
        }
        if (list.size() > contract.most(kind)) {
            throw new Refusal("一次最多 " + contract.most(kind) + " 条");
        }
        List<Map<String, String>> messages = new ArrayList<>();
        for (Object message : list) {
            Map<String, String> fields = contract.check(kind, message);
            String name = fields.get(contract.field(kind, "case"));
            if (faults.dislikes(name)) {
                throw new Refusal("办件编号未备案");
            }
            messages.add(fields);
        }
        book.take(kind, messages);
    }

    private Optional<Wire.Reply> said(boolean success, String words) {
        Object body =
                dialect.name().equals("shandong")
                        ? shandong(success, words)
                        : Map.of("code", success ? "200" : "500", "msg", words);
        return reply(200, "application/json; charset=utf-8", Json.write(body), Map.of());
    }

    private static Map<String, Object> shandong(boolean success, String words) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("success", success);
        inner.put("message", words);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("C-Response-Desc", "success");
        body.put("C-Response-Body", inner);
        return body;
    }

    private Instant now() {
        return Instant.now()
                .plus(Duration.ofMillis(faults.strikes(Faults.Kind.SKEW).orElse(0L)));
    }

    private Optional<Wire.Reply> reply(
            int status, String type, String body, Map<String, String> headers) {
        return Optional.of(new Wire.Reply(status, type, body, now(), headers));
    }

    private Optional<Wire.Reply> none(String why) {
        count(why);
        return Optional.empty();
    }

    private synchronized void count(String words) {
        answers.merge(words, 1L, Long::sum);
    }
}
