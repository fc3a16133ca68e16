package yichuang.web;

import io.vertx.core.Future;

/** What one operation of the contract does. */
@FunctionalInterface
interface Act {
    /**
     * Answers on the caller's context; a {@link ProblemFound}, thrown or as the future's failure,
     * is a refusal.
     */
    Future<Reply> answer(Exchange exchange);
}
