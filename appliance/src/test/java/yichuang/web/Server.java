package yichuang.web;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Badges;
import yichuang.access.Contacts;
import yichuang.access.HallKey;
import yichuang.access.Links;
import yichuang.access.Openings;
import yichuang.access.Secrets;
import yichuang.devices.AskingLeader;
import yichuang.devices.DeviceKind;
import yichuang.devices.DevicePlan;
import yichuang.devices.Devices;
import yichuang.devices.FakeNodes;
import yichuang.devices.VirtualDevices;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.Role;
import yichuang.hall.StaffId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.leader.Clocks;
import yichuang.leader.Follower;
import yichuang.leader.HallClock;
import yichuang.leader.Leader;
import yichuang.log.LogSettings;
import yichuang.metrics.HallMetrics;
import yichuang.records.Records;

/**
 * The small hall of the rule tests behind a real server on a port of its own, on a Monday at nine.
 */
final class Server implements AutoCloseable {
    private static final String MORNING = "2026-03-02T09:00:00+08:00";
    private static final TokenId TEST = new TokenId("test");

    static final Signboard SIGNBOARD =
            new Signboard(
                    URI.create("http://hall"),
                    List.of(new Signboard.Place(Halls.ZONE, "一楼西侧", "1F west")),
                    List.of(
                            new Signboard.Colleague(
                                    new StaffId("s1"), "王芳", Optional.of(Halls.ZONE)),
                            new Signboard.Colleague(new StaffId("s2"), "李强", Optional.empty())),
                    List.of(
                            new Signboard.Notice(
                                    List.of("board"), "请在等候区就座", "Please take a seat")),
                    Map.of("k1", "1号取号机（一楼大门正对）"),
                    new Signboard.Offer(
                            List.of(Halls.MEDICAL),
                            Map.of(Halls.MEDICAL, "Terminal T1, first on the left"),
                            Map.of()));

    private static final DevicePlan.Spot KEYPAD =
            new DevicePlan.Spot(
                    "keypad-1",
                    DeviceKind.KEYPAD,
                    "1",
                    Optional.of(new WindowId("1")),
                    List.of(),
                    Optional.empty());
    private static final DevicePlan.Spot PRINTER =
            new DevicePlan.Spot(
                    "printer-k1",
                    DeviceKind.PRINTER,
                    "k1",
                    Optional.empty(),
                    List.of(),
                    Optional.empty());

    final Leader leader;
    final Links links;
    final WebRooms rooms;
    private final Vertx vertx = Vertx.vertx();
    private final Records records;
    private final Devices devices;
    private final int port;
    private final Map<Role, String> tokens = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** What came back. */
    record Got(int status, String text, java.net.http.HttpHeaders headers) {
        JsonObject json() {
            return new JsonObject(text);
        }

