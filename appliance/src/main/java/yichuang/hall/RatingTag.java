package yichuang.hall;

/**
 * A reason that goes with one level, for instance 213 窗口人员业务不熟练 with level 2.
 *
 * @param code as the evaluation platform knows it
 */
public record RatingTag(String code, int level, String text) {}
