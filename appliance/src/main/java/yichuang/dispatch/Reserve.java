package yichuang.dispatch;

import java.time.Instant;
import yichuang.hall.WindowId;

/**
 * A leg that waits for one window only: held there and back, or transferred to it.
 *
 * @param until from then on every window with the skill may take it
 */
public record Reserve(WindowId window, Instant until) {}
