package yichuang.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The nearest right word to a wrong one, by edit distance; a swap of two neighbours counts one. */
final class Nearest {
    private Nearest() {}

    /**
     * {@return the known word nearest to {@code wrong}, if one is so near that it may be meant: at
     * most a third of the letters differ, or one is a part of the other}
     */
    static Optional<String> to(String wrong, Collection<String> known) {
        if (wrong.isBlank()) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> near(wrong, word))
                .min(
                        Comparator.<String>comparingInt(word -> distance(wrong, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean near(String wrong, String word) {
        boolean part = wrong.length() > 1 && (word.contains(wrong) || wrong.contains(word));
        return part
                || distance(wrong, word)
                        <= Math.max(1, Math.max(wrong.length(), word.length()) / 3);
    }

    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] =
                        Math.min(
                                cost[i - 1][j - 1] + change,
                                1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    /**
     * {@return the end of a Chinese sentence that offers the nearest word, or one that lists all}
     */
    static String chinese(String wrong, Collection<String> known) {
        return to(wrong, known)
                .map(word -> "改成“" + word + "”？")
                .orElseGet(() -> known.isEmpty() ? "" : "可用：" + some(known, "、") + "。");
    }

    static String english(String wrong, Collection<String> known) {
        return to(wrong, known)
                .map(word -> "Did you mean \"" + word + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : "Known: " + some(known, ", ") + ".");
    }

    private static String some(Collection<String> known, String between) {
        int max = 12;
        String listed = String.join(between, known.stream().limit(max).toList());
        return known.size() > max ? listed + between + "…" : listed;
    }
}
