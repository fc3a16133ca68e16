package yichuang.bench.reconcile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import yichuang.bench.Reply;

/**
 * One window with its visitors, one after the other: some rate at once, some days later, some
 * never.
 */
final class Clerk {
    private static final List<String> CHANNELS =
            List.of(
                    "keypad", "keypad", "keypad", "keypad", "qr", "qr", "kiosk", "sms", "wechat",
                    "phone", "web", "paper");
    private static final String[] NEGATIVE = {"115", "114", "214", "213"};
    private static final int LATER_MAX = 60;

    private final KilledHall hall;
    private final Told told;
    private final String window;
    private final List<String> items;
    private final Random random;
    private final Deque<Visit> later = new ArrayDeque<>();
    private Optional<String> lastCase = Optional.empty();

    /** A visit that is over. */
    private record Visit(String ticket, String link, List<Told.Service> services) {}

    Clerk(KilledHall hall, Told told, String window, List<String> items, Random random) {
        this.hall = hall;
        this.told = told;
        this.window = window;
        this.items = items;
        this.random = random;
    }

    void open() throws InterruptedException {
        var unused = hall.certain(at("open"), hall.token("window"), new JsonObject());
    }

    /** {@return whether somebody was served; not while the hall is closed} */
    boolean serveOne() throws InterruptedException {
        JsonArray wanted = new JsonArray().add(items.get(random.nextInt(items.size())));
        if (random.nextInt(20) == 0) {
            String second = items.get(random.nextInt(items.size()));
            if (!wanted.contains(second)) {
                wanted.add(second);
            }
        }
        Reply taken =
                hall.certain(
                        "/api/tickets", hall.token("kiosk"), new JsonObject().put("items", wanted));
        if (taken.status() != 201) {
            return false;
        }
        String ticket = taken.json().getString("id");
        List<Told.Service> services = new ArrayList<>();
        for (int leg = 0; leg < wanted.size(); leg++) {
            Optional<Told.Service> service = served(ticket);
            if (service.isEmpty()) {
                return false;
            }
            services.add(service.get());
        }
        told.visited();
        rateSooner(new Visit(ticket, taken.json().getString("link"), services));
        return true;
    }

    private Optional<Told.Service> served(String ticket) throws InterruptedException {
        JsonObject whom = new JsonObject().put("ticket", ticket);
        Reply called = hall.certain(at("call"), hall.token("window"), whom);
        if (called.status() == 409 && called.text().contains("window-busy")) {
            // The day before ended with somebody at this window.
            var unused = finished(new JsonObject().put("outcome", "ABANDONED"));
            called = hall.certain(at("call"), hall.token("window"), whom);
        }
        if (called.status() != 200
                || hall.certain(at("serve"), hall.token("window"), new JsonObject()).status()
                        != 200) {
            return Optional.empty();
        }
        JsonObject finish = new JsonObject().put("outcome", "DONE");
        if (lastCase.isPresent() && random.nextInt(15) == 0) {
            finish.put("caseNumber", lastCase.get());
        }
        return finished(finish);
    }

    private Optional<Told.Service> finished(JsonObject finish) throws InterruptedException {
        Reply done = hall.certain(at("finish"), hall.token("window"), finish);
        if (done.status() != 200) {
            return Optional.empty();
        }
        String caseNumber = done.json().getJsonObject("ticket").getString("caseNumber");
        lastCase = Optional.of(caseNumber);
        return Optional.of(told.finished(caseNumber));
    }

    private void rateSooner(Visit visit) throws InterruptedException {
        int fate = random.nextInt(100);
        if (fate < 62) {
            rate(visit, CHANNELS.get(random.nextInt(CHANNELS.size())));
        } else if (fate < 75) {
            later.addLast(visit);
            if (later.size() > LATER_MAX) {
                rateLater();
            }
        }
    }

    /** Somebody who went home rates on the phone. */
    void rateLater() throws InterruptedException {
        Visit visit = later.pollFirst();
        if (visit != null) {
            rate(visit, List.of("qr", "sms", "wechat", "phone").get(random.nextInt(4)));
        }
    }

    boolean owesRatings() {
        return !later.isEmpty();
    }

    private void rate(Visit visit, String channel) throws InterruptedException {
        int level = random.nextInt(12) == 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(3);
        boolean negative = level <= 2;
        boolean speaks = !channel.equals("keypad") && (negative || random.nextInt(5) == 0);
        List<String> tags =
                negative && speaks
                        ? List.of(NEGATIVE[2 * level - 2 + random.nextInt(2)])
                        : List.of();
        String text = speaks && random.nextBoolean() ? "窗口 " + window + "，等得“久”" : "";
        JsonObject body =
                new JsonObject()
                        .put("ticket", visit.ticket())
                        .put("level", level)
                        .put("channel", channel);
        said(body, tags, text);
        if (hall.certain("/api/ratings", token(visit, channel), body).status() != 201) {
            return;
        }
        if (negative && channel.equals("keypad")) {
            explain(visit, level);
            return;
        }
        told.rated(visit.services(), new Told.Said(1, level, channel, tags, text));
        if (random.nextInt(30) == 0 && !channel.equals("keypad")) {
            followUp(visit);
        }
    }

    private static void said(JsonObject body, List<String> tags, String text) {
        if (!tags.isEmpty()) {
            body.put("reasons", new JsonArray(new ArrayList<>(tags)));
        }
        if (!text.isEmpty()) {
            body.put("comment", text);
        }
    }

    /** A key cannot say why; half of them say it on the phone the same day. */
    private void explain(Visit visit, int level) throws InterruptedException {
        String tag = NEGATIVE[2 * level - 2];
        boolean explained =
                random.nextBoolean()
                        && hall.certain(
                                                "/api/ratings/reasons",
                                                visit.link(),
                                                new JsonObject()
                                                        .put("ticket", visit.ticket())
                                                        .put("reasons", new JsonArray().add(tag)))
                                        .status()
                                == 201;
        told.rated(
                visit.services(),
                explained
                        ? new Told.Said(1, level, "keypad", List.of(tag), "")
                        : new Told.Said(1, level, "keypad", List.of(), Told.SILENT));
    }

    private void followUp(Visit visit) throws InterruptedException {
        JsonObject body =
                new JsonObject()
                        .put("ticket", visit.ticket())
                        .put("level", 4)
                        .put("channel", "qr")
                        .put("followUp", true);
        if (hall.certain("/api/ratings", visit.link(), body).status() == 201) {
            told.rated(visit.services(), new Told.Said(2, 4, "qr", List.of(), ""));
        }
    }

    private String token(Visit visit, String channel) {
        return switch (channel) {
            case "keypad" -> hall.keypad(window);
            case "kiosk" -> hall.token("kiosk");
            case "phone", "web", "paper" -> hall.token("manager");
            default -> visit.link();
        };
    }

    private String at(String act) {
        return "/api/windows/" + window + "/" + act;
    }
}
