package yichuang.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yichuang.hall.RatedUnit;
import yichuang.hall.RatingSetup;
import yichuang.hall.RatingTag;
import yichuang.hall.UnitLimits;

/**
 * Reads the reasons that go with each level of a rating 评价标签: the hall's own file, or the national
 * set as it is shipped.
 */
final class TagReader {
    private static final String SHIPPED = "/ratings/tags.csv";
    private static final List<String> COLUMNS = List.of("code", "satisfaction", "text");
    private static final int LEVEL_MIN = 1;
    private static final int LEVEL_MAX = 5;
    private static final int COMMENT_MAX = 500;

    private final Path folder;
    private final Problems problems;

    TagReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Reads the reasons, beside what else is rated.
     *
     * @param units offices outside of the hall
     */
    RatingSetup read(Yaml.Mapping hall, List<RatedUnit> units, UnitLimits limits) {
        Yaml.Mapping rating = hall.mapping("rating");
        List<RatingTag> tags =
                rating.findText("tags")
                        .map(file -> own(folder.resolve(file.value())))
                        .orElseGet(() -> tags(shipped(), SHIPPED));
        return new RatingSetup(
                tags,
                rating.findWhole("commentMax").orElse(COMMENT_MAX),
                RectificationReader.read(rating, problems),
                units,
                limits);
    }

    private List<RatingTag> own(Path file) {
        Optional<String> text = TextFile.read(file, problems);
        return text.map(read -> tags(read, file.toString())).orElse(List.of());
    }

    private List<RatingTag> tags(String text, String file) {
        Register<RatingTag> tags = new Register<>("评价标签", "reason", problems);
        for (Row row : new CsvReader(file, COLUMNS, problems).read(text)) {
            String code = row.required("code");
            int level = row.whole("satisfaction", LEVEL_MIN, LEVEL_MAX);
            tags.declare(row.at(), code, new RatingTag(code, level, row.required("text")));
        }
        return tags.all();
    }

    private static String shipped() {
        try (InputStream in = TagReader.class.getResourceAsStream(SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SHIPPED, unreadable);
        }
    }
}
