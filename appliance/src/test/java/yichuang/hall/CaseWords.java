package yichuang.hall;

import java.util.List;
import java.util.Optional;
import yichuang.hall.RectificationAct.Decision;
import yichuang.hall.RectificationAct.Finding;
import yichuang.hall.RectificationAct.Ground;
import yichuang.hall.RectificationAct.Opinion;
import yichuang.hall.RectificationAct.Reach;
import yichuang.hall.RectificationAct.Remedy;

/**
 * What is done about a negative rating or a complaint, in words: {@code officer verifies r-A0001-1
 * CONFIRMED}; a word behind that is what was written.
 */
final class CaseWords {
    private static final List<String> PEOPLE = List.of("officer", "reviewer", "manager");

    private CaseWords() {}

    /** {@return whether somebody of the desk does it} */
    static boolean isOfTheDesk(String who) {
        return PEOPLE.contains(who);
    }

    static Command command(List<String> words) {
        List<String> more = words.subList(3, words.size());
        return new Command.Rectify(words.get(2), act(words.get(1), more));
    }

    private static RectificationAct act(String verb, List<String> more) {
        return switch (verb) {
            case "verifies" ->
                    new RectificationAct.Verify(Finding.valueOf(more.getFirst()), said(more, 1));
            case "phones" ->
                    new RectificationAct.Contact(Reach.valueOf(more.getFirst()), said(more, 1));
            case "fixes" ->
                    new RectificationAct.Fix(Remedy.valueOf(more.getFirst()), said(more, 1));
            case "replies" -> new RectificationAct.Reply(said(more, 0));
            case "follows" ->
                    new RectificationAct.FollowUp(
                            Opinion.valueOf(more.getFirst()), Optional.empty());
            case "appeals" ->
                    new RectificationAct.Appeal(Ground.valueOf(more.getFirst()), said(more, 1));
            case "decides" ->
                    new RectificationAct.Review(Decision.valueOf(more.getFirst()), said(more, 1));
            case "extends" -> new RectificationAct.Extend(said(more, 0));
            case "closes" -> new RectificationAct.Close(said(more, 0));
            case "says-nothing-and-closes" -> new RectificationAct.Close("  ");
            case "looks-up" -> new RectificationAct.Reveal();
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static String said(List<String> more, int at) {
        return more.size() > at ? more.get(at) : "已记录";
    }

    /** {@return how it stands: its next step, or {@code closed}} */
    static String standing(Hall hall, String id) {
        return hall.findRectification(id).map(one -> one.step().name()).orElse("closed");
    }
}
