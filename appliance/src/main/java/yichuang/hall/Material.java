package yichuang.hall;

/** One material 申请材料 of an item. {@code deferrable}: 容缺, may be brought later. */
public record Material(String name, boolean deferrable) {}
