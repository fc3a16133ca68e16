package standin;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the platform has: a line of JSON for each message in the order it came, and rules between them. */
final class Book {
    private final Contract contract;
    private final Map<String, Integer> tagLevels;
    private final Writer file;

    /** Services by case and number; ratings also by which. */
    private final Map<String, Map<String, String>> stored = new LinkedHashMap<>();

    private Book(Contract contract, Map<String, Integer> tagLevels, Writer file) {
        this.contract = contract;
        this.tagLevels = tagLevels;
        this.file = file;
    }

    static Book open(Path data, Contract contract, Map<String, Integer> tagLevels)
            throws IOException {
        Path path = data.resolve("received.jsonl");
        List<String> before = Files.exists(path) ? Files.readAllLines(path) : List.of();
        Book book =
                new Book(
                        contract,
                        tagLevels,
                        Files.newBufferedWriter(
                                path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        for (String line : before) {
            Map<String, String> entry = new LinkedHashMap<>();
            ((Map<?, ?>) Json.read(line))
                    .forEach((key, value) -> entry.put(String.valueOf(key), String.valueOf(value)));
            book.stored.put(key(entry), entry);
        }
        return book;
    }

    int size() {
        return stored.size();
    }

    List<Map<String, String>> entries() {
        return new ArrayList<>(stored.values());
    }

    private static String key(Map<String, String> entry) {
        return entry.get("case") + "\t" + entry.get("service") + "\t" + entry.get("assess");
    }

    /** Takes all of them or none. */
    void take(String kind, List<Map<String, String>> messages) throws Refusal, IOException {
        Map<String, Map<String, String>> fresh = new LinkedHashMap<>();
        for (Map<String, String> fields : messages) {
            Map<String, String> entry = entry(kind, fields);
            allow(kind, fields, entry, fresh);
            fresh.put(key(entry), entry);
        }
        for (Map<String, String> entry : fresh.values()) {
            file.write(Json.write(entry) + "\n");
        }
        file.flush();
        stored.putAll(fresh);
    }

    private Map<String, String> entry(String kind, Map<String, String> fields) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("case", said(kind, "case", fields));
        entry.put("service", said(kind, "service", fields));
        if (kind.equals("service")) {
            entry.put("assess", "0");
        } else {
            entry.put("assess", said(kind, "assess", fields));
            entry.put("level", Integer.toString(contract.level(said(kind, "level", fields))));
            entry.put("tags", said(kind, "tags", fields));
            entry.put("text", said(kind, "text", fields));
            entry.put("channel", said(kind, "channel", fields));
        }
        return entry;
    }

    private String said(String kind, String role, Map<String, String> fields) {
        return fields.getOrDefault(contract.field(kind, role), "");
    }

    private void allow(
            String kind,
            Map<String, String> fields,
            Map<String, String> entry,
            Map<String, Map<String, String>> fresh)
            throws Refusal {
        if (stored.containsKey(key(entry)) || fresh.containsKey(key(entry))) {
            throw new Refusal(
                    kind.equals("service") ? "服务数据不可重复" : "评价数据不可重复");
        }
        String item = said(kind, "item", fields);
        if (item.contains("00000000")) {
            throw new Refusal("自建事项不接收");
        }
        String task = said(kind, "task", fields);
        if (!task.isEmpty() && !item.startsWith(task)) {
            throw new Refusal("业务办理项编码与实施编码不一致");
        }
        if (kind.equals("rating")) {
            allowRating(entry);
        }
    }

    private void allowRating(Map<String, String> entry) throws Refusal {
        String service = entry.get("case") + "\t" + entry.get("service") + "\t";
        if (!stored.containsKey(service + "0")) {
            throw new Refusal("服务对象不存在");
        }
        if (entry.get("assess").equals("2") && !stored.containsKey(service + "1")) {
            throw new Refusal("首次评价不存在");
        }
        int level = Integer.parseInt(entry.get("level"));
        if (!entry.get("tags").isEmpty()) {
            for (String tag : entry.get("tags").split(",", -1)) {
                if (!Integer.valueOf(level).equals(tagLevels.get(tag))) {
                    throw new Refusal("评价详情 " + tag + " 与满意度不符");
                }
            }
        }
        if (level <= 2 && entry.get("tags").isEmpty() && entry.get("text").isEmpty()) {
            throw new Refusal("差评必须勾选详情或填写文字评价");
        }
    }
}
