package yichuang.hall.codec;

import java.lang.reflect.Type;

/**
 * The form of a type that is still being looked at, because it holds itself (what undo takes back,
 * what happened on an island): asked for when the first value comes.
 */
record LaterForm(Type type) implements Form {
    @Override
    public void write(Object value, Output out) {
        Forms.of(type).write(value, out);
    }

    @Override
    public Object read(Input in, int version) {
        return Forms.of(type).read(in, version);
    }
}
