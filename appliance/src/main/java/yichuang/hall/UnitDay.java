package yichuang.hall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has rated an outside office on one day, to keep the bounds of {@link UnitLimits}; the next
 * day it is forgotten.
 *
 * @param day of the calendar, in the hall's zone: such offices keep their own hours
 * @param given the openings that were used
 */
record UnitDay(String unit, LocalDate day, List<Opening> given) {
    UnitDay {
        given = List.copyOf(given);
    }

    boolean has(Opening opening) {
        return given.stream().anyMatch(one -> one.id().equals(opening.id()));
    }

    UnitDay with(Opening opening) {
        List<Opening> more = new ArrayList<>(given);
        more.add(opening);
        return new UnitDay(unit, day, more);
    }
}
