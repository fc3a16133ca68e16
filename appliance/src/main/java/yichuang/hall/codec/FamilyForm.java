package yichuang.hall.codec;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A sealed interface of records: the member's tag, then the record. */
final class FamilyForm implements Form {
    private final Map<Integer, Form> byTag = new TreeMap<>();
    private final ClassValue<Integer> tags =
            new ClassValue<>() {
                @Override
                protected Integer computeValue(Class<?> member) {
                    return member.getAnnotation(Tag.class).value();
                }
            };

    FamilyForm(Class<?> family) {
        for (Class<?> member : members(family)) {
            Tag tag = member.getAnnotation(Tag.class);
            if (tag == null) {
                throw new IllegalArgumentException(member + " has no @Tag");
            }
            if (byTag.put(tag.value(), Forms.of(member)) != null) {
                throw new IllegalArgumentException(member + " has another's tag " + tag.value());
            }
        }
    }

    /** A member of two families within this one is met twice, and is one. */
    private static Set<Class<?>> members(Class<?> family) {
        Set<Class<?>> members = new LinkedHashSet<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                members.add(permitted);
            } else {
                members.addAll(members(permitted));
            }
        }
        return members;
    }

    @Override
    public void write(Object value, Output out) {
        int tag = tags.get(value.getClass());
        out.octet(tag);
        byTag.get(tag).write(value, out);
    }

    @Override
    public Object read(Input in, int version) {
        int tag = in.octet();
        Form form = byTag.get(tag);
        if (form == null) {
            throw new BadBytes("no member with tag " + tag);
        }
        return form.read(in, version);
    }
}
