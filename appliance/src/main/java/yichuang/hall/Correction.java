package yichuang.hall;

/**
 * A field of a letter that a person mended.
 *
 * @param field its name at the platform
 * @param value what is sent instead; blank leaves the field out
 */
public record Correction(String field, String value) {}
