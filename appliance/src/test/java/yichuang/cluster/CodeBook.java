package yichuang.cluster;

import io.vertx.core.Future;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.NodeRole;

/** A hall's codes in memory; the hall itself keeps them in its state. */
final class CodeBook implements Invitations {
    private final Map<String, Invitation> codes = new HashMap<>();
    final List<Member> joined = new ArrayList<>();
    Optional<String> away = Optional.empty();

    synchronized JoinCode make(String node, NodeRole role) {
        return make(node, role, Instant.now().plus(Duration.ofMinutes(15)));
    }

    synchronized JoinCode make(String node, NodeRole role, Instant until) {
        JoinCode code = JoinCode.make();
        codes.put(
                code.id(),
                new Invitation(code.id(), code.proofKey(), node, role, until, Optional.empty()));
        return code;
    }

    @Override
    public synchronized Future<Optional<Invitation>> find(String id) {
        return Future.succeededFuture(Optional.ofNullable(codes.get(id)));
    }

    @Override
    public synchronized Future<Use> use(Invitation invitation, Member joining, BigInteger serial) {
        if (away.isPresent()) {
            return Future.failedFuture(new IllegalStateException(away.get()));
        }
        Invitation now = codes.get(invitation.id());
        if (now.used().isPresent()) {
            return Future.succeededFuture(Use.USED_BEFORE);
        }
        codes.put(
                now.id(),
                new Invitation(
                        now.id(),
                        now.proofKey(),
                        now.node(),
                        now.role(),
                        now.until(),
                        Optional.of(Instant.now())));
        joined.add(joining);
        return Future.succeededFuture(Use.JOINED);
    }
}
