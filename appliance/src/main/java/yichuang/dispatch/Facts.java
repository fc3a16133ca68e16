package yichuang.dispatch;

import java.util.List;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;

/**
 * What a script may read of one thing of the hall. Nothing can be written; a name that is not there
 * ends the script with the names that are, instead of being undefined and making the score NaN.
 */
abstract class Facts implements Scriptable {
    private final String what;
    private final List<String> names;

    Facts(String what, List<String> names) {
        this.what = what;
        this.names = names;
    }

    /** {@return a number, a text, a truth or further facts} */
    abstract Object fact(String name);

    @Override
    public Object get(String name, Scriptable start) {
        if (!names.contains(name)) {
            throw ScriptRuntime.typeError(
                    what
                            + " 没有 "
                            + name
                            + "，只有："
                            + String.join("、", names)
                            + "。"
                            + what
                            + " has no "
                            + name
                            + ".");
        }
        return fact(name);
    }

    @Override
    public Object get(int index, Scriptable start) {
        return get(String.valueOf(index), start);
    }

    @Override
    public boolean has(String name, Scriptable start) {
        return names.contains(name);
    }

    @Override
    public boolean has(int index, Scriptable start) {
        return names.contains(String.valueOf(index));
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        throw readOnly(name);
    }

    @Override
    public void put(int index, Scriptable start, Object value) {
        throw readOnly(String.valueOf(index));
    }

    @Override
    public void delete(String name) {
        throw readOnly(name);
    }

    @Override
    public void delete(int index) {
        throw readOnly(String.valueOf(index));
    }

    private RuntimeException readOnly(String name) {
        return ScriptRuntime.typeError(
                what + "." + name + " 只能读，不能改。" + what + "." + name + " is read-only.");
    }

    @Override
    public Object[] getIds() {
        return names.toArray();
    }

    @Override
    public Object getDefaultValue(Class<?> hint) {
        throw ScriptRuntime.typeError(
                what + " 不是数字也不是文字。" + what + " is neither a number nor a text.");
    }

    @Override
    public String getClassName() {
        return what;
    }

    @Override
    public Scriptable getPrototype() {
        return null;
    }

    @Override
    public void setPrototype(Scriptable prototype) {
        throw readOnly("prototype");
    }

    @Override
    public Scriptable getParentScope() {
        return null;
    }

    @Override
    public void setParentScope(Scriptable parent) {
        throw readOnly("parent");
    }

    @Override
    public boolean hasInstance(Scriptable instance) {
        return false;
    }
}
