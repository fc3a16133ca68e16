package yichuang.bench.day;

import java.util.List;

/**
 * What one check found wrong, in words.
 *
 * @param lost sentences about something acknowledged that is not there
 * @param doubled sentences about something that is there twice
 * @param others everything else that must not be
 */
public record Verdict(List<String> lost, List<String> doubled, List<String> others) {
    public Verdict {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        others = List.copyOf(others);
    }

    static Verdict lost(List<String> lost) {
        return new Verdict(lost, List.of(), List.of());
    }

    static Verdict doubled(List<String> doubled) {
        return new Verdict(List.of(), doubled, List.of());
    }

    static Verdict others(List<String> others) {
        return new Verdict(List.of(), List.of(), others);
    }

    public int violations() {
        return lost.size() + doubled.size() + others.size();
    }
}
