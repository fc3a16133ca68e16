package yichuang.evaluation.platform;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yichuang.records.Letter;

/**
 * All that is known about one letter.
 *
 * @param times how the platform writes times
 * @param unsealed opens what is sealed; empty when it was erased or sealed under another key
 */
record Facts(
        Letter letter,
        District district,
        DateTimeFormatter times,
        Function<String, Optional<String>> unsealed) {
    private static final int TASK_LENGTH = 31;
    private static final int CREDIT_CODE_LENGTH = 18;

    /** Digits 22 and 23 of an item's code are its kind 事项类型. */
    private static final int KIND_FROM = 21;

    private static final int KIND_TO = 23;
    private static final int NEGATIVE_MAX = 2;

    /** {@return the fact; empty when nobody said, or it was erased} */
    Optional<String> of(Source source) {
        return said(source).filter(text -> !text.isBlank());
    }

    private Optional<String> said(Source source) {
        Letter.Service service = letter.service();
        return switch (source) {
            case CASE_NUMBER -> Optional.of(letter.caseNumber());
            case SERVICE_NUMBER -> number(letter.serviceNumber());
            case ITEM -> Optional.of(service.item());
            case TASK -> Optional.of(task(service.item()));
            case ITEM_NAME -> Optional.of(service.itemName());
            case ITEM_KIND -> kind(service.item());
            case AREA_CODE -> Optional.of(district.areaCode());
            case DEPARTMENT_CODE -> creditCode(service.item());
            case DEPARTMENT_NAME -> Optional.of(service.department());
            case WINDOW -> Optional.of(service.window());
            case STAFF -> service.staff();
            case OUTCOME -> Optional.of(service.outcome());
            case TERM -> term().map(one -> one.immediate() ? "IMMEDIATE" : "PROMISED");
            case TERM_DAYS -> term().flatMap(Term::days);
            case TERM_UNIT -> term().flatMap(Term::unit);
            case TAKEN_AT -> time(service.takenAt());
            case SERVED_AT -> time(service.servedAt());
            case ENDED_AT -> time(service.endedAt());
            case DONE_AT ->
                    service.outcome().equals("DONE") ? time(service.endedAt()) : Optional.empty();
            case APPLICANT_NAME -> applicant("name");
            case APPLICANT_KIND -> applicant("kind");
            case APPLICANT_ID_TYPE -> applicant("idType");
            case PERSON_ID -> applicant("personId");
            case ENTERPRISE_ID -> applicant("enterpriseId");
            case PHONE -> letter.phone().flatMap(unsealed);
            case RATING_NUMBER -> number(letter.kind() == Letter.Kind.FOLLOW_UP ? 2 : 1);
            case LEVEL -> letter.rating().flatMap(rating -> number(rating.level()));
            case REASONS -> letter.rating().map(Facts::reasons);
            case COMMENT -> letter.rating().flatMap(Letter.Rating::comment);
            case CHANNEL -> letter.rating().map(Letter.Rating::channel);
            case RATED_AT -> letter.rating().flatMap(rating -> time(rating.at()));
            case NAMED -> letter.rating().map(rating -> rating.named() ? "YES" : "NO");
        };
    }

    /** {@return whether it is a negative rating of which nobody said why} */
    boolean isSilentNegative() {
        return letter.rating().filter(rating -> rating.level() <= NEGATIVE_MAX).isPresent()
                && of(Source.REASONS).isEmpty()
                && of(Source.COMMENT).isEmpty();
    }

    private static Optional<String> number(int value) {
        return Optional.of(Integer.toString(value));
    }

    private static String task(String item) {
        return item.length() > TASK_LENGTH ? item.substring(0, TASK_LENGTH) : item;
    }

    private static Optional<String> kind(String item) {
        return item.length() < KIND_TO
                ? Optional.empty()
                : Optional.of(item.substring(KIND_FROM, KIND_TO));
    }

    /** An item's code begins with the 统一社会信用代码 of its department. */
    private static Optional<String> creditCode(String item) {
        return item.length() < CREDIT_CODE_LENGTH
                ? Optional.empty()
                : Optional.of(item.substring(0, CREDIT_CODE_LENGTH));
    }

    private Optional<Term> term() {
        return district.findTerm(letter.service().item());
    }

    private Optional<String> time(Instant at) {
        return Optional.of(times.format(at.atZone(district.zone())));
    }

    private Optional<String> applicant(String part) {
        return letter.applicant()
                .flatMap(unsealed)
                .flatMap(
                        text -> {
                            try {
                                return Optional.ofNullable(new JsonObject(text).getString(part));
                            } catch (DecodeException | ClassCastException notOne) {
                                return Optional.empty();
                            }
                        });
    }

    /** {@return codes of the tags, joined by ASCII commas} */
    private static String reasons(Letter.Rating rating) {
        return new JsonArray(rating.reasons())
                .stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
