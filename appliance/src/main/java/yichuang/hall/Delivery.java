package yichuang.hall;

/**
 * That the evaluation platform has a letter.
 *
 * @param letter its key in the outbox, the same on every node
 * @param receipt what the platform answered
 */
public record Delivery(String letter, String receipt) {}
