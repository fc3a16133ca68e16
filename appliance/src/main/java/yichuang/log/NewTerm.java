package yichuang.log;

/** A leader's first entry in its term (Raft, section 8): once it commits, all before it has. */
enum NewTerm {
    ENTRY
}
