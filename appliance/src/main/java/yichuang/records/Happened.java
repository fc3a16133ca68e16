package yichuang.records;

import java.util.List;
import yichuang.hall.Entry;
import yichuang.hall.Event;

/** An applied entry with what came of it. */
record Happened(long index, Entry entry, List<Event> events) {}
