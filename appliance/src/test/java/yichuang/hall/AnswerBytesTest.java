package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.hall.codec.Codec;

/** An answer arrives at another node as it was given. */
class AnswerBytesTest {
    private static final Codec<Answer> ANSWERS = Codec.of(Answer.class);

    private static void arrives(Answer answer) {
        assertEquals(answer, ANSWERS.decode(ANSWERS.encode(answer)));
    }

    @Test
    void every_refusal_arrives() throws ReflectiveOperationException {
        for (Class<?> kind : Refusal.class.getPermittedSubclasses()) {
            arrives(new Answer.Refused((Refusal) filled(kind)));
        }
    }

    @Test
    void every_receipt_arrives() {
        Samples.receipts()
                .forEach(
                        receipt -> {
                            arrives(new Answer.Repeated(receipt));
                            arrives(new Answer.Agreed(List.of(), receipt));
                        });
    }

    @Test
    void the_answers_of_random_days_arrive() {
        List<Event> heard = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            RandomDay.play(
                    seed,
                    400,
                    (hall, index, events) -> {
                        heard.addAll(events);
                        arrives(new Answer.Agreed(events, new Receipt.Noted("n", hall.at())));
                    });
        }
        assertFalse(heard.isEmpty());
    }

    @Test
    void every_event_has_a_form_of_its_own() {
        List<Class<?>> kinds = kinds(Event.class).stream().distinct().toList();
        assertEquals(
                kinds.size(),
                kinds.stream()
                        .map(kind -> kind.getAnnotation(yichuang.hall.codec.Tag.class).value())
                        .distinct()
                        .count());
    }

    private static List<Class<?>> kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(one -> one.isRecord() ? List.of(one).stream() : kinds(one).stream())
                .toList();
    }

    /** {@return a record of this kind with something in every component} */
    private static Object filled(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = something(components[i].getGenericType());
        }
        Constructor<?> constructor = kind.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object something(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Object inside = something(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? List.of(inside) : Optional.of(inside);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "a0";
        } else if (plain == int.class) {
            return 7;
        } else if (plain == long.class) {
            return 7L;
        } else if (plain == boolean.class) {
            return true;
        } else if (plain == Instant.class) {
            return Instant.parse("2026-03-02T01:02:03.000456Z");
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        } else if (plain == Duration.class) {
            return Duration.ofSeconds(5);
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return filled(plain);
    }
}
