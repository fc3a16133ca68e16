package yichuang.dispatch;

import java.time.Instant;

/**
 * A script did not answer, and the built-in policy did. For the manager's view.
 *
 * @param line line of the script, 0 when it is not known
 * @param message what happened and what to do, Chinese first
 */
public record ScriptFault(String script, int line, String message, Instant at) {}
