package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * What was recorded when a leg closed.
 *
 * @param item the true item, which may differ from what the ticket asked for
 * @param caseNumber 办件编号, given by staff or made from task code, day and sequence
 * @param serviceNumber the how-manieth service of that case this was, from 1
 */
public record Closing(
        Instant at,
        Outcome outcome,
        ItemCode item,
        String caseNumber,
        int serviceNumber,
        Optional<String> note) {}
