package yichuang.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A {@link Yaml} value as the schema validator takes it, and as a person is shown it. */
final class AsJson {
    private static final int SHOWN_MAX = 40;

    /** Fits nothing that a schema asks for; the validator and its objects take no null. */
    private static final Object NOTHING = new JsonArray().add(new JsonArray());

    private AsJson() {}

    static Object of(Yaml value) {
        return switch (value) {
            case Yaml.Text text -> text.value();
            case Yaml.Whole whole -> whole.value();
            case Yaml.Decimal decimal -> decimal.value();
            case Yaml.Flag flag -> flag.value();
            case Yaml.Blank blank -> NOTHING;
            case Yaml.Sequence sequence -> {
                JsonArray array = new JsonArray();
                sequence.entries().forEach(entry -> array.add(of(entry)));
                yield array;
            }
            case Yaml.Mapping mapping -> {
                JsonObject object = new JsonObject();
                mapping.entries().forEach((key, entry) -> object.put(key, of(entry.value())));
                yield object;
            }
        };
    }

    static String shown(Yaml value) {
        String all =
                switch (value) {
                    case Yaml.Blank blank -> "";
                    case Yaml.Sequence sequence -> "[…]";
                    case Yaml.Mapping mapping -> "{…}";
                    case Yaml.Text text -> text.value();
                    case Yaml.Whole whole -> String.valueOf(whole.value());
                    case Yaml.Decimal decimal -> String.valueOf(decimal.value());
                    case Yaml.Flag flag -> String.valueOf(flag.value());
                };
        return all.length() > SHOWN_MAX ? all.substring(0, SHOWN_MAX) + "…" : all;
    }
}
