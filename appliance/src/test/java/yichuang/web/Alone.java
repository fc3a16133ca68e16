package yichuang.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.hall.Answer;
import yichuang.hall.NodeRole;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;

/** The others of a hall of one node: there are none. */
class Alone implements Others {
    private final String node;

    Alone(String node) {
        this.node = node;
    }

    @Override
    public Place changes() {
        return new Place.Here();
    }

    @Override
    public boolean isIsland() {
        return false;
    }

    @Override
    public boolean keepsRecords() {
        return true;
    }

    @Override
    public Optional<String> leader() {
        return Optional.of(node);
    }

    @Override
    public Place node(String name) {
        return new Place.Here();
    }

    @Override
    public Future<Called> call(Place other, Errand.Call call) {
        return Future.failedFuture(other + " is nobody");
    }

    @Override
    public Future<Place> newest() {
        return Future.succeededFuture(new Place.Here());
    }

    @Override
    public Future<List<NodeView>> look() {
        return Future.succeededFuture(nodes());
    }

    @Override
    public List<NodeView> nodes() {
        return List.of(
                new NodeView(
                        node,
                        NodeRole.VOTER,
                        Standing.UP,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public Future<Void> open() {
        return Future.succeededFuture();
    }

    @Override
    public Future<Answer> takeOver(TokenId by, Optional<RequestKey> key, List<String> without) {
        return Future.failedFuture(node + " leads");
    }

    @Override
    public Future<Void> renew(String other, String key) {
        return Future.failedFuture("there are no others");
    }

    @Override
    public Future<Void> lead(String other) {
        return Future.failedFuture(other + " is nobody");
    }
}
