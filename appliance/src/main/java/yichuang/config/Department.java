package yichuang.config;

/**
 * Who handles items.
 *
 * @param id names the department's CSV file
 * @param creditCode its 统一社会信用代码; the codes of its items begin with it
 */
public record Department(String id, String creditCode, String name, String englishName) {}
