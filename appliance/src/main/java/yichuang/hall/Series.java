package yichuang.hall;

/**
 * A letter and what it stands for; its numbers start at 0001 each business day and have no gaps.
 */
public record Series(String letter, String name) {}
