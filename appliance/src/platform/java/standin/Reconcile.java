package standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what the hall's people were told with what the platform has, from two files and nothing
 * else: {@code hall.jsonl}, a line for each finish and rating that was acknowledged, and {@code
 * received.jsonl}. Prints one JSON object; ends with 1 when the two are not the same.
 */
public final class Reconcile {
    private static final String PROVINCE = "37";

    private final Map<String, Map<String, String>> hall = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private long services;
    private long ratings;
    private long lost;
    private long doubled;
    private long disordered;
    private long different;
    private long unasked;

    private Reconcile() {}

    /** Arguments: hall.jsonl received.jsonl. */
    public static void main(String[] files) throws IOException {
        Reconcile reconcile = new Reconcile();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            reconcile.happened(entry(line));
        }
        for (String line : Files.readAllLines(Path.of(files[1]))) {
            reconcile.received(entry(line));
        }
        System.exit(reconcile.tell() ? 0 : 1);
    }

    private static Map<String, String> entry(String line) {
        Map<String, String> entry = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(line))
                .forEach((key, value) -> entry.put(String.valueOf(key), String.valueOf(value)));
        return entry;
    }

    private static String key(Map<String, String> entry, String assess) {
        return entry.get("case") + "\t" + entry.get("service") + "\t" + assess;
    }

    private void happened(Map<String, String> entry) {
        if (!entry.get("case").startsWith(PROVINCE)) {
            entry.put("case", PROVINCE + entry.get("case"));
        }
        if (entry.get("assess").equals("0")) {
            services++;
        } else {
            ratings++;
        }
        if (hall.put(key(entry, entry.get("assess")), entry) != null) {
            throw new IllegalArgumentException("the hall's file has something twice: " + entry);
        }
    }

    private void received(Map<String, String> entry) {
        String assess = entry.get("assess");
        String key = key(entry, assess);
        if (seen.merge(key, 1, Integer::sum) > 1) {
            doubled++;
            say("doubled", entry);
        }
        int before = Integer.parseInt(assess) - 1;
        if (before >= 0 && !seen.containsKey(key(entry, Integer.toString(before)))) {
            disordered++;
            say("out of order", entry);
        }
        Map<String, String> ours = hall.get(key);
        if (ours == null) {
            unasked++;
            say("not from the hall", entry);
        } else {
            for (String name : List.of("level", "tags", "text", "channel")) {
                if (!ours.getOrDefault(name, "").equals(entry.getOrDefault(name, ""))) {
                    different++;
                    say(name + " is not " + ours.get(name), entry);
                }
            }
        }
    }

    private static void say(String what, Map<String, String> entry) {
        System.err.println(what + ": " + entry);
    }

    private boolean tell() {
        hall.forEach(
                (key, entry) -> {
                    if (!seen.containsKey(key)) {
                        lost++;
                        say("lost", entry);
                    }
                });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("services", services);
        figures.put("ratings", ratings);
        figures.put("received", seen.size());
        figures.put("lost", lost);
        figures.put("doubled", doubled);
        figures.put("disordered", disordered);
        figures.put("different", different);
        figures.put("unasked", unasked);
        System.out.println(Json.write(figures));
        return lost + doubled + disordered + different + unasked == 0;
    }
}
