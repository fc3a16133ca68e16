package yichuang.hall;

/** The last number given today in a series, or to the cases of an item. */
record Sequence(String of, int last) {}
