package yichuang.dispatch;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * Natives that would walk or make something long in one uncounted step, each behind a check: lists
 * and texts have at most {@value #LENGTH_MAX} members, and walking them is counted.
 */
final class Guards {
    static final int LENGTH_MAX = 10_000;
    private static final int SEARCH_MAX = 1_000_000;

    private Guards() {}

    static void onLists(ScriptableObject prototype) {
        wrap(prototype, Guards::checkList);
    }

    static void onTexts(ScriptableObject prototype) {
        wrap(prototype, Guards::checkText);
    }

    /** Looks at a call before it is let through. */
    @FunctionalInterface
    private interface Check {
        void before(String name, Scriptable self, Object[] args);
    }

    private static void wrap(ScriptableObject prototype, Check check) {
        for (Object id : prototype.getAllIds()) {
            if (id instanceof String name
                    && prototype.get(name, prototype) instanceof Callable original) {
                Guarded guarded = new Guarded(name, original, check);
                guarded.setParentScope(prototype.getParentScope());
                prototype.defineProperty(name, guarded, ScriptableObject.DONTENUM);
            }
        }
    }

    private static void checkList(String name, Scriptable self, Object[] args) {
        if (!(self instanceof NativeArray list)) {
            throw ScriptRuntime.typeError(name + " 只能用在列表上。" + name + " is for lists only.");
        }
        long walked = list.getLength();
        for (Object arg : args) {
            walked += arg instanceof NativeArray other ? other.getLength() : 1;
        }
        limit(walked);
        if (name.equals("join")) {
            limitJoined(list, args);
        }
        Meter.here().spend((int) walked * (name.equals("sort") ? 10 : 1));
    }

    private static void limitJoined(NativeArray list, Object[] args) {
        long length = args.length == 0 ? list.getLength() : list.getLength() * length(args[0]);
        for (int i = 0; i < list.getLength(); i++) {
            length += length(list.get(i, list));
        }
        limit(length);
    }

    private static void checkText(String name, Scriptable self, Object[] args) {
        if (!self.getClassName().equals("String")) {
            throw ScriptRuntime.typeError(name + " 只能用在文字上。" + name + " is for texts only.");
        }
        long length = self.toString().length();
        for (Object arg : args) {
            long searched = arg instanceof CharSequence text ? length * text.length() : length;
            if (searched > SEARCH_MAX) {
                throw tooLong(searched);
            }
        }
        Meter.here().spend((int) Math.min(length, LENGTH_MAX));
    }

    /** {@return the function that stands for every + of a script} */
    static BaseFunction add() {
        return new BaseFunction() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object call(Context context, Scriptable scope, Scriptable self, Object[] args) {
                if (args[0] instanceof Number one && args[1] instanceof Number other) {
                    return one.doubleValue() + other.doubleValue();
                }
                if (args[0] instanceof CharSequence || args[1] instanceof CharSequence) {
                    limit((long) length(args[0]) + length(args[1]));
                    return ScriptRuntime.toString(args[0]) + ScriptRuntime.toString(args[1]);
                }
                length(args[0]);
                length(args[1]);
                return ScriptRuntime.toNumber(args[0]) + ScriptRuntime.toNumber(args[1]);
            }
        };
    }

    /** {@return letters of a plain value written out; lists and objects are not written out} */
    private static int length(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Number number -> 25;
            case Boolean truth -> 5;
            case null -> 4;
            default -> {
                if (Undefined.isUndefined(value) || value == Scriptable.NOT_FOUND) {
                    yield 9;
                }
                throw ScriptRuntime.typeError(
                        "+ 和 join 只能连接数字和短文字。+ and join are for numbers and short texts only.");
            }
        };
    }

    private static void limit(long length) {
        if (length > LENGTH_MAX) {
            throw tooLong(length);
        }
    }

    private static RuntimeException tooLong(long length) {
        return ScriptRuntime.typeError(
                "列表或文字太长："
                        + length
                        + "，最多 10000。A list or text is too long: "
                        + length
                        + ", at most 10000.");
    }

    /** A native behind its check. */
    private static final class Guarded extends BaseFunction {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient Callable original;
        private final transient Check check;

        Guarded(String name, Callable original, Check check) {
            this.name = name;
            this.original = original;
            this.check = check;
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] args) {
            check.before(name, self, args);
            return original.call(context, scope, self, args);
        }
    }
}
