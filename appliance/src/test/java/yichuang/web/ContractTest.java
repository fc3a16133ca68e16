package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** openapi.yaml is the contract: nothing is served that it does not name, and all of it is. */
class ContractTest {
    private static final Passing PASSING =
            new Passing(new Alone("n1"), device -> Optional.empty(), new PassMark());
    private static Vertx vertx;
    private static OpenAPIContract openApi;
    private static final Contract CONTRACT = Contract.read();

    @BeforeAll
    static void read() {
        vertx = Vertx.vertx();
        openApi = OpenAPIContract.from(vertx, Contract.parse(CONTRACT.text())).await();
    }

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    /** vertx-openapi reads the file and checks it against the specification's own schema. */
    @Test
    void it_is_openapi_3_1() {
        assertEquals(openApi.operations().size(), CONTRACT.operations().size());
    }

    private static Map<String, Act> oneActEach() {
        Map<String, Act> acts = new LinkedHashMap<>();
        CONTRACT.operations()
                .forEach(
                        one ->
                                acts.put(
                                        one.id(),
                                        x -> Future.succeededFuture(new Reply.Nothing())));
        return acts;
    }

    @Test
    void every_route_is_named_in_it_and_every_operation_is_routed() {
        Set<String> named = new LinkedHashSet<>();
        openApi.operations()
                .forEach(
                        one ->
                                named.add(
                                        one.getHttpMethod()
                                                + " "
                                                + one.getAbsoluteOpenAPIPath()
                                                        .replaceAll("\\{(.*?)}", ":$1")));
        Set<String> routed = new LinkedHashSet<>();
        for (Route route :
                new Routing(CONTRACT, null, new Pages(), oneActEach(), PASSING)
                        .router(vertx)
                        .getRoutes()) {
            route.methods().forEach(method -> routed.add(method + " " + route.getName()));
        }
        assertEquals(named, routed);
    }

    @Test
    void an_operation_without_an_act_does_not_start() {
        Map<String, Act> acts = oneActEach();
        acts.remove("takeTicket");
        assertThrows(
                IllegalStateException.class,
                () -> new Routing(CONTRACT, null, new Pages(), acts, PASSING));
    }

    @Test
    void an_act_that_it_does_not_name_does_not_start() {
        Map<String, Act> acts = oneActEach();
        acts.put("payBribe", x -> Future.succeededFuture(new Reply.Nothing()));
        assertThrows(
                IllegalStateException.class,
                () -> new Routing(CONTRACT, null, new Pages(), acts, PASSING));
    }

    @Test
    void every_operation_names_who_may_use_it() {
        for (Contract.Operation operation : CONTRACT.operations()) {
            assertFalse(
                    operation.audience().roles().isEmpty()
                            && operation.audience().others().isEmpty(),
                    operation.id());
        }
    }

    @Test
    void every_post_may_carry_a_key() {
        for (Contract.Operation operation : CONTRACT.operations()) {
            if (operation.changes()) {
                assertTrue(
                        operation.parameters().stream()
                                .anyMatch(one -> one.name().equals("Idempotency-Key")),
                        operation.id());
            }
        }
    }

    /** The compiled shapes say yes and no where the general validator does. */
    @Test
    void shapes_agree_with_the_general_validator() {
        Random random = new Random(7);
        int agreed = 0;
        int refused = 0;
        for (Contract.Operation operation : CONTRACT.operations()) {
            if (operation.body().isEmpty()) {
                continue;
            }
            Validator general =
                    openApi.getSchemaRepository()
                            .validator(
                                    openApi.operation(operation.id())
                                            .getRequestBody()
                                            .getContent()
                                            .get("application/json")
                                            .getSchema());
            JsonObject schema =
                    openApi.operation(operation.id())
                            .getRequestBody()
                            .getOpenAPIModel()
                            .getJsonObject("content")
                            .getJsonObject("application/json")
                            .getJsonObject("schema");
            for (int i = 0; i < 300; i++) {
                JsonObject body = randomBody(schema, random);
                boolean yes = general.validate(body).getValid();
                assertEquals(
                        yes,
                        fits(operation.body().get().shape(), body),
                        operation.id() + " " + body.encode());
                agreed += yes ? 1 : 0;
                refused += yes ? 0 : 1;
            }
        }
        assertTrue(agreed > 500 && refused > 500, agreed + " / " + refused);
    }

    private static boolean fits(Shape shape, JsonObject body) {
        try {
            shape.check(body);
            return true;
        } catch (ProblemFound no) {
            return false;
        }
    }

    private static JsonObject randomBody(JsonObject schema, Random random) {
        JsonObject body = new JsonObject();
        for (String name : schema.getJsonObject("properties", new JsonObject()).fieldNames()) {
            if (random.nextInt(4) > 0) {
                body.put(
                        name,
                        random.nextInt(6) == 0
                                ? anything(random)
                                : likely(
                                        schema.getJsonObject("properties").getJsonObject(name),
                                        random));
            }
        }
        return body;
    }

    private static Object likely(JsonObject schema, Random random) {
        return switch (schema.getString("type")) {
            case "integer" -> random.nextInt(5);
            case "boolean" -> random.nextBoolean();
            case "array" -> new JsonArray(List.of("x"));
            default ->
                    schema.containsKey("enum")
                            ? schema.getJsonArray("enum").getString(0)
                            : schema.containsKey("format") ? date(schema) : "zh";
        };
    }

    private static String date(JsonObject schema) {
        return schema.getString("format").equals("date")
                ? "2026-03-02"
                : "2026-03-02T09:00:00+08:00";
    }

    private static Object anything(Random random) {
        List<Object> things =
                new ArrayList<>(
                        List.of(
                                "",
                                "x".repeat(65),
                                3,
                                -1,
                                3.5,
                                1000,
                                true,
                                new JsonObject(),
                                new JsonArray(),
                                new JsonArray().add(3)));
        return things.get(random.nextInt(things.size()));
    }

    /** One heading per type (house style: error texts). */
    @Test
    void every_problem_type_has_its_heading_in_the_docs() throws IOException {
        String docs =
                Files.readString(Path.of("docs/reference/problems.md"), StandardCharsets.UTF_8);
        for (ProblemType type : ProblemType.values()) {
            assertTrue(
                    docs.contains("\n### " + type.code() + " · " + type.status() + "\n"),
                    type.code());
        }
    }

    @Test
    void every_operation_stands_in_the_docs() throws IOException {
        String docs = Files.readString(Path.of("docs/reference/api.md"), StandardCharsets.UTF_8);
        for (Contract.Operation operation : CONTRACT.operations()) {
            String line = operation.method() + " " + operation.path();
            assertTrue(docs.contains("`" + line + "`"), line);
        }
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertEquals(Words.CHINESE.keys(), Words.ENGLISH.keys());
    }
}
