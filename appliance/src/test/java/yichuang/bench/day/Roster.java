package yichuang.bench.day;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * Who sits where: the staff of each zone at its windows in turn, as the shipped hall lists them.
 */
record Roster(Map<String, String> staffByWindow) {
    static Roster of(Path hallYaml) throws IOException {
        Map<String, Object> hall;
        try (Reader reader = Files.newBufferedReader(hallYaml)) {
            hall = new Yaml().load(reader);
        }
        Map<String, Deque<String>> free = new HashMap<>();
        for (Map<?, ?> person : maps(hall.get("staff"))) {
            if ("window".equals(person.get("role"))) {
                free.computeIfAbsent(String.valueOf(person.get("zone")), any -> new ArrayDeque<>())
                        .add(String.valueOf(person.get("id")));
            }
        }
        Map<String, String> staff = new LinkedHashMap<>();
        for (Map<?, ?> window : maps(hall.get("windows"))) {
            Deque<String> ofZone =
                    free.getOrDefault(String.valueOf(window.get("zone")), new ArrayDeque<>());
            if (!ofZone.isEmpty()) {
                staff.put(String.valueOf(window.get("id")), ofZone.pop());
            }
        }
        return new Roster(staff);
    }

    Optional<String> at(String window) {
        return Optional.ofNullable(staffByWindow.get(window));
    }

    private static List<Map<?, ?>> maps(Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object one : (List<?>) list) {
            maps.add((Map<?, ?>) one);
        }
        return maps;
    }
}
