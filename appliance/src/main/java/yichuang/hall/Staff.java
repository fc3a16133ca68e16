package yichuang.hall;

/** A member of staff who may sit at a window. */
public record Staff(StaffId id, String name) {}
