package yichuang.hall;

import java.time.LocalDate;
import java.util.List;

/**
 * Ratings of offices outside of the hall. There is no visit to hang them on: an opening of the
 * office's page is used once, and the bounds of the day hold off who would flood it.
 */
final class UnitRules {
    private UnitRules() {}

    static Answer rate(Command.RateUnit rate, Draft draft) {
        RatingRules.known(rate.level());
        RatingSetup setup = draft.furnishing().setup().ratings();
        RatedUnit unit =
                setup.findUnit(rate.unit())
                        .orElseThrow(() -> new Refused(new Refusal.Unknown("unit", rate.unit())));
        Opening opening = rate.opening();
        LocalDate today = draft.at().atZone(draft.furnishing().zone()).toLocalDate();
        UnitDay day = day(unit.id(), today, draft.state());
        // Before its time is looked at: a page opens itself anew when it is told that it is over,
        // and what was given and not heard of would be given again.
        if (day.has(opening)) {
            throw new Refused(new Refusal.OpeningUsed(unit.id()));
        }
        if (!draft.at().isBefore(opening.until())) {
            throw new Refused(new Refusal.OpeningOver(unit.id(), opening.until()));
        }
        within(setup.unitLimits(), day, opening);
        RatingRules.said(rate.level(), rate.reasons(), rate.comment(), setup);
        if (rate.level() <= RatingRules.NEGATIVE_MAX
                && rate.reasons().isEmpty()
                && RatingRules.isBlank(rate.comment())) {
            throw new Refused(new Refusal.ReasonNeeded(rate.level()));
        }
        draft.change(() -> put(day.with(opening), draft.state()));
        Event.UnitRated event =
                new Event.UnitRated(
                        draft.at(),
                        rate.id(),
                        unit,
                        day.day(),
                        rate.level(),
                        rate.reasons(),
                        rate.comment(),
                        opening);
        draft.happened(event);
        RectificationStart.rated(event, draft);
        return draft.agreed(new Receipt.Noted(rate.id(), draft.at()));
    }

    /** What somebody said on an island: taken once, whatever the bounds are here. */
    static boolean takes(Event.UnitRated rated, State state) {
        UnitDay day = day(rated.unit().id(), rated.day(), state);
        if (day.has(rated.opening())) {
            return false;
        }
        put(day.with(rated.opening()), state);
        return true;
    }

    /** A clock that was set back does not make a new day. */
    private static UnitDay day(String unit, LocalDate today, State state) {
        UnitDay last = state.units.get(unit);
        return last == null || last.day().isBefore(today)
                ? new UnitDay(unit, today, List.of())
                : last;
    }

    private static void put(UnitDay day, State state) {
        state.units.values().removeIf(other -> other.day().isBefore(day.day()));
        state.units.put(day.unit(), day);
    }

    private static void within(UnitLimits limits, UnitDay day, Opening opening) {
        long byDevice =
                day.given().stream().filter(one -> one.device().equals(opening.device())).count();
        long byAddress =
                day.given().stream().filter(one -> one.address().equals(opening.address())).count();
        bound(byDevice, limits.perDevice(), UnitLimits.Bound.DEVICE, day);
        bound(byAddress, limits.perAddress(), UnitLimits.Bound.ADDRESS, day);
        bound(day.given().size(), limits.perUnit(), UnitLimits.Bound.UNIT, day);
    }

    private static void bound(long given, int most, UnitLimits.Bound bound, UnitDay day) {
        if (given >= most) {
            throw new Refused(new Refusal.UnitRatedEnough(day.unit(), bound, most));
        }
    }
}
