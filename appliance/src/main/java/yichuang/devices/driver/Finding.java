package yichuang.devices.driver;

/** One thing wrong in the devices file: where, what, and what to do about it. */
public record Finding(int line, String chinese, String english) {}
