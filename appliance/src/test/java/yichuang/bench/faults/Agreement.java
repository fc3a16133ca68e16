package yichuang.bench.faults;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import yichuang.bench.day.Verdict;

/** When all is over every node shows the same hall, the same tickets and the same report. */
final class Agreement {
    private static final List<String> OF_THE_HALL =
            List.of("index", "leader", "day", "windows", "waiting", "help");

    /** Counted and reckoned at the moment of asking. */
    private static final Set<String> OF_THE_MOMENT = Set.of("wait", "why", "whyFacts", "ahead");

    private Agreement() {}

    static Verdict judge(List<Shown> nodes) {
        List<String> others = new ArrayList<>();
        Shown first = nodes.getFirst();
        for (Shown other : nodes.subList(1, nodes.size())) {
            String both = first.node() + " and " + other.node() + " do not agree on ";
            for (String name : OF_THE_HALL) {
                Object here = first.hall().getValue(name);
                Object there = other.hall().getValue(name);
                if (!Objects.equals(here, there)) {
                    others.add(both + name + ": " + difference(here, there));
                }
            }
            first.tickets()
                    .forEach(
                            (id, ticket) -> {
                                JsonObject there = other.tickets().get(id);
                                if (there != null && !lasting(ticket).equals(lasting(there))) {
                                    others.add(
                                            both
                                                    + ticket.getString("number")
                                                    + ": "
                                                    + lasting(ticket).encode()
                                                    + " and "
                                                    + lasting(there).encode());
                                }
                            });
        }
        reports(nodes).ifPresent(others::add);
        return new Verdict(List.of(), List.of(), others);
    }

    private static Optional<String> reports(List<Shown> nodes) {
        List<Shown> keepers = nodes.stream().filter(node -> node.report().isPresent()).toList();
        for (Shown keeper : keepers) {
            List<String> here = keepers.getFirst().report().orElseThrow().lines().toList();
            List<String> there = keeper.report().orElseThrow().lines().toList();
            if (!here.equals(there)) {
                List<String> only = new ArrayList<>(here);
                only.removeAll(there);
                return Optional.of(
                        keepers.getFirst().node()
                                + " and "
                                + keeper.node()
                                + " do not report the same day: "
                                + here.size()
                                + " and "
                                + there.size()
                                + " lines, for instance "
                                + only.stream().findFirst().orElse("none less"));
            }
        }
        return Optional.empty();
    }

    private static JsonObject lasting(JsonObject ticket) {
        JsonObject lasting = ticket.copy();
        OF_THE_MOMENT.forEach(lasting::remove);
        return lasting;
    }

    private static String difference(Object here, Object there) {
        if (here instanceof JsonArray some && there instanceof JsonArray others) {
            for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
                if (!some.getValue(i).equals(others.getValue(i))) {
                    return some.getValue(i) + " and " + others.getValue(i);
                }
            }
            return some.size() + " and " + others.size() + " of them";
        }
        return here + " and " + there;
    }
}
