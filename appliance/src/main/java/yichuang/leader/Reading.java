package yichuang.leader;

import java.time.Instant;
import yichuang.dispatch.Dispatch;
import yichuang.hall.Hall;

/** What can be looked at on the log's thread; nothing of it may be kept. */
public record Reading(Hall hall, Dispatch dispatch, Instant now, long index) {}
