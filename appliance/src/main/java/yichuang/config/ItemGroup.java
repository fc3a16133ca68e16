package yichuang.config;

import yichuang.hall.ZoneCode;

/** Items that share a letter and a zone; windows name groups as their skills. */
public record ItemGroup(String id, String series, ZoneCode zone, String name, String englishName) {}
