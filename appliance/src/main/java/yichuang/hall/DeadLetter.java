package yichuang.hall;

/**
 * A letter that the evaluation platform refuses as it is.
 *
 * @param letter its key in the outbox
 * @param reason the platform's words, or the dialect's when it cannot be written in it
 */
public record DeadLetter(String letter, String reason) {}
