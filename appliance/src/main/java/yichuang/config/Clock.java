package yichuang.config;

import java.time.LocalTime;

/** Times of day in the files. */
final class Clock {
    private Clock() {}

    static LocalTime time(Yaml.Text word) {
        return LocalTime.parse(word.value());
    }

    static LocalTime from(Yaml.Mapping span) {
        return time(span.text("from"));
    }

    static LocalTime to(Yaml.Mapping span) {
        return time(span.text("to"));
    }

    static void startsBeforeItEnds(Yaml.Mapping span, Problems problems) {
        if (!from(span).isBefore(to(span))) {
            endsBeforeItStarts(span, problems);
        }
    }

    static void endsBeforeItStarts(Yaml.Mapping span, Problems problems) {
        String from = span.word("from");
        String to = span.word("to");
        problems.add(
                span.text("to").at(),
                "从 " + from + " 到 " + to + "：结束不晚于开始。改时间。",
                "From " + from + " to " + to + ": it ends before it starts. Change the times.");
    }
}
