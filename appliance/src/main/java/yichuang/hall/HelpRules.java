package yichuang.hall;

import java.util.Map;
import java.util.Optional;

/**
 * Calls for help: asked, answered once, and over with the day. Answered ones are remembered for a
 * while, so that whoever comes second hears who went.
 */
final class HelpRules {
    /** More would be a list that nobody reads. */
    static final int OPEN_MAX = 200;

    private static final int ANSWERED_MAX = 200;

    private HelpRules() {}

    static Answer ask(Command.AskHelp ask, Draft draft) {
        Optional<String> number = ask.ticket().map(draft::ticket).map(Ticket::number);
        int open = 0;
        for (HelpCall call : draft.state().help.values()) {
            if (call.isOpen() && call.kind() == ask.kind() && call.where().equals(ask.where())) {
                return draft.agreed(receipt(call));
            }
            open += call.isOpen() ? 1 : 0;
        }
        if (open >= OPEN_MAX) {
            throw new Refused(new Refusal.HelpFull(OPEN_MAX));
        }
        HelpCall call =
                new HelpCall(
                        ask.id(),
                        ask.kind(),
                        ask.where(),
                        draft.at(),
                        ask.ticket(),
                        number,
                        ask.note(),
                        Optional.empty());
        draft.change(() -> draft.state().help.put(call.id(), call));
        draft.happened(new Event.HelpAsked(draft.at(), call));
        return draft.agreed(receipt(call));
    }

    static Answer answer(Command.AnswerHelp answer, Draft draft) {
        HelpCall call =
                Optional.ofNullable(draft.state().help.get(answer.help()))
                        .orElseThrow(() -> new Refused(new Refusal.Unknown("help", answer.help())));
        call.answered()
                .ifPresent(
                        before -> {
                            throw new Refused(
                                    new Refusal.HelpAnswered(call.id(), before.by(), before.at()));
                        });
        HelpCall answered = call.answered(answer.by(), draft.at());
        draft.change(() -> remember(answered, draft.state().help));
        draft.happened(new Event.HelpAnswered(draft.at(), answered, answer.by()));
        return draft.agreed(receipt(answered));
    }

    /** As the last one answered; the one answered longest ago goes when there are too many. */
    static void remember(HelpCall answered, Map<String, HelpCall> help) {
        help.remove(answered.id());
        help.put(answered.id(), answered);
        if (help.values().stream().filter(call -> !call.isOpen()).count() > ANSWERED_MAX) {
            help.values().stream()
                    .filter(call -> !call.isOpen())
                    .findFirst()
                    .map(HelpCall::id)
                    .ifPresent(help::remove);
        }
    }

    /** Who is still waiting for help goes home with the others; that nobody came is recorded. */
    static void endWithDay(Draft draft) {
        Map<String, HelpCall> help = draft.state().help;
        help.values().stream()
                .filter(HelpCall::isOpen)
                .forEach(call -> draft.happened(new Event.HelpLapsed(draft.at(), call)));
        draft.change(help::clear);
    }

    private static Receipt receipt(HelpCall call) {
        return new Receipt.Help(call.id(), call.kind(), call.where(), call.at());
    }
}
