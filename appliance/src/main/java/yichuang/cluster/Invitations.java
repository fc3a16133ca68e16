package yichuang.cluster;

import io.vertx.core.Future;
import java.math.BigInteger;
import java.util.Optional;

/** The hall's codes. They are part of its state, so a code is used once on all nodes together. */
public interface Invitations {
    /**
     * {@return the code of an id, used and old ones too for as long as they are remembered; fails
     * when that cannot be known}
     */
    Future<Optional<Invitation>> find(String id);

    /**
     * Uses a code up and makes its node a member. Must be durable before it says yes: after that
     * the node gets the hall's secrets.
     *
     * @param serial of the certificate that the node gets, for revoking it one day
     * @return whether it was unused until now; fails when that cannot be known
     */
    Future<Use> use(Invitation invitation, Member joining, BigInteger serial);

    /** What came of using a code. */
    enum Use {
        JOINED,
        USED_BEFORE
    }
}
