package yichuang.config;

import java.util.regex.Pattern;
import yichuang.hall.ItemCode;

/**
 * The cell 事项编码 of a row: 33 characters of 业务办理项编码, that is credit code 18, level 1, basic code 12,
 * sequence 2 (GB/T 39046-2020; check character of GB 32100-2015).
 */
final class CodeCell {
    private static final String COLUMN = "事项编码";
    private static final Pattern CODE =
            Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}[1-6][0-9]{12}[0-9]{2}");

    private CodeCell() {}

    /**
     * {@return the code, or one that no item can have when the cell holds none of this department}
     *
     * @param level what the row's own column says, 1 to 6; 0 when that is wrong itself
     */
    static ItemCode read(Row row, Department department, int level) {
        String code = row.required(COLUMN);
        if (CODE.matcher(code).matches()) {
            sameLevel(row, code, level);
            if (isOf(department, row, code)) {
                return new ItemCode(code);
            }
        } else if (!code.isEmpty()) {
            row.wrong(
                    COLUMN,
                    "“"
                            + code
                            + "”有 "
                            + code.length()
                            + " 位，不是 33 位业务办理项编码。"
                            + "应为信用代码 18 位、层级 1 位、基本编码 12 位、序号 2 位。",
                    "\""
                            + code
                            + "\" ("
                            + code.length()
                            + " characters) is not a code of 33:"
                            + " credit code 18, level 1, basic code 12, sequence 2.");
        }
        return new ItemCode("?" + department.id() + ":" + row.at().line());
    }

    private static void sameLevel(Row row, String code, int level) {
        char said = code.charAt(CreditCode.LENGTH);
        if (level > 0 && said != '0' + level) {
            row.wrong(
                    COLUMN,
                    "第 19 位是 " + said + "，与行使层级（" + level + "）不一致。改其中一个。",
                    "has level "
                            + said
                            + " at place 19, and the level column says "
                            + level
                            + ". Change one.");
        }
    }

    private static boolean isOf(Department department, Row row, String code) {
        String creditCode = code.substring(0, CreditCode.LENGTH);
        char check = creditCode.charAt(CreditCode.LENGTH - 1);
        if (!CreditCode.isRight(creditCode)) {
            char right = CreditCode.check(creditCode);
            row.wrong(
                    COLUMN,
                    "前 18 位的校验位是 " + check + "，应为 " + right + "。核对信用代码。",
                    "has the check character "
                            + check
                            + " at place 18; it should be "
                            + right
                            + ". Compare the credit code.");
            return false;
        }
        if (!creditCode.equals(department.creditCode())
                && CreditCode.isRight(department.creditCode())) {
            row.wrong(
                    COLUMN,
                    "前 18 位 "
                            + creditCode
                            + " 不是"
                            + department.name()
                            + "的信用代码。改成 "
                            + department.creditCode()
                            + "，或移到对应部门的文件。",
                    "begins with "
                            + creditCode
                            + ", not with the credit code of this department, "
                            + department.creditCode()
                            + ". Change it or move the row.");
            return false;
        }
        return true;
    }
}