        /** {@return status and problem type, as the docs write them} */
        String problem() {
            return status + " " + json().getString("type", "").replace("urn:yichuang:", "");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private Server(Path dir, WebLimits limits, Signboard signboard, List<DevicePlan.Spot> devicesAt)
            throws IOException {
        this(dir, limits, signboard, devicesAt, new Alone("n1"), MORNING);
    }

    private Server(
            Path dir,
            WebLimits limits,
            Signboard signboard,
            List<DevicePlan.Spot> devicesAt,
            Others others,
            String time)
            throws IOException {
        HallKey key = HallKey.open(dir.resolve("hall.key"));
        HallClock clock = Clocks.open(dir, Optional.of(time), ZoneId.of("Asia/Shanghai"));
        links = new Links(key);
        records = Records.open(dir.resolve("records"));
        leader =
                new Leader(
                        clock,
                        new Dispatch(PolicySettings.DEFAULT),
                        java.util.Optional.empty(),
                        records::behind);
        leader.followFromTheStart(
                (hall, index, entry, events) -> records.happened(index, entry, events));
        leader.start(LogSettings.of(dir.resolve("log"), "n1"));
        ask(new Command.Configure(Halls.small()));
        leader.bringUpToDate().join();
        Badges badges = new Badges();
        leader.follow(badges);
        HallMetrics metrics =
                new HallMetrics(new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
        leader.follow(
                new Follower() {
                    @Override
                    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
                        metrics.happened(hall, index, entry, events);
                    }

                    @Override
                    public void caughtUp(Hall hall, long index) {
                        metrics.rebuild(hall);
                    }
                });
        devices =
                new Devices(
                        new DevicePlan(devicesAt),
                        new VirtualDevices(),
                        ticket -> "http://hall/t/" + links.of(ticket),
                        new AskingLeader(leader),
                        clock::now,
                        FakeNodes.alone("n1"));
        leader.follow(devices);
        devices.start();
        for (Role role : Role.values()) {
            tokens.put(role, grant(role, Optional.empty()));
        }
        rooms =
                new WebRooms(
                        "n1",
                        leader,
                        badges,
                        links,
                        new Openings(key),
                        new Contacts(key),
                        records,
                        Optional.empty(),
                        Optional.empty(),
                        devices,
                        metrics,
                        signboard,
                        () -> "hall_tickets_total 0\n",
                        limits,
                        others,
                        new PassMark());
        port = WebServer.start(vertx, rooms, 0).await();
    }

    static Server open(Path dir) throws IOException {
        return open(dir, WebLimits.standard(60, 6, 120));
    }

    static Server open(Path dir, WebLimits limits) throws IOException {
        return new Server(dir, limits, SIGNBOARD, List.of(KEYPAD));
    }

    static Server open(Path dir, Signboard signboard) throws IOException {
        return new Server(dir, WebLimits.standard(60, 6, 120), signboard, List.of(KEYPAD));
    }

    static Server openAmong(Others others, Path dir) throws IOException {
        return new Server(
                dir, WebLimits.standard(60, 6, 120), SIGNBOARD, List.of(KEYPAD), others, MORNING);
    }

    /** The same hall on another day: its directory goes on. */
    static Server openAt(String time, Path dir) throws IOException {
        return new Server(
                dir,
                WebLimits.standard(60, 6, 120),
                SIGNBOARD,
                List.of(KEYPAD),
                new Alone("n1"),
                time);
    }

    /** A printer notes on each ticket, a moment later, that it was printed. */
    static Server openWithPrinter(Path dir) throws IOException {
        return new Server(dir, WebLimits.standard(60, 6, 120), SIGNBOARD, List.of(KEYPAD, PRINTER));
    }

    void ask(Command command) {
        leader.ask(TEST, Optional.empty(), command).join();
    }

    /** {@return the secret of a new token} */
    String grant(Role role, Optional<WindowId> window) {
        String secret = Secrets.random();
        ask(
                new Command.GrantToken(
                        new Token(
                                new TokenId(role.code() + "-" + Secrets.id()),
                                Secrets.sha256(secret),
                                role,
                                window,
                                Optional.empty(),
                                false,
                                "test",
                                leader.clock().now())));
        return secret;
    }

    String token(Role role) {
        return tokens.get(role);
    }

    int port() {
        return port;
    }

    Vertx vertx() {
        return vertx;
    }

    /** {@return the whole state, byte for byte} */
    byte[] state() {
        return leader.read(reading -> reading.hall().snapshot()).join();
    }

    <T> T look(java.util.function.Function<Hall, T> at) {
        return leader.read(reading -> at.apply(reading.hall())).join();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    Got send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Got(response.statusCode(), response.body(), response.headers());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Got get(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    Got get(Role role, String path) {
        return get(token(role), path);
    }

    Got post(String token, String path, JsonObject body) {
        return send(json(token, path, body));
    }

    Got post(Role role, String path, JsonObject body) {
        return post(token(role), path, body);
    }

    Got post(Role role, String path) {
        return send(
                request(path)
                        .header("Authorization", "Bearer " + token(role))
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    Got delete(Role role, String path) {
        return send(request(path).header("Authorization", "Bearer " + token(role)).DELETE());
    }

    /** {@return the cookie of a screen that was let in by a code, as the kiosk's page is} */
    String enrolledKiosk() {
        JsonObject code =
                post(Role.ADMIN, "/api/codes", new JsonObject().put("role", "kiosk")).json();
        JsonObject body = new JsonObject().put("code", code.getString("code"));
        String cookie =
                send(request("/api/enrol")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.encode())))
                        .header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    HttpRequest.Builder json(String token, String path, JsonObject body) {
        return request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    }

    /** {@return the answer to taking a ticket for these items} */
    JsonObject take(String... items) {
        Got got =
                post(
                        Role.KIOSK,
                        "/api/tickets",
                        new JsonObject().put("items", new JsonArray(List.of(items))));
        if (got.status() != 201) {
            throw new IllegalStateException(got.toString());
        }
        return got.json();
    }

    @Override
    public void close() {
        vertx.close().await();
        devices.close();
        leader.close();
        records.close();
        client.close();
    }
}
