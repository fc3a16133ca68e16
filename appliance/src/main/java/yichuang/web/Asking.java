package yichuang.web;

import io.vertx.core.Future;
import java.util.function.Function;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Receipt;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.records.Records;

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

    /**
     * {@return what is read of the hall as it is, once the records are as far: nobody who asks of
     * them misses what they were just told}
     */
    <T> Future<T> written(Exchange exchange, Records records, Function<Reading, T> what) {
        return exchange.await(
                        leader.read(reading -> new At<>(reading.index(), what.apply(reading))))
                .compose(
                        at ->
                                exchange.await(records.awaitIndex(at.index()))
                                        .map(done -> at.value()));
    }

    private record At<T>(long index, T value) {}

    Receipt receipt(Answer answer) {
        return switch (answer) {
            case Answer.Agreed agreed -> agreed.receipt();
            case Answer.Repeated repeated -> repeated.receipt();
            case Answer.Refused refused -> throw Refusals.of(refused.why(), front.zone());
        };
    }
}
