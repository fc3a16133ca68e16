package yichuang.hall;

import java.time.Instant;

/** A certificate that no node believes any longer. */
record RevokedSerial(String serial, Instant since) {}
