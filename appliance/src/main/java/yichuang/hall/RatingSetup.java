package yichuang.hall;

import java.util.List;
import java.util.Optional;

/**
 * What a rating may say besides its level, and what is rated besides the visits to the hall.
 *
 * @param tags the reasons of each level, in the order they are shown
 * @param commentMax most characters of a comment
 * @param rectification in what time a negative one is followed up
 * @param units offices outside of the hall that are rated too
 */
public record RatingSetup(
        List<RatingTag> tags,
        int commentMax,
        RectificationSetup rectification,
        List<RatedUnit> units,
        UnitLimits unitLimits) {
    /** No reasons to choose from; a comment may be written. */
    public static final RatingSetup PLAIN =
            new RatingSetup(
                    List.of(), 500, RectificationSetup.PLAIN, List.of(), UnitLimits.STANDARD);

    public RatingSetup {
        tags = List.copyOf(tags);
        units = List.copyOf(units);
        Checks.atLeast("commentMax", commentMax, 1);
    }

    public Optional<RatedUnit> findUnit(String id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    public Optional<RatingTag> findTag(String code) {
        return tags.stream().filter(tag -> tag.code().equals(code)).findFirst();
    }
}
