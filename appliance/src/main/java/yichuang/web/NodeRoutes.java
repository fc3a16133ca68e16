package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.cluster.JoinCode;
import yichuang.hall.Command;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;
import yichuang.hall.Receipt;
import yichuang.hall.Refusal;
import yichuang.hall.RequestKey;

/** The controllers of the hall: who they are, how one comes, how one goes. */
final class NodeRoutes {
    private static final Duration CODE_GOOD = Duration.ofMinutes(30);

    private final String self;
    private final Asking asking;
    private final Receipts receipts;
    private final Links links;
    private final Others others;

    NodeRoutes(String self, Asking asking, Receipts receipts, Links links, Others others) {
        this.self = self;
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
        this.others = others;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listNodes", exchange -> others.look().map(this::list));
        acts.put("admitNode", this::invite);
        acts.put(
                "retireNode",
                exchange -> ask(exchange, new Command.RetireNode(node(exchange.path("node")))));
        acts.put("promoteNode", this::promote);
        acts.put("leadNode", this::lead);
        acts.put("renewNode", this::renew);
    }

    private Reply list(List<Others.NodeView> nodes) {
        JsonArray list = new JsonArray();
        nodes.forEach(node -> list.add(json(node)));
        return Reply.ok(
                new JsonObject()
                        .put("by", self)
                        .put("leader", others.leader().orElse(null))
                        .put("nodes", list));
    }

    private JsonObject json(Others.NodeView node) {
        JsonObject json =
                new JsonObject()
                        .put("id", node.id())
                        .put("role", node.role().word())
                        .put("state", Refusals.code(node.standing()));
        node.address().ifPresent(address -> json.put("address", address));
        node.fault().ifPresent(fault -> json.put("fault", fault));
        node.lag().ifPresent(lag -> json.put("lag", lag));
        node.certificateUntil()
                .ifPresent(until -> json.put("certificateUntil", asking.front().time(until)));
        node.clockOff().ifPresent(off -> json.put("clockOff", off.toSeconds()));
        return json;
    }

    /** A code is known to nobody but who asked for it; a retry is told the same. */
    private Future<Reply> invite(Exchange exchange) {
        NodeId node = node(exchange.body().getString("node"));
        NodeRole role = NodeRole.of(exchange.body().getString("role"));
        JoinCode code =
                exchange.key()
                        .map(key -> JoinCode.of(Derived.joinCode(key, links)))
                        .orElseGet(JoinCode::make);
        Duration good = good();
        Instant until = asking.leader().clock().now().plus(good);
        return others.open()
                .compose(
                        open ->
                                asking.ask(
                                        exchange,
                                        new Command.InviteNode(
                                                code.id(), code.proofKey(), node, role, until)))
                .map(receipts::at)
                .map(
                        at ->
                                Reply.created(
                                        new JsonObject()
                                                .put("code", code.toString())
                                                .put("node", node.value())
                                                .put("role", role.word())
                                                .put(
                                                        "expires",
                                                        asking.front().time(at.plus(good)))));
    }

    /** A machine takes its time to start, however fast a test clock runs. */
    private Duration good() {
        return Duration.ofSeconds((long) (CODE_GOOD.toSeconds() * asking.leader().clock().rate()));
    }

    /** By the hall when somebody leads it; else the node itself goes on with the hall. */
    private Future<Reply> promote(Exchange exchange) {
        NodeId node = node(exchange.path("node"));
        List<String> without = without(exchange);
        if (others.changes() instanceof Others.Place.Nowhere || others.isIsland()) {
            if (!(others.node(node.value()) instanceof Others.Place.Here)) {
                throw new NotNow("take-over.elsewhere", node.value());
            }
            return exchange.await(
                            others.takeOver(exchange.by(), exchange.key(), without)
                                    .toCompletionStage())
                    .map(answer -> reply(exchange, asking.receipt(answer)));
        }
        if (without.isEmpty()) {
            return ask(exchange, new Command.PromoteNode(node));
        }
        return exchange.key()
                .map(asking.leader()::remembered)
                .map(exchange::await)
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(
                        before ->
                                reply(
                                        exchange,
                                        asking.receipt(before.orElseThrow(() -> led(node)))));
    }

    private NotNow led(NodeId node) {
        return new NotNow("take-over.led", others.leader().orElse(node.value()));
    }

    private static List<String> without(Exchange exchange) {
        List<String> names = new ArrayList<>();
        for (Object name : exchange.body().getJsonArray("without", new JsonArray())) {
            names.add(node((String) name).value());
        }
        return names;
    }

    /** Only a voter that is there and has its vote can take over; it is asked for once. */
    private Future<Reply> lead(Exchange exchange) {
        String node = node(exchange.path("node")).value();
        Others.NodeView view =
                others.nodes().stream()
                        .filter(one -> one.id().equals(node))
                        .findFirst()
                        .orElseThrow(() -> Refusals.of(new Refusal.Unknown("node", node), zone()));
        if (view.role() != NodeRole.VOTER || view.standing() != Others.Standing.UP) {
            throw cannotLead(node).found();
        }
        Future<Void> led =
                others.leader().filter(node::equals).isPresent()
                        ? Future.succeededFuture()
                        : others.lead(node);
        return led.recover(failure -> Future.failedFuture(notHandedOver(node, failure)))
                .compose(done -> others.look())
                .map(this::list);
    }

    /** What a node of the hall is, or there is none of that name. */
    private Others.NodeView member(Exchange exchange) {
        String node = node(exchange.path("node")).value();
        return others.nodes().stream()
                .filter(one -> one.id().equals(node))
                .findFirst()
                .orElseThrow(() -> Refusals.of(new Refusal.Unknown("node", node), zone()));
    }

    private Future<Reply> renew(Exchange exchange) {
        String node = member(exchange).id();
        String key = exchange.key().map(RequestKey::key).orElseGet(Secrets::id);
        return others.renew(node, key)
                .recover(
                        failure ->
                                Future.failedFuture(
                                        Refusals.notNow("cannot-renew")
                                                .with("node", node)
                                                .with("why", failure.getMessage())
                                                .found()))
                .compose(done -> others.look())
                .map(this::list);
    }

    private static Throwable notHandedOver(String node, Throwable failure) {
        return Refusals.of(failure).isPresent() ? failure : cannotLead(node).found();
    }

    private static Problem cannotLead(String node) {
        return Refusals.notNow("cannot-lead").with("node", node);
    }

    private ZoneId zone() {
        return asking.front().zone();
    }

    private Future<Reply> ask(Exchange exchange, Command command) {
        return asking.ask(exchange, command).map(receipt -> reply(exchange, receipt));
    }

    private Reply reply(Exchange exchange, Receipt receipt) {
        return Reply.ok(receipts.json(receipt, exchange.language()));
    }

    private static NodeId node(String name) {
        if (!NodeId.isOne(name)) {
            throw Refusals.malformed("node", "a-z 0-9 -");
        }
        return new NodeId(name);
    }
}
