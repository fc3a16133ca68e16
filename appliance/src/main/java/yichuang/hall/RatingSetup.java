package yichuang.hall;

import java.util.List;
import java.util.Optional;

/**
 * What a rating may say besides its level.
 *
 * @param tags the reasons of each level, in the order they are shown
 * @param commentMax most characters of a comment
 * @param rectification in what time a negative one is followed up
 */
public record RatingSetup(List<RatingTag> tags, int commentMax, RectificationSetup rectification) {
    /** No reasons to choose from; a comment may be written. */
    public static final RatingSetup PLAIN =
            new RatingSetup(List.of(), 500, RectificationSetup.PLAIN);

    public RatingSetup {
        tags = List.copyOf(tags);
        Checks.atLeast("commentMax", commentMax, 1);
    }

    public Optional<RatingTag> findTag(String code) {
        return tags.stream().filter(tag -> tag.code().equals(code)).findFirst();
    }
}
