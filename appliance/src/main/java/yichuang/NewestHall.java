package yichuang;

import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import yichuang.hall.Hall;
import yichuang.leader.Leader;
import yichuang.web.Others.Place;

/**
 * This node's copy of the hall, read once it is as new as anybody's.
 *
 * @param newest when it is
 */
record NewestHall(Leader leader, Supplier<Future<Place>> newest) {
    <T> Future<T> read(Function<Hall, T> reading) {
        return newest.get()
                .compose(
                        any ->
                                Future.fromCompletionStage(
                                        leader.read(one -> reading.apply(one.hall()))));
    }
}
