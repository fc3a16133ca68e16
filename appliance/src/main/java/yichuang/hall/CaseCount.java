package yichuang.hall;

import java.time.LocalDate;

/**
 * How many services a case has had, so that the next one gets its number; forgotten after {@code
 * keepUntil}.
 */
record CaseCount(String caseNumber, int services, LocalDate keepUntil) {}
