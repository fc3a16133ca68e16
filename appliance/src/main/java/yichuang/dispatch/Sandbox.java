package yichuang.dispatch;

import java.util.Set;
import java.util.function.Function;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.TopLevel;
import org.mozilla.javascript.Undefined;

/**
 * What a script finds around it: a few names, and nothing of Java. Everything not on these lists is
 * taken away before the script runs, so that a new release of Rhino brings no new way out. Each run
 * gets its own, so that nothing is kept between two calls.
 *
 * <p>There is no {@code constructor} to climb by, no {@code eval} or {@code Function}, no regular
 * expressions (they can search for ever in one step), and no native that makes long strings.
 */
final class Sandbox extends ContextFactory {
    private static final Set<String> GLOBALS =
            Set.of(
                    "NaN",
                    "Infinity",
                    "undefined",
                    "isNaN",
                    "isFinite",
                    "parseInt",
                    "parseFloat",
                    "Math");
    private static final Set<String> OF_TEXT =
            Set.of(
                    "charAt",
                    "charCodeAt",
                    "endsWith",
                    "includes",
                    "indexOf",
                    "lastIndexOf",
                    "length",
                    "slice",
                    "startsWith",
                    "substring",
                    "toLowerCase",
                    "toString",
                    "toUpperCase",
                    "trim",
                    "valueOf");
    private static final Set<String> OF_LIST =
            Set.of(
                    "concat",
                    "every",
                    "filter",
                    "find",
                    "findIndex",
                    "forEach",
                    "includes",
                    "indexOf",
                    "join",
                    "length",
                    "map",
                    "pop",
                    "push",
                    "reduce",
                    "reverse",
                    "shift",
                    "slice",
                    "some",
                    "sort",
                    "unshift");

    @Override
    protected Meter makeContext() {
        return new Meter(this, Patience.LIVE.scriptMillisMax());
    }

    @Override
    protected boolean hasFeature(Context context, int feature) {
        return switch (feature) {
            case Context.FEATURE_PARENT_PROTO_PROPERTIES,
                    Context.FEATURE_E4X,
                    Context.FEATURE_ENHANCED_JAVA_ACCESS,
                    Context.FEATURE_ENABLE_JAVA_MAP_ACCESS ->
                    false;
            case Context.FEATURE_STRICT_VARS -> true;
            default -> super.hasFeature(context, feature);
        };
    }

    /** Runs something within the limits, on this thread. */
    <T> T run(Patience patience, Function<Meter, T> task) {
        Meter meter = new Meter(this, patience.scriptMillisMax());
        enterContext(meter);
        try {
            return task.apply(meter);
        } finally {
            Context.exit();
        }
    }

    /** {@return a fresh world for one run} */
    static ScriptableObject scope(Meter meter) {
        // A TopLevel remembers the prototypes of lists and texts after their names are gone.
        ScriptableObject scope = meter.initSafeStandardObjects(new TopLevel(), false);
        ScriptableObject text = prototype(scope, "String");
        ScriptableObject list = prototype(scope, "Array");
        keep(text, OF_TEXT);
        keep(list, OF_LIST);
        keep(prototype(scope, "Number"), Set.of("toFixed"));
        keep(prototype(scope, "Boolean"), Set.of());
        keep(prototype(scope, "Function"), Set.of());
        keep(prototype(scope, "Object"), Set.of());
        // Natives that make a list ask for its constructor, and are content with none.
        list.defineProperty("constructor", Undefined.instance, ScriptableObject.DONTENUM);
        Guards.onTexts(text);
        Guards.onLists(list);
        keep(scope, GLOBALS);
        BaseFunction add = Guards.add();
        add.setParentScope(scope);
        scope.defineProperty(ScriptText.ADD, add, ScriptableObject.DONTENUM);
        return scope;
    }

    private static ScriptableObject prototype(Scriptable scope, String name) {
        return (ScriptableObject) ScriptableObject.getClassPrototype(scope, name);
    }

    private static void keep(ScriptableObject object, Set<String> names) {
        for (Object id : object.getAllIds()) {
            if (id instanceof String name && !names.contains(name)) {
                object.setAttributes(name, ScriptableObject.EMPTY);
                object.delete(name);
            }
        }
    }
}
