package yichuang.config;

/** Where something stands, as the person who runs the check would open it. Lines count from 1. */
record At(String file, int line) {}
