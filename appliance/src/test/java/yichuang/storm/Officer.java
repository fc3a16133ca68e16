package yichuang.storm;

import java.util.Optional;
import yichuang.hall.Answer;

/**
 * Who follows up every negative rating, one step after the other. Nobody else does, so a step that
 * is refused was done twice, or one before it was lost.
 */
final class Officer {
    private static final int WORKS_MILLIS = 900;

    private final Storm storm;
    private final Asker asker;

    Officer(Storm storm) {
        this.storm = storm;
        asker = new Asker(storm, "officer");
    }

    void begin() {
        storm.scheduler().after(storm.chance().about(storm.plan().pace(WORKS_MILLIS)), this::goOn);
    }

    private void goOn() {
        if (!storm.isEnding()) {
            asker.ask(Requests.rectify(), (answer, begun) -> heard(answer));
        }
    }

    private void heard(Optional<Answer> answer) {
        if (answer.orElse(null) instanceof Answer.Refused refused) {
            storm.judge().violated("a step of a rectification: " + refused.why());
        }
        begin();
    }
}
