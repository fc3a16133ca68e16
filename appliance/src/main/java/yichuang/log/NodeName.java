package yichuang.log;

import io.microraft.RaftEndpoint;

/** A voter, known by its {@code --node} name. */
record NodeName(String name) implements RaftEndpoint {
    @Override
    public Object getId() {
        return name;
    }
}
