package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One thing is broken in the small hall: the check says where, what and what to do, and says
 * nothing else. A row reads: in this file, this becomes that; then at this line, these words.
 */
class BrokenFilesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    hall.yaml | primary: [insurance]        | primary: [insurence]      | hall.yaml:23 | 没有叫“insurence”的事项组或事项。改成“insurance”？ | Did you mean "insurance"?
                    hall.yaml | [企业社会保险登记]          | [企业社保登记]            | hall.yaml:22 | 改成“企业社会保险登记”？ | Did you mean "企业社会保险登记"?
                    hall.yaml | zone: social, primary       | zone: socail, primary     | hall.yaml:23 | 没有叫“socail”的区。改成“social”？ | Did you mean "social"?
                    hall.yaml | zone: market, primary       | primary                   | hall.yaml:22 | 缺少 zone | lacks zone
                    hall.yaml | zone: social, name: 社会保险 | zone: sozial, name: 社会保险 | hall.yaml:15 | 改成“social”？ | No zone is called "sozial"
                    hall.yaml | {id: b1                     | {id: k1                   | hall.yaml:29 | “k1”重复，第一次在第 27 行 | first on line 27
                    hall.yaml | boards:                     | frequent: [企业社保登记]\\nboards: | hall.yaml:28 | 改成“企业社会保险登记”？ | Did you mean "企业社会保险登记"?
                    hall.yaml | id: "2"                     | id: 2                     | hall.yaml:23 | 写成 "2" | Write "2"
                    hall.yaml | series: B                   | series: A                 | hall.yaml:15 | 号的字母“A”重复，第一次在第 14 行 | ticket letter "A" is there twice
                    hall.yaml | n1, series: W               | n1, series: B             | hall.yaml:19 | 号的字母“B”重复，第一次在第 15 行 | first on line 15
                    hall.yaml | n2, series: X               | n2, series: W             | hall.yaml:20 | 号的字母“W”重复 | "W" is there twice
                    hall.yaml | paper: V                    | paper: O                  | hall.yaml:17 | 一个大写字母，不用 I 和 O | one capital letter
                    hall.yaml | "07:30", to: "17:00"        | "17:30", to: "17:00"      | hall.yaml:5  | 从 17:30 到 17:00：结束不晚于开始 | ends before it starts
                    hall.yaml | "08:30", to: "17:00"        | "08:30", to: "8:00"       | hall.yaml:6  | “8:00”不合要求 | time of day
                    hall.yaml | dayEnds: "20:00"            | dayEnds: "16:00"          | hall.yaml:7  | 业务日在 16:00 结束，不晚于 17:00 | End it later
                    hall.yaml | "09:00", to: "12:00"        | "09:00", to: "09:00"      | hall.yaml:9  | 结束不晚于开始 | Change the times
                    hall.yaml | windows: ["1"]}             | windows: ["3"]}           | hall.yaml:9  | 没有叫“3”的窗口 | Did you mean
                    hall.yaml | day: saturday               | day: saterday             | hall.yaml:9  | 改成“saturday”？ | Did you mean "saturday"?
                    hall.yaml | timeZone: Asia/Shanghai     | timeZone: Asia/Shangai    | hall.yaml:1  | 改成“Asia/Shanghai”？ | Did you mean "Asia/Shanghai"?
                    hall.yaml | http://hall.example         | hall.example              | hall.yaml:1  | 网址 | address
                    hall.yaml | devices/virtual.yaml        | devices/virtuell.yaml     | devices/virtuell.yaml:1 | 没有这个文件 | no such file
                    hall.yaml | recallsMax: 3               | recallMax: 3              | hall.yaml:34 | 没有“recallMax”这个设置项。改成“recallsMax”？ | Did you mean "recallsMax"?
                    hall.yaml | recallsMax: 3               | recallsMax: 3\\n  重呼: 3 | hall.yaml:35 | 没有“重呼”这个设置项 | no setting
                    hall.yaml | recallsMax: 3               | recallsMax: 3\\n  50%: 3 | hall.yaml:35 | “50%”不能作设置项的名称 | cannot name a setting
                    hall.yaml | recallsMax: 3               | recallsMax: 1             | hall.yaml:35 | 却要叫满 3 次才可过号 | Lower callsMin
                    hall.yaml | graceMinutes: 15            | graceMinutes: -1          | hall.yaml:35 | “-1”不合要求 | minutes
                    hall.yaml | graceMinutes: 15            | graceMinutes: soon        | hall.yaml:35 | “soon”不合要求 | minutes
                    hall.yaml | undoSeconds: 10             | undoSeconds:              | hall.yaml:36 | 不合要求。应为：秒 | seconds
                    hall.yaml | undoSeconds: 10             | recallsMax: 2             | hall.yaml:36 | recallsMax 写了两次，第一次在第 34 行 | first on line 34
                    hall.yaml | keypadSeconds: 60           | keypadSeconds: 60, rectification: {fix: 6} | hall.yaml:39 | reply 是 5 个工作日，比前一步 fix 的 6 个还早 | before the 6 of fix
                    hall.yaml | keypadSeconds: 60           | keypadSeconds: 60, rectification: {complex: 4} | hall.yaml:39 | complex 是 4 个工作日 | before the 5 of reply
                    hall.yaml | keypadSeconds: 60           | keypadSeconds: 60, rectification: {repli: 5} | hall.yaml:39 | 改成“reply”？ | Did you mean "reply"?
                    hall.yaml | keypadSeconds: 60           | keypadSeconds: 60, rectification: {fix: 0} | hall.yaml:39 | 不合要求 | working days
                    hall.yaml | elderly: 2.5                | elderley: 2.5             | hall.yaml:42 | 改成“elderly”？ | Did you mean "elderly"?
                    hall.yaml | secondaryFactor: 0.6        | secondaryFactor: 1.6      | hall.yaml:46 | 0 到 1 | from 0 to 1
                    hall.yaml | groups: [company], items    | groups: [firms], items    | hall.yaml:49 | 没有叫“firms”的事项组或事项 | No item group
                    hall.yaml | "11:30", to: "13:30"        | "13:30", to: "11:30"      | hall.yaml:49 | 结束不晚于开始 | ends before it starts
                    hall.yaml | factor: 1.5                 | factor: 0.5               | hall.yaml:49 | 使久等的人靠后 | would punish waiting
                    hall.yaml | mode: shares                | mode: share               | hall.yaml:41 | 改成“shares”？ | Did you mean "shares"?
                    hall.yaml | shares: {ordinary: 2, priority: 1}\\n  conditions: | conditions: | hall.yaml:41 | mode: shares 要有 shares | needs shares
                    hall.yaml | shares:                     | script: none.js\\n  shares:| hall.yaml:47 | 没有脚本 | There is no script
                    hall.yaml | id: talent                  | id: talents               | hall.yaml:32 | 改成“talent”？ | Did you mean "talent"?
                    hall.yaml | role: manager               | role: boss                | hall.yaml:55 | “boss”不能用。可用：window | Known: window
                    hall.yaml | role: window, zone: market  | role: window, zone: x     | hall.yaml:54 | 没有叫“x”的区 | Known: market, social
                    hall.yaml | id: s2                      | id: s1                    | hall.yaml:55 | 工号“s1”重复 | staff id
                    hall.yaml | kiosks:                     | kiosk:                    | hall.yaml:26 | 改成“kiosks”？ | Did you mean
                    hall.yaml | notices:                    | notices: [                | hall.yaml:52 | YAML 格式不对 | This is not YAML
                    hall.yaml | primary: [参保证明打印]     | primary: [企业社会保险登记, 参保证明打印] | hall.yaml:25 | 没有标自助办理，终端不能办 | not marked self-service
                    hall.yaml | department: approval        | department: aproval       | hall.yaml:57 | 没有叫“aproval”的部门。改成“approval”？ | Did you mean "approval"?
                    hall.yaml | {id: cheguan                | {id: 车管所               | hall.yaml:57 | 小写字母、数字和连字符 | lower-case letters
                    hall.yaml | , place: 某路}              | }                         | hall.yaml:57 | 缺少 place | lacks place
                    hall.yaml | 某路}                       | 某路}\\n  - {id: cheguan, name: 二所, department: approval, place: 二路} | hall.yaml:58 | 厅外单位“cheguan”重复，第一次在第 57 行 | first on line 57
                    hall.yaml | 某路}                       | 某路}\\n  - {id: er, name: 车管所, department: approval, place: 二路} | hall.yaml:58 | 厅外单位的名称“车管所”重复 | is there twice
                    hall.yaml | keypadSeconds: 60           | keypadSeconds: 60, unitsPerDay: {device: 0} | hall.yaml:39 | 同一浏览器 1–20 | by one browser
                    catalogue/departments.yaml | 200202Q | 200202R | catalogue/departments.yaml:3 | 校验位应为 Q | should end in Q
                    catalogue/approval.csv | 11370302004200106F4 | 11370302004200106G4 | catalogue/approval.csv:2 | 校验位是 G，应为 F | it should be F
                    catalogue/approval.csv | 11370302004200106F4 | 11370302004200202Q4 | catalogue/approval.csv:2 | 不是区行政审批服务局的信用代码 | not with the credit code
                    catalogue/approval.csv | 11370302004200106F437 | 11370302004200106F337 | catalogue/approval.csv:2 | 第 19 位是 3，与行使层级（4）不一致 | level 3
                    catalogue/approval.csv | 500200001, | 50020001, | catalogue/approval.csv:3 | 有 32 位，不是 33 位 | 32 characters
                    catalogue/approval.csv | 4500200001, | 4500100001, | catalogue/approval.csv:3 | 事项编码“11370302004200106F437014500100001”重复，第一次在第 2 行 | first on line 2
                    catalogue/insurance.csv | 参保证明打印,Record | 公司设立登记,Record | catalogue/insurance.csv:3 | 事项“公司设立登记”重复，第一次在 | is there twice, first in
                    catalogue/approval.csv | 申请书；章程；住所证明 | 申请书；住所证明 | catalogue/approval.csv:2 | 申请材料只有 2 份，至少 3 份 | at least 3
                    catalogue/approval.csv | ,住所证明,即办 | ,,即办 | catalogue/approval.csv:2 | 涉企事项 100% 容缺受理 | deferrable
                    catalogue/approval.csv | ,住所证明,即办 | ,住所的证明,即办 | catalogue/approval.csv:2 | “住所的证明”不在申请材料里。改成“住所证明”？ | Did you mean
                    catalogue/approval.csv | 申请书；章程 | 章程；章程；申请书 | catalogue/approval.csv:2 | “章程”写了两次 | twice
                    catalogue/approval.csv | 3个工作日 | 三天 | catalogue/approval.csv:3 | 写“即办”或“5个工作日” | not understood
                    catalogue/approval.csv | 企业法人,申请书；章程 | 企业,申请书；章程 | catalogue/approval.csv:2 | 改成“企业法人”？ | Did you mean
                    catalogue/approval.csv | 行政许可 | 行政许司 | catalogue/approval.csv:2 | 改成“行政许可”？ | Did you mean
                    catalogue/approval.csv | company,马上办 | compny,马上办 | catalogue/approval.csv:2 | 改成“company”？ | No item group
                    catalogue/approval.csv | 马上办；一次办 | 马上办；快快办 | catalogue/approval.csv:2 | “快快办”不能用 | cannot be used
                    catalogue/approval.csv | 否,15 | 否,一刻钟 | catalogue/approval.csv:2 | 不是 1 到 240 的整数 | whole number
                    catalogue/approval.csv | 否,15 | 否,0 | catalogue/approval.csv:2 | 不是 1 到 240 的整数 | whole number
                    catalogue/approval.csv | 是,否,否,15 | 是,否,否 | catalogue/approval.csv:2 | 这一行有 18 格，应为 19 格 | 18 cells
                    catalogue/approval.csv | 受理条件 | 办理条件 | catalogue/approval.csv:1 | 没有“办理条件”这一列。改成“受理条件”？ | no column
                    catalogue/approval.csv | 公司设立登记,Company | "公司设立登记,Company | catalogue/approval.csv:2 | 双引号 | quotation mark
                    catalogue/approval.csv | 公司设立登记,Company | ,Company | catalogue/approval.csv:2 | 事项名称是空的 | is empty
                    catalogue/insurance.csv | 是,否,否,8 | 是,否,是,8 | catalogue/insurance.csv:2 | 没有终端能办 | no terminal does it
                    themes/all.yaml | - 企业社会保险登记 | - 企业社会保险登几 | themes/all.yaml:14 | 改成“企业社会保险登记”？ | Did you mean
                    themes/all.yaml | choice: firm | choice: film | themes/all.yaml:13 | 没有叫“film”的选项。改成“firm”？ | Did you mean "firm"?
                    themes/all.yaml | for: enterprise | for: person | themes/all.yaml:2 | 企业用 E，群众用 P | E is for enterprises
                    themes/all.yaml | default: false | default: true | themes/all.yaml:10 | “主体”只能选一项 | one is taken
                    themes/all.yaml | - 企业社会保险登记 | - 公司设立登记 | themes/all.yaml:14 | 写了两次 | twice
                    themes/all.yaml | mayNameHall: [kunlun] | mayNameHall: [kunlum] | themes/all.yaml:7 | 改成“kunlun”？ | Did you mean
                    themes/all.yaml | code: E01 | code: E1 | themes/all.yaml:2 | E 或 P 加两位数字 | two digits
                    themes/all.yaml | order: in-order | order: inorder | themes/all.yaml:6 | 改成“in-order”？ | Did you mean
                    calendar/2026.yaml | to: 2026-10-07 | to: 2026-09-07 | calendar/2026.yaml:3 | 不像一个假期 | is no holiday
                    calendar/2026.yaml | to: 2026-10-07 | to: 2026-10-32 | calendar/2026.yaml:3 | 没有 2026-10-32 这一天 | There is no day
                    calendar/2026.yaml | to: 2026-10-07 | to: 2026-10-10 | calendar/2026.yaml:5 | 2026-10-10 既放假又上班 | both
                    calendar/2026.yaml | date: 2026-10-10 | date: 2026-10-12 | calendar/2026.yaml:5 | 不是周末 | no weekend day
                    calendar/2026.yaml | date: 2026-10-10 | date: 2025-10-11 | calendar/2026.yaml:5 | 不在 2026 年 | not in 2026
                    calendar/2026.yaml | workdays: | workdays:\\n  - {date: 2026-10-10, for: 国庆节} | calendar/2026.yaml:6 | “2026-10-10”重复，第一次在第 5 行 | first on line 5
                    calendar/2026.yaml | year: 2026 | year: 2027 | calendar/2026.yaml:1 | 文件名是 2026.yaml，年份是 2027 | Change one
                    devices/virtual.yaml | at: "2" | at: "7" | devices/virtual.yaml:7 | 没有叫“7”的窗口 | No window
                    devices/virtual.yaml | kinds: [display]} | kinds: [display]}\\nnodes: [{node: s1, at: ["7"]}] | devices/virtual.yaml:8 | 没有叫“7”的位置或设备 | No place or device
                    devices/virtual.yaml | kinds: [display]} | kinds: [display]}\\nnodes: [{node: s1, at: ["1"]}, {node: s2, at: ["1"]}] | devices/virtual.yaml:8 | 位置或设备“1”重复 | is there twice
                    devices/virtual.yaml | kinds: [display]} | kinds: [display]}\\nnodes: [{node: S1, at: ["1"]}] | devices/virtual.yaml:8 | “S1”不合要求 | --node name
                    devices/virtual.yaml | keypad, | keypd, | devices/virtual.yaml:2 | 改成“keypad”？ | Did you mean
                    devices/virtual.yaml | driver: virtual | driver: real | devices/virtual.yaml:1 | 可用：virtual | Known: virtual
                    """)
    void is_told_by_file_and_line_with_the_remedy(
            String file, String old, String changed, String where, String chinese, String english) {
        SmallHall hall = SmallHall.in(folder).with(file, lines(old), lines(changed));

        List<Problem> problems = assertThrows(ConfigErrors.class, hall::load).problems();

        String all = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertEquals(1, problems.size(), all);
        Problem only = problems.getFirst();
        assertTrue((only.file() + ":" + only.line()).endsWith("/" + where), all);
        assertTrue(only.chinese().contains(chinese), all);
        assertTrue(only.english().contains(english), all);
    }

    private static String lines(String row) {
        return row.replace("\\n", "\n");
    }

    @Test
    void every_problem_is_told_at_once() {
        SmallHall hall =
                SmallHall.in(folder)
                        .with("hall.yaml", "primary: [insurance]", "primary: [insurence]")
                        .with("themes/all.yaml", "choice: firm", "choice: film")
                        .with("catalogue/approval.csv", "申请书；章程", "申请书")
                        .with("calendar/2026.yaml", "to: 2026-10-07", "to: 2026-10-10");

        List<Problem> problems = assertThrows(ConfigErrors.class, hall::load).problems();

        List<String> files =
                problems.stream()
                        .map(one -> Path.of(one.file()).getFileName().toString())
                        .distinct()
                        .toList();
        assertEquals(
                List.of("2026.yaml", "approval.csv", "hall.yaml", "all.yaml"),
                files,
                problems.toString());
    }

    @Test
    void a_table_saved_as_gbk_says_how_to_save_it() {
        SmallHall hall = SmallHall.in(folder);
        hall.write(
                "catalogue/approval.csv",
                hall.read("catalogue/approval.csv").getBytes(Charset.forName("GBK")));

        Problem only = assertThrows(ConfigErrors.class, hall::load).problems().getFirst();

        assertTrue(only.file().endsWith("approval.csv") && only.line() == 1, only.toString());
        assertTrue(only.chinese().contains("CSV UTF-8"), only.toString());
    }

    @Test
    void a_table_without_its_department_is_told() throws Exception {
        SmallHall hall = SmallHall.in(folder);
        Files.move(
                folder.resolve("catalogue/approval.csv"), folder.resolve("catalogue/aproval.csv"));

        List<Problem> problems = assertThrows(ConfigErrors.class, hall::load).problems();

        assertEquals(2, problems.size(), problems.toString());
        assertTrue(problems.getFirst().chinese().contains("没有这个文件"), problems.toString());
        assertTrue(problems.getLast().chinese().contains("改成“approval”？"), problems.toString());
    }

    @Test
    void yaml_that_names_a_class_or_refers_to_itself_makes_nothing() {
        SmallHall hall =
                SmallHall.in(folder)
                        .with("hall.yaml", "[company], secondary", "&a [*a], secondary")
                        .with("calendar/2026.yaml", "year: 2026", "year: !!java.net.URL [x]");

        List<Problem> problems = assertThrows(ConfigErrors.class, hall::load).problems();

        assertTrue(problems.getLast().chinese().contains("引用"), problems.toString());
        assertEquals(2, problems.size(), problems.toString());
    }
}
