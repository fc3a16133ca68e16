package yichuang.evaluation.platform;

import yichuang.records.Outbox;

/** The hall as the platform's sender needs it. */
public interface Desk extends yichuang.evaluation.sending.Desk {
    /**
     * {@return what is due}
     *
     * @throws yichuang.records.RecordsUnavailable while rows are missing or the disk is broken
     */
    Outbox outbox();
}
