package yichuang.web;

import io.vertx.core.json.JsonArray;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import yichuang.access.Caller;
import yichuang.hall.Role;

/**
 * Who may use an operation: its {@code x-roles}.
 *
 * @param others {@link Other#CITIZEN} who holds a ticket's link, {@link Other#PUBLIC} anybody
 */
record Audience(Set<Role> roles, Set<Other> others) {
    /** Callers who have no token. */
    enum Other {
        CITIZEN,
        PUBLIC
    }

    static Audience of(JsonArray names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<Other> others = EnumSet.noneOf(Other.class);
        for (Object each : names) {
            String name = ((String) each).toUpperCase(Locale.ROOT);
            if (name.equals("CITIZEN") || name.equals("PUBLIC")) {
                others.add(Other.valueOf(name));
            } else {
                roles.add(Role.valueOf(name));
            }
        }
        return new Audience(roles, others);
    }

    boolean isPublic() {
        return others.contains(Other.PUBLIC);
    }

    boolean has(Caller caller) {
        return switch (caller) {
            case Caller.Bearer bearer -> roles.contains(bearer.token().role());
            case Caller.Citizen citizen -> others.contains(Other.CITIZEN);
        };
    }
}
