package yichuang.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yichuang.hall.Command;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/**
 * Whatever a script does, the window gets its call from the built-in policy, and the manager sees
 * which line was to blame. Each script behaves for the trial ticket, whose zone is empty, and then
 * does its worst on line 3.
 */
class HostileScriptTest {
    private static final WindowId WINDOW = Furnished.window(0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Never ends.
                "while (true) {}",
                "for (;;) { ticket.waited }",
                "var f = function () { return f() }; return f()",
                "var l = []; l.push(0); l.map(function g() { return l.map(g) }); return 0",
                "var a = []; a.length = 4294967295; for (var i = 0; i < a.length; i++) {}",
                "var a = [1]; a.length = 4294967295; return a.indexOf(7)",
                "var a = []; a[4294967294] = 1; return a.map(function (x) { return x }).length",
                "var o = {length: 4294967295, f: [].indexOf}; return o.f(1)",
                "var a = []; a.length = 9999; while (true) a.sort()",
                "var o = {valueOf: function () { while (true) {} }}; return o * 1",
                "var a = [1]; while (true) a = a.concat(a)",
                // Hoards.
                "var a = []; while (true) a.push([1, 2, 3, 4])",
                "var a = []; while (true) a[a.length] = {x: a.length}",
                "var s = 'ab'; while (true) s = s + s",
                "var s = 'ab'; while (true) s += s",
                "var o = {s: 'ab'}; while (true) o.s += o.s",
                "var a = ['ab']; while (true) a = [a.join(a[0] + a[0]) + a[0]].concat(a)",
                "return 'x'.repeat(1 << 30).length",
                "return 'x'.padStart(1 << 30).length",
                "var a = []; a.length = 1 << 30; return a.fill(0).length",
                "var a = []; a.length = 1 << 30; return a.join('x').length",
                // Answers nonsense.
                "return NaN",
                "return 0 / 0",
                "return undefined",
                "return",
                "return null",
                "return 'many'",
                "return Infinity",
                "return -1 / 0",
                "return true",
                "return [1]",
                "return {}",
                "return ticket",
                "return ticket + 1",
                "return ticket.waitd * 2",
                // Throws.
                "throw 'no'",
                "throw {code: 1}",
                "return nothing.there",
                "undefined.x",
                "ticket.waited = 5; return 1",
                "delete ticket.waited; return 1",
                "hall.waitingByZone.east = 0; return 1",
                // Looks for a way out.
                "return java.lang.System.currentTimeMillis()",
                "return Packages.java.lang.Runtime.getRuntime().availableProcessors()",
                "return getClass('java.lang.String').hashCode()",
                "return ticket.getClass().hashCode()",
                "return ticket.class.hashCode()",
                "return score.constructor('return 1')()",
                "return ''.constructor.fromCharCode(65).length",
                "return [].constructor(5).length",
                "return (function () {}).constructor('return this')().x",
                "return Function('return 1')()",
                "return eval('1')",
                "return Math.constructor('x')",
                "return score.call(null, ticket)",
                "return score.apply(null, [ticket])",
                "return JavaAdapter(1)",
                "return importPackage(1)",
                "return global.x.y",
                "return Object.keys(ticket).length",
                "return Reflect.ownKeys(ticket).length",
                "return Symbol('x').toString().length",
                "return Date.now()",
                "return JSON.stringify({}).length",
                "return ticket.toString().length",
                "return 'aaaa'.match('(a+)+$').length",
                "return 'aaaa'.replace('a', 'b').length",
                "return 'a b'.split(' ').length",
            })
    void the_built_in_policy_answers_for_it(String worst) throws ScriptError {
        BusyHall busy = twoWaiting();
        Script script =
                Script.cold(
                        "bad.js",
                        "function score(ticket, window, hall) {\n"
                                + "if (ticket.zone == '') return 0;\n"
                                + worst
                                + "\n}");
        busy.dispatch.script(Optional.of(script));

        Choice choice = busy.dispatch.choose(busy.hall, WINDOW, busy.now).orElseThrow();

        assertEquals("built-in", choice.why().policy());
        ScriptFault fault = busy.dispatch.faults().getFirst();
        assertEquals("bad.js", fault.script());
        assertTrue(fault.line() == 3 || fault.line() <= 1, fault::toString);
        assertFalse(fault.message().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return /(a+)+$/.test('aaaa') ? 1 : 0",
                "return `${ticket.number}`.length",
                "return 10n ** 100000n",
                "return Math.max(...[1, 2])",
                "return new Object()",
                "return new Array(1 << 30).length",
                "try { while (true) {} } catch (e) {} return 1",
                "with (ticket) { return waited }",
                "var g = function* () { yield 1 }; return 1",
                "return $add(1, 2)",
                "return ticket.__proto__ ? 1 : 0",
                "a[f()] += 1; return 1",
                "for (const x of [1]) {} return 1",
                "return (1",
                "let s = 'x\n'; return 1",
            })
    void what_is_not_plain_language_is_refused_with_its_line(String part) {
        try {
            Script.cold("bad.js", "function score(ticket) {\n\n" + part + "\n}");
        } catch (ScriptError error) {
            assertTrue(error.line() >= 3, () -> error.line() + " " + error.what());
            assertFalse(error.hint().isBlank());
            return;
        }
        throw new AssertionError("compiled: " + part);
    }

    @Test
    void lists_texts_and_sums_work_as_an_author_expects() throws ScriptError {
        BusyHall busy = twoWaiting();
        busy.dispatch.script(
                Optional.of(
                        Script.cold(
                                "plain.js",
                                """
                                var firm = ["i1", "i" + 0].filter(function (x) { return x != "i1" });
                                function score(ticket, window, hall) {
                                    var points = Math.max(1, 2);
                                    for (let code of firm) {
                                        if (ticket.item == code) points += 10;
                                    }
                                    var sum = [3, 1, 2].sort().map(x => x + 1).join("-");
                                    if (sum !== "2-3-4") return -1;
                                    if (hall.time < "08:00" || hall.weekday != 1) return -2;
                                    if ("营业执照".indexOf("执照") != 2) return -3;
                                    points = points + (window.primary ? 1 : 0);
                                    for (var zone in hall.waitingByZone) {
                                        points += hall.waitingByZone[zone];
                                    }
                                    return points;
                                }
                                """)));
        Choice choice = busy.dispatch.choose(busy.hall, WINDOW, busy.now).orElseThrow();

        assertEquals(List.of(), busy.dispatch.faults());
        assertEquals("t0", choice.ticket().value());
        assertEquals(15_000, choice.why().points());
    }

    @Test
    void nothing_is_kept_from_one_choice_to_the_next() throws ScriptError {
        BusyHall busy = twoWaiting();
        busy.dispatch.script(
                Optional.of(
                        Script.cold(
                                "memory.js",
                                """
                                var seen = 0;
                                function score(ticket, window, hall) {
                                    if (ticket.zone == "") return 0;
                                    if (seen > 1 || Math.seen || [].seen) throw "kept";
                                    seen++;
                                    if (seen == 2) {
                                        Math.seen = 1;
                                        Math.max = 7;
                                        var list = [].map;
                                        list.seen = 1;
                                        score.seen = 1;
                                        isNaN = 3;
                                    }
                                    if (Math.max === 7 && seen < 2) throw "kept";
                                    return 1;
                                }
                                """)));
        for (int i = 0; i < 5; i++) {
            Choice choice = busy.dispatch.choose(busy.hall, WINDOW, busy.now).orElseThrow();
            assertEquals(List.of(), busy.dispatch.faults());
            assertEquals(Why.Reason.SCRIPT, choice.why().reason());
        }
    }

    @Test
    void after_three_faults_in_a_row_it_is_switched_off_until_it_is_loaded_again()
            throws ScriptError {
        BusyHall busy = twoWaiting();
        Script script =
                Script.cold(
                        "odd.js",
                        "function score(t) {\n if (t.zone == '') return 0;\n throw 'no'\n}");
        busy.dispatch.script(Optional.of(script));
        for (int i = 0; i < 5; i++) {
            busy.dispatch.choose(busy.hall, WINDOW, busy.now);
        }

        assertEquals(Optional.empty(), busy.dispatch.scriptInForce());
        List<ScriptFault> faults = busy.dispatch.faults();
        assertEquals(4, faults.size());
        assertTrue(faults.getFirst().message().contains("停用"));
        assertEquals(3, faults.getLast().line());

        busy.dispatch.script(Optional.of(script));
        assertEquals(Optional.of("odd.js"), busy.dispatch.scriptInForce());
    }

    @Test
    void who_is_overdue_or_meant_for_the_window_is_not_left_to_the_script() throws ScriptError {
        BusyHall busy = twoWaiting();
        busy.dispatch.script(
                Optional.of(Script.cold("youngest.js", "function score(t) { return -t.waited }")));
        assertEquals("t1", chosen(busy));

        busy.now = busy.now.plus(Duration.ofMinutes(60));
        assertEquals("t0", chosen(busy));
    }

    private static String chosen(BusyHall busy) {
        return busy.dispatch.choose(busy.hall, WINDOW, busy.now).orElseThrow().ticket().value();
    }

    private static BusyHall twoWaiting() {
        BusyHall busy =
                new BusyHall(
                        Furnished.setup(
                                List.of(
                                        Furnished.window(
                                                0,
                                                List.of(Furnished.item(0), Furnished.item(1)),
                                                List.of())),
                                2),
                        PolicySettings.DEFAULT,
                        new Random(1));
        busy.apply(new Command.OpenWindow(WINDOW, Optional.empty()));
        busy.take(Furnished.item(0));
        busy.now = busy.now.plus(Duration.ofMinutes(5));
        busy.take(Furnished.item(1));
        busy.now = busy.now.plus(Duration.ofMinutes(5));
        return busy;
    }
}
