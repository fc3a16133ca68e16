package yichuang.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * openapi.yaml, read once: the operations with their roles, parameters and bodies. The router is
 * made from it and from nothing else. That the file is OpenAPI 3.1 is a test's business
 * (vertx-openapi checks it there; at every start that would cost more than the rest of the server).
 */
final class Contract {
    private static final String FILE = "/openapi.yaml";
    private static final String JSON = "application/json";

    private final String text;
    private final List<Operation> operations;

    /**
     * One operation.
     *
     * @param path as the contract has it, with {@code {parameters}}
     * @param body empty when it takes none
     */
    record Operation(
            String id,
            HttpMethod method,
            String path,
            Audience audience,
            List<Parameter> parameters,
            Optional<Body> body) {
        /** {@return the path as the router writes it} */
        String route() {
            return path.replaceAll("\\{(.*?)}", ":$1");
        }

        /** {@return whether a person in a browser reads the answer} */
        boolean isPage() {
            return id.endsWith("Page");
        }

        boolean changes() {
            return !method.equals(HttpMethod.GET);
        }

        /** {@return whether it asks how the hall is, once} */
        boolean isQuestion() {
            return !changes() && path.startsWith("/api/") && !id.equals("streamHall");
        }
    }

    /** A value in the path, the query or a header. */
    record Parameter(String name, String in, boolean required, Shape shape) {}

    /** The JSON of a request. */
    record Body(boolean required, Shape shape) {}

    private Contract(String text, List<Operation> operations) {
        this.text = text;
        this.operations = List.copyOf(operations);
    }

    static Contract read() {
        try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
            return of(
                    new String(
                            Objects.requireNonNull(in, FILE).readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    static Contract of(String text) {
        JsonObject root = parse(text);
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, Object> path : root.getJsonObject("paths")) {
            JsonObject item = (JsonObject) path.getValue();
            for (String method : item.fieldNames()) {
                if (!method.equals("parameters")) {
                    operations.add(operation(path.getKey(), method, item, root));
                }
            }
        }
        operations.sort(Comparator.comparing(one -> one.path().contains("{")));
        return new Contract(text, operations);
    }

    static JsonObject parse(String text) {
        Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new JsonObject(map);
    }

    private static Operation operation(
            String path, String method, JsonObject item, JsonObject root) {
        JsonObject json = item.getJsonObject(method);
        List<Parameter> parameters = new ArrayList<>();
        for (JsonObject from : List.of(item, json)) {
            for (Object one : from.getJsonArray("parameters", new JsonArray())) {
                parameters.add(parameter((JsonObject) one, root));
            }
        }
        Optional<Body> body =
                Optional.ofNullable(json.getJsonObject("requestBody"))
                        .map(
                                one ->
                                        new Body(
                                                one.getBoolean("required", false),
                                                Shape.of(
                                                        one.getJsonObject("content")
                                                                .getJsonObject(JSON)
                                                                .getJsonObject("schema"),
                                                        root)));
        return new Operation(
                json.getString("operationId"),
                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                path,
                Audience.of(json.getJsonArray("x-roles")),
                parameters,
                body);
    }

    private static Parameter parameter(JsonObject given, JsonObject root) {
        JsonObject json = given.containsKey("$ref") ? deref(given.getString("$ref"), root) : given;
        return new Parameter(
                json.getString("name"),
                json.getString("in"),
                json.getBoolean("required", false),
                Shape.of(json.getJsonObject("schema"), root));
    }

    static JsonObject deref(String ref, JsonObject root) {
        JsonObject at = root;
        for (String step : ref.substring(2).split("/", -1)) {
            at = Objects.requireNonNull(at.getJsonObject(step), ref);
        }
        return at;
    }

    List<Operation> operations() {
        return operations;
    }

    /** {@return the file as it stands, to be served} */
    String text() {
        return text;
    }
}
