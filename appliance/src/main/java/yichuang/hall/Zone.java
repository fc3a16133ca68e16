package yichuang.hall;

/** A part of the hall with its own windows and its own wait. */
public record Zone(ZoneCode code, String name, String englishName) {}
