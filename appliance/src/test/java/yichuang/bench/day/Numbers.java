package yichuang.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** In a series every number from 0001 on is given once, and none is left out. */
final class Numbers implements Checker.Check {
    @Override
    public Verdict judge(History history) {
        List<String> doubled = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<String, TreeSet<Integer>> series = new TreeMap<>();
        for (Act act : history.taken()) {
            String number = act.answer().getString("number");
            String letters = number.replaceAll("\\d", "");
            int count = Integer.parseInt(number.substring(letters.length()));
            if (!series.computeIfAbsent(letters, any -> new TreeSet<>()).add(count)) {
                doubled.add(
                        "number " + number + " was given twice, the second time to " + act.who());
            }
        }
        series.forEach(
                (letters, numbers) -> {
                    for (int i = 1; i <= numbers.last(); i++) {
                        if (!numbers.contains(i)) {
                            others.add("series " + letters + " has a gap: nobody got number " + i);
                        }
                    }
                });
        return new Verdict(List.of(), doubled, others);
    }
}
