package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The day the hall is working on.
 *
 * @param extra opened by people outside the hours (a window was opened): tickets are given until
 *     the day is closed
 */
public record BusinessDay(LocalDate date, Instant openedAt, boolean extra) {}
