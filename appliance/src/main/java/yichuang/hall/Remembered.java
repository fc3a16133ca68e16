package yichuang.hall;

import java.time.Instant;

/** A request that was answered, so that it is answered the same again. */
record Remembered(RequestKey key, Instant at, Receipt receipt) {}
