package yichuang.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * One thing that the evaluation platform is to be told, as the hall knows it; its fields are made
 * from this in the platform's dialect.
 *
 * @param key the same on every node and for every try, so that sending twice is once in effect
 * @param number of the ticket, for people
 * @param rating what was rated; empty for a service
 * @param applicant for whom the service was, sealed; empty when nobody said or it was erased
 * @param phone the ticket's phone number, sealed
 * @param corrections fields that a person mended, and their text
 * @param settledAt when the platform had it, or when it was set aside
 */
public record Letter(
        String key,
        Kind kind,
        State state,
        TicketId ticket,
        String number,
        String caseNumber,
        int serviceNumber,
        Service service,
        Optional<Rating> rating,
        Optional<String> applicant,
        Optional<String> phone,
        Map<String, String> corrections,
        Optional<String> receipt,
        Optional<String> reason,
        Optional<Instant> settledAt) {
    public Letter {
        corrections = new LinkedHashMap<>(corrections);
    }

    /** What it tells; in this order for one visit. */
    public enum Kind {
        SERVICE,
        RATING,
        FOLLOW_UP
    }

    /** Where it stands. */
    public enum State {
        /** To be sent, once those of its visit before it are. */
        WAITING,
        /** The platform has it. */
        DELIVERED,
        /** The platform refuses it; a person has to look. */
        DEAD,
        /** Of a self-built item 自建事项: never sent, listed. */
        SELF_BUILT
    }

    /** The leg that closed. */
    public record Service(
            String item,
            String itemName,
            String department,
            String window,
            Optional<String> staff,
            String outcome,
            LocalDate day,
            Instant takenAt,
            Instant servedAt,
            Instant endedAt) {}

    /**
     * What the person said.
     *
     * @param level 1 to 5, 5 is the best
     * @param reasons a JSON list of tag codes
     * @param named whether the person said who they are
     */
    public record Rating(
            String id,
            int level,
            String channel,
            String reasons,
            Optional<String> comment,
            boolean named,
            Instant at) {}
}
