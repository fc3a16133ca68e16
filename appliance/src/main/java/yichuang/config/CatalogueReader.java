package yichuang.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yichuang.hall.ItemCode;
import yichuang.hall.Material;

/**
 * Reads the catalogue 事项清单: one CSV file a department, one row an item, with the ten shared
 * elements 三级十同 (opinion §1.2) and what the hall needs. Code tables: GB/T 39046-2020, appendix A.
 */
final class CatalogueReader {
    static final List<String> COLUMNS =
            List.of(
                    "事项编码", "事项名称", "英文名称", "事项类型", "设定依据", "行使层级", "受理条件", "服务对象", "申请材料", "容缺材料",
                    "办理时限", "收费项目", "事项组", "六办", "告知承诺", "全市通办", "自助办理", "窗口分钟", "俗称");
    private static final List<String> KINDS =
            List.of("行政许可", "行政给付", "行政检查", "行政确认", "行政奖励", "行政裁决", "其他行政权力", "公共服务");

    /** Level 1 to 6 is the place in this list; it is also the 19th character of the item's code. */
    private static final List<String> LEVELS = List.of("国家级", "省级", "市级", "县级", "镇级", "村级");

    private static final List<String> SERVES =
            List.of("自然人", "企业法人", "事业法人", "社会组织法人", "行政机关", "其他");
    private static final List<String> MODES = List.of("马上办", "网上办", "就近办", "一次办", "承诺办", "预约办");
    private static final Pattern TIME_LIMIT = Pattern.compile("即办|[1-9][0-9]{0,2}个(工作)?日");
    private static final int MATERIALS_MIN = 3;
    private static final int MINUTES_MAX = 240;

    private final Department department;
    private final Problems problems;

    CatalogueReader(Department department, Problems problems) {
        this.department = department;
        this.problems = problems;
    }

    /**
     * {@return all rows, those with a wrong cell too, since other files may name them; empty when a
     * row cannot be told apart or has no name, so that nobody knows what is there}
     */
    Optional<List<ItemRow>> read(String text, String file) {
        int before = problems.count();
        List<Row> rows = new CsvReader(file, COLUMNS, problems).read(text);
        boolean told = problems.count() == before;
        List<ItemRow> items = rows.stream().map(this::item).toList();
        return told && items.stream().noneMatch(item -> item.name().isEmpty())
                ? Optional.of(items)
                : Optional.empty();
    }

    private ItemRow item(Row row) {
        String level = row.oneOf("行使层级", LEVELS);
        ItemCode code = CodeCell.read(row, department, LEVELS.indexOf(level) + 1);
        List<String> serves = row.severalOf("服务对象", SERVES);
        List<Material> materials = materials(row, serves.contains(ItemRow.ENTERPRISE));
        return new ItemRow(
                row.at(),
                code,
                row.required("事项名称"),
                row.required("英文名称"),
                row.oneOf("事项类型", KINDS),
                row.required("设定依据"),
                LEVELS.indexOf(level) + 1,
                row.required("受理条件"),
                serves,
                materials,
                timeLimit(row),
                row.required("收费项目"),
                department.name(),
                row.required("事项组"),
                row.severalOf("六办", MODES),
                row.yes("告知承诺"),
                row.yes("全市通办"),
                row.yes("自助办理"),
                row.whole("窗口分钟", 1, MINUTES_MAX),
                row.several("俗称"));
    }

    private static List<Material> materials(Row row, boolean forEnterprise) {
        List<String> names = row.several("申请材料");
        List<String> deferrable = row.several("容缺材料");
        if (names.size() < MATERIALS_MIN) {
            row.wrong(
                    "申请材料",
                    "只有 " + names.size() + " 份，至少 " + MATERIALS_MIN + " 份。用“；”隔开补上。",
                    "names "
                            + names.size()
                            + "; at least "
                            + MATERIALS_MIN
                            + " are needed. Add them, separated by ；.");
        }
        for (String name : deferrable) {
            if (!names.contains(name)) {
                row.wrong(
                        "容缺材料",
                        "“" + name + "”不在申请材料里。" + Nearest.chinese(name, names),
                        "\""
                                + name
                                + "\" is not among the materials. "
                                + Nearest.english(name, names));
            }
        }
        if (forEnterprise && deferrable.isEmpty()) {
            row.wrong(
                    "容缺材料",
                    "是空的；涉企事项 100% 容缺受理。从申请材料里写一份可以后补的。",
                    "is empty, and every item for enterprises is deferrable. Name a material that"
                            + " may come later.");
        }
        return names.stream().map(name -> new Material(name, deferrable.contains(name))).toList();
    }

    private static String timeLimit(Row row) {
        String limit = row.required("办理时限");
        if (!limit.isEmpty() && !TIME_LIMIT.matcher(limit).matches()) {
            row.wrong(
                    "办理时限",
                    "“" + limit + "”读不懂。写“即办”或“5个工作日”。",
                    "\"" + limit + "\" is not understood. Write 即办 or 5个工作日.");
        }
        return limit;
    }
}
