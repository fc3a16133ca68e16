package yichuang.hall.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record: its components, in their order. */
final class RecordForm implements Form {
    private final Constructor<?> constructor;
    private final MethodHandle[] accessors;
    private final Form[] forms;
    private final int[] since;
    private final Object[] whenOlder;

    RecordForm(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        accessors = new MethodHandle[components.length];
        forms = new Form[components.length];
        since = new int[components.length];
        whenOlder = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            accessors[i] = accessor(component);
            forms[i] = Forms.of(component.getGenericType());
            Since later = component.getAnnotation(Since.class);
            since[i] = later == null ? 1 : later.value();
            whenOlder[i] = component.getType() == List.class ? List.of() : Optional.empty();
        }
        try {
            constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("record without its constructor: " + type, e);
        }
    }

    /** As a handle: a snapshot reads two million components while the log stands still. */
    private static MethodHandle accessor(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    @Override
    public void write(Object value, Output out) {
        try {
            for (int i = 0; i < forms.length; i++) {
                forms[i].write((Object) accessors[i].invokeExact(value), out);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + value.getClass(), e);
        }
    }

    @Override
    public Object read(Input in, int version) {
        Object[] values = new Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = version < since[i] ? whenOlder[i] : forms[i].read(in, version);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new BadBytes(
                    constructor.getDeclaringClass().getSimpleName()
                            + ": "
                            + e.getCause().getMessage());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }
}
