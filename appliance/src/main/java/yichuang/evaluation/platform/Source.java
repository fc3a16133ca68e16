package yichuang.evaluation.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fact that a dialect file can name in {@code from} or {@code join}; {@link Facts#of} knows it.
 * Codes are the hall's own words; the file's tables turn them into the platform's.
 */
public enum Source {
    CASE_NUMBER("caseNumber"),
    SERVICE_NUMBER("serviceNumber"),
    ITEM("item"),
    TASK("task"),
    ITEM_NAME("itemName"),
    ITEM_KIND("itemKind"),
    AREA_CODE("areaCode"),
    DEPARTMENT_CODE("departmentCode"),
    DEPARTMENT_NAME("departmentName"),
    WINDOW("window"),
    STAFF("staff"),
    OUTCOME("outcome"),
    TERM("term"),
    TERM_DAYS("termDays"),
    TERM_UNIT("termUnit"),
    TAKEN_AT("takenAt"),
    SERVED_AT("servedAt"),
    ENDED_AT("endedAt"),
    DONE_AT("doneAt"),
    APPLICANT_NAME("applicantName"),
    APPLICANT_KIND("applicantKind"),
    APPLICANT_ID_TYPE("applicantIdType"),
    PERSON_ID("personId"),
    ENTERPRISE_ID("enterpriseId"),
    PHONE("phone"),
    RATING_NUMBER("ratingNumber"),
    LEVEL("level"),
    REASONS("reasons"),
    COMMENT("comment"),
    CHANNEL("channel"),
    RATED_AT("ratedAt"),
    NAMED("named");

    private final String code;

    Source(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    public static Optional<Source> find(String code) {
        return Arrays.stream(values()).filter(source -> source.code.equals(code)).findFirst();
    }

    /** {@return the names that a file can use} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Source::code).toList();
    }
}
