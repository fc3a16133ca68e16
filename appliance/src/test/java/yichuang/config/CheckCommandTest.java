package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check FILE} on the command line. */
class CheckCommandTest {
    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    private int check(Path file) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(said, true))
                .execute(file.toString());
    }

    @Test
    void a_right_hall_is_one_line_of_counts() {
        SmallHall.in(folder);

        assertEquals(0, check(folder.resolve("hall.yaml")));
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(
                said.toString().contains("2 个窗口，1 台自助终端，2 个部门 4 个事项，1 个套餐，2 人"), said.toString());
    }

    @Test
    void controllers_that_have_devices_are_named_for_a_person_to_compare() {
        SmallHall.in(folder)
                .with(
                        "devices/virtual.yaml",
                        "kinds: [display]}",
                        "kinds: [display]}\nnodes: [{node: s1, at: [\"1\", display-2]}]");

        assertEquals(0, check(folder.resolve("hall.yaml")));
        assertTrue(said.toString().contains("接有设备的控制器：s1×5，"), said.toString());
    }

    @Test
    void a_wrong_one_is_told_line_by_line_and_ends_with_1() {
        SmallHall.in(folder).with("hall.yaml", "zone: social, primary", "zone: socail, primary");

        assertEquals(1, check(folder.resolve("hall.yaml")));
        String first = said.toString().lines().findFirst().orElseThrow();
        assertEquals(folder.resolve("hall.yaml") + ":23: 没有叫“socail”的区。改成“social”？", first);
    }

    @Test
    void naming_one_table_checks_the_hall_it_belongs_to() {
        SmallHall.in(folder).with("catalogue/approval.csv", "否,15", "否,0");

        assertEquals(1, check(folder.resolve("catalogue/approval.csv")));
        assertTrue(said.toString().contains("approval.csv:2: 窗口分钟“0”不是"), said.toString());
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        assertEquals(1, check(folder.resolve("no.yaml")));
        assertTrue(said.toString().contains("no.yaml:1: 没有这个文件"), said.toString());
    }
}
