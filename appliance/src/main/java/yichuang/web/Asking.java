package yichuang.web;

import io.vertx.core.Future;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Receipt;
import yichuang.leader.Leader;

/**
 * Asks the hall in a caller's name. What comes back is the receipt, the same on every retry, or a
 * refusal.
 */
final class Asking {
    private final Leader leader;
    private final Front front;

    Asking(Leader leader, Front front) {
        this.leader = leader;
        this.front = front;
    }

    Leader leader() {
        return leader;
    }

    Front front() {
        return front;
    }

    Future<Receipt> ask(Exchange exchange, Command command) {
        return exchange.await(leader.ask(exchange.by(), exchange.key(), command))
                .map(this::receipt);
    }

    Receipt receipt(Answer answer) {
        return switch (answer) {
            case Answer.Agreed agreed -> agreed.receipt();
            case Answer.Repeated repeated -> repeated.receipt();
            case Answer.Refused refused -> throw Refusals.of(refused.why(), front.zone());
        };
    }
}
