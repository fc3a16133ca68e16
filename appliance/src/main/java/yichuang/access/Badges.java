package yichuang.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Token;
import yichuang.leader.Follower;

/**
 * The tokens of the hall by the hash of their secret, for any thread: every request asks here
 * first. Follows the log, so a token that is revoked is gone on every node.
 */
public final class Badges implements Follower {
    private final Map<String, Token> byHash = new ConcurrentHashMap<>();

    private volatile boolean known;

    /**
     * {@return whether this node knows the hall's tokens; one that has just started may not yet,
     * and a secret that it does not find is then not a wrong one}
     */
    public boolean areKnown() {
        return known;
    }

    /** {@return the token with this secret} */
    public Optional<Token> find(String secret) {
        return Optional.ofNullable(byHash.get(Secrets.sha256(secret)));
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.TokenGranted granted) {
                byHash.put(granted.token().hash(), granted.token());
            } else if (event instanceof Event.TokenRevoked revoked) {
                byHash.remove(revoked.token().hash());
            }
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        byHash.clear();
        hall.tokens().forEach(token -> byHash.put(token.hash(), token));
        known = true;
    }
}
