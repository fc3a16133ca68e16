package yichuang.records;

import yichuang.hall.Outcome;

/** What was recorded with an outcome 办结结果, as JSON; its code has a column of its own. */
final class Outcomes {
    private Outcomes() {}

    static String details(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Json.object();
            case Outcome.Accepted accepted -> Json.object("promisedDate", accepted.promisedDate());
            case Outcome.AcceptedDeferred deferred ->
                    Json.object("missing", deferred.missing(), "dueDate", deferred.dueDate());
            case Outcome.Committed committed -> Json.object("commitment", committed.commitment());
            case Outcome.Forwarded forwarded ->
                    Json.object("to", forwarded.to(), "delivery", forwarded.delivery());
            case Outcome.Guided guided -> Json.object("missing", guided.missing());
            case Outcome.Redirected redirected ->
                    Json.object("to", redirected.to(), "with", redirected.with());
            case Outcome.Consult consult ->
                    Json.object("who", consult.who(), "answerBy", consult.answerBy());
            case Outcome.Abandoned abandoned -> Json.object();
        };
    }
}
