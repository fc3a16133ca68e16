package yichuang.hall.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds the form of a type, and keeps it. */
final class Forms {
    private static final Map<Type, Form> KNOWN = new ConcurrentHashMap<>();

    private static final ThreadLocal<Set<Type>> MAKING =
            ThreadLocal.withInitial(LinkedHashSet::new);

    private static final Form TEXT =
            leaf((value, out) -> out.text((String) value), in -> Recent.same(in.text()));
    private static final Form NUMBER =
            leaf((value, out) -> out.number((Long) value), Input::number);
    private static final Form COUNT =
            leaf((value, out) -> out.number((Integer) value), in -> Math.toIntExact(in.number()));
    private static final Form FLAG =
            leaf((value, out) -> out.octet((Boolean) value ? 1 : 0), in -> in.octet() == 1);
    // Log time is stamped in whole microseconds; a finer instant would not survive the disk.
    private static final Form INSTANT =
            leaf(
                    (value, out) -> {
                        Instant at = (Instant) value;
                        out.number(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
                    },
                    in -> {
                        long micros = in.number();
                        return Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000L),
                                Math.floorMod(micros, 1_000_000L) * 1_000);
                    });
    private static final Form DATE =
            leaf(
                    (value, out) -> out.number(((LocalDate) value).toEpochDay()),
                    in -> LocalDate.ofEpochDay(in.number()));
    private static final Form TIME =
            leaf(
                    (value, out) -> out.number(((LocalTime) value).toSecondOfDay()),
                    in -> LocalTime.ofSecondOfDay(in.number()));
    private static final Form DURATION =
            leaf(
                    (value, out) -> out.number(((Duration) value).toMillis()),
                    in -> Duration.ofMillis(in.number()));

    private Forms() {}

    static Form of(Type type) {
        Form known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        // What happened on an island travels in a command and holds commands itself.
        if (!MAKING.get().add(type)) {
            return new LaterForm(type);
        }
        try {
            Form made = make(type);
            KNOWN.put(type, made);
            return made;
        } finally {
            MAKING.get().remove(type);
        }
    }

    private static Form make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Form element = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return list(element);
            }
            if (generic.getRawType() == Optional.class) {
                return optional(element);
            }
        }
        if (type instanceof Class<?> plain) {
            return make(plain);
        }
        throw new IllegalArgumentException("no stored form for " + type);
    }

    private static Form make(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        } else if (type == int.class || type == Integer.class) {
            return COUNT;
        } else if (type == long.class || type == Long.class) {
            return NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        } else if (type == Instant.class) {
            return INSTANT;
        } else if (type == LocalDate.class) {
            return DATE;
        } else if (type == LocalTime.class) {
            return TIME;
        } else if (type == Duration.class) {
            return DURATION;
        } else if (type.isEnum()) {
            return enumeration(type);
        } else if (type.isRecord()) {
            return new RecordForm(type);
        } else if (type.isSealed()) {
            return new FamilyForm(type);
        }
        throw new IllegalArgumentException("no stored form for " + type);
    }

    private static Form list(Form element) {
        return form(
                (value, out) -> {
                    List<?> list = (List<?>) value;
                    out.number(list.size());
                    list.forEach(each -> element.write(each, out));
                },
                (in, version) -> {
                    int size = in.count();
                    List<Object> list = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        list.add(element.read(in, version));
                    }
                    return List.copyOf(list);
                });
    }

    private static Form optional(Form element) {
        return form(
                (value, out) -> {
                    Optional<?> optional = (Optional<?>) value;
                    out.octet(optional.isPresent() ? 1 : 0);
                    optional.ifPresent(each -> element.write(each, out));
                },
                (in, version) ->
                        in.octet() == 1
                                ? Optional.of(element.read(in, version))
                                : Optional.empty());
    }

    private static Form enumeration(Class<?> type) {
        Object[] values = type.getEnumConstants();
        return leaf(
                (value, out) -> out.text(((Enum<?>) value).name()),
                in -> {
                    String name = in.text();
                    for (Object value : values) {
                        if (((Enum<?>) value).name().equals(name)) {
                            return value;
                        }
                    }
                    throw new BadBytes("no " + type.getSimpleName() + " is called " + name);
                });
    }

    private static Form leaf(BiConsumer<Object, Output> write, Function<Input, Object> read) {
        return form(write, (in, version) -> read.apply(in));
    }

    private static Form form(
            BiConsumer<Object, Output> write, BiFunction<Input, Integer, Object> read) {
        return new Form() {
            @Override
            public void write(Object value, Output out) {
                write.accept(value, out);
            }

            @Override
            public Object read(Input in, int version) {
                return read.apply(in, version);
            }
        };
    }
}
