package yichuang.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yichuang.bench.day.Act.Verb;

/** One rating for one served visit 一次一评, and none for a visit that nobody served. */
final class OneRating implements Checker.Check {
    @Override
    public Verdict judge(History history) {
        List<String> doubled = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<String, String> numbers = history.numbers();
        history.doneByTicket()
                .forEach(
                        (ticket, acts) -> {
                            String number = numbers.getOrDefault(ticket, ticket);
                            long ratings = acts.stream().filter(OneRating::isRating).count();
                            if (ratings > 1) {
                                doubled.add(number + " was rated " + ratings + " times");
                            }
                            if (ratings > 0 && history.closings(ticket).isEmpty()) {
                                others.add(number + " was rated, but nobody served it");
                            }
                        });
        return new Verdict(List.of(), doubled, others);
    }

    static boolean isRating(Act act) {
        return act.verb() == Verb.RATE || act.verb() == Verb.PRESS;
    }
}
